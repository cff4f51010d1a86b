import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { rowId } from '../../lambdas/domain/row/row.ts';
import { CallFloor } from '../support/call-floor.ts';
import { eventually } from '../support/local-system.ts';

const floor = new CallFloor();
const desk = floor.desk({ task: { operatorRingSeconds: 600, operatorRetrySeconds: 300 } });
let attempt: string;
let fields: Record<string, string>;
let dynamodb: DynamoDBClient;

/** An operator's phone rings, and the system knows it. */
beforeAll(async () => {
  await floor.open();
  dynamodb = new DynamoDBClient(floor.aws);
  await desk.setPhone(desk.operator, { answer: 'no-answer' });
  await desk.order({ callaftermin: 0 });
  const { operators } = await desk.legsWhen((legs) => legs.operators[0]?.rang != null);
  attempt = String((await desk.rowAt(11))._attempt);
  fields = { CallSid: operators[0]?.sid ?? '', CallStatus: 'busy', Digits: '1' };
  await eventually(attempts, (items) => items?.[0]?.facts?.M?.operatorCreated !== undefined);
});

afterAll(async () => {
  dynamodb.destroy();
  await floor.close();
});

/** Everything that is known of the row's attempts. */
async function attempts() {
  const query = new QueryCommand({
    TableName: floor.system.dynamodb.tables.attempts,
    KeyConditionExpression: '#row = :row',
    ExpressionAttributeNames: { '#row': 'row' },
    ExpressionAttributeValues: { ':row': { S: rowId(desk.key()) } },
    ConsistentRead: true,
  });
  return (await dynamodb.send(query)).Items;
}

function addressOf(target: string, of = attempt): string {
  return `${floor.system.description.webhooks}${target}?attempt=${of}`;
}

function sign(address: string, given = fields): string {
  return getExpectedTwilioSignature(floor.system.description.twilio.authToken, address, given);
}

function post(address: string, signature: string | undefined): Promise<Response> {
  const headers = { ...(signature !== undefined && { 'x-twilio-signature': signature }) };
  return fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields) });
}

describe.each(['/events/operator', '/voice/operator', '/voice/ready', '/voice/customer'])(
  'a request to %s',
  (target) => {
    test.each([
      ['is not signed', () => undefined],
      [
        'is signed with another token',
        (url: string) => getExpectedTwilioSignature('x', url, fields),
      ],
      ['was signed with other fields', (url: string) => sign(url, { ...fields, Digits: '2' })],
      ['was signed for another address', () => sign(addressOf(target, `${attempt}0`))],
    ])('that %s learns nothing and changes nothing', async (_, signatureFor) => {
      const before = [await desk.row(), await attempts()];
      const answer = await post(addressOf(target), signatureFor(addressOf(target)));
      expect([answer.status, await answer.text()]).toEqual([403, '']);
      expect([await desk.row(), await attempts()]).toEqual(before);
    });
  },
);

test('the same news, signed as Twilio signs, is taken', async () => {
  const address = addressOf('/events/operator');
  expect((await post(address, sign(address))).status).toBe(204);
  expect(await desk.row()).toMatchObject({ status: 10 });
});

test('no log line tells a number or a name', () => {
  expect(floor.leaks()).toEqual([]);
});
