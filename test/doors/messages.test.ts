import type { SQSEvent } from 'aws-lambda';
import { readMessage } from '../../lambdas/composition/readers.ts';
import { onDialQueue } from '../../lambdas/handlers/call-operator/on-dial-queue.ts';
import { takeDialMessage } from '../../lambdas/handlers/call-operator/take-dial-message.ts';
import { onSocket, type SocketEvent } from '../../lambdas/handlers/socket/on-socket.ts';
import { noon } from '../contracts/samples.ts';
import { callContext } from '../handlers/call-context.ts';
import { OddValues, usualSeed } from './odd-values.ts';
import { untilDone } from './until-done.ts';

const messages = 4_000;
const frames = 2_000;

/** As the queue carries them; a schedule carries the first. */
const usual = [
  { task: 'demo', Id: 17, dueAt: '2026-11-23T12:00:00.000Z' },
  { check: 'demo.17.a1' },
  { offer: 'operator:anna' },
  { slot: 'free' },
  { retime: 'demo', from: '2026-11-23T12:00:00.000Z' },
  {
    judge: { task: 'demo', Id: '17' },
    earliest: '2026-11-23T12:00:00.000Z',
    latest: '2026-11-23T12:00:00.000Z',
    sequence: '111',
    mark: 'k2x',
  },
];

const good = { task: 'demo', Id: 18, dueAt: '2026-11-23T12:00:00.000Z' };

test(`of ${messages} odd messages each fails alone, and what is beside it is done`, async () => {
  const odd = new OddValues(usualSeed);
  const perBatch = 10;
  for (let n = 0; n < messages; n += perBatch) {
    const stage = await callContext(noon);
    stage.tables.putRow({
      task: 'demo',
      Id: 18,
      tel: '+442079460017',
      operator_number: '+447700900001',
      status: 10,
      _due_at: good.dueAt,
      _order: { status: '10' },
    });
    const bodies = Array.from({ length: perBatch }, () => odd.body(odd.bent(odd.pick(usual))));
    const at = odd.below(perBatch);
    bodies.splice(at, 0, JSON.stringify(good));
    const take = onDialQueue({ ...stage, readMessage }, (it) => takeDialMessage(stage, it));
    const taken = take({
      Records: bodies.map((body, at) => ({ messageId: String(at), body })),
    } as unknown as SQSEvent);
    const failed = (await untilDone(stage.clock, taken)).batchItemFailures.map(
      ({ itemIdentifier }) => Number(itemIdentifier),
    );
    const unreadable = bodies.flatMap((body, at) => (isReadable(body) ? [] : [at]));
    expect({ n, bodies, failed }).toEqual({ n, bodies, failed: unreadable });
    expect(stage.dialler.rung).toHaveLength(1);
  }
});

function isReadable(body: string): boolean {
  try {
    return readMessage(body) !== undefined;
  } catch {
    return false;
  }
}

test(`of ${frames} odd frames and tickets none opens a socket or fails`, async () => {
  const odd = new OddValues(usualSeed);
  const stage = await callContext(noon);
  const failures: unknown[] = [];
  Object.assign(stage.journal, { failed: (error: unknown) => void failures.push(error) });
  const says = [{ action: 'ping' }, { action: 'phone', ready: true }];
  for (let n = 0; n < frames; n++) {
    const routeKey = odd.pick(['$connect', '$default', '$disconnect']);
    const event = {
      requestContext: { routeKey, connectionId: `c${n % 7}` },
      queryStringParameters: odd.pick([null, {}, { ticket: odd.text() }]),
      body: odd.pick([undefined, odd.text(), odd.body(odd.bent(odd.pick(says)))]),
    } as unknown as SocketEvent;
    const { statusCode } = await onSocket(stage)(event);
    expect({ routeKey, statusCode, failures }).toEqual({
      routeKey,
      statusCode: routeKey === '$connect' ? 401 : 200,
      failures: [],
    });
  }
  expect((await stage.desks.online(['anna'])).size).toBe(0);
});
