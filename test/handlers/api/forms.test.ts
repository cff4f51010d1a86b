import type { AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { Answers } from '../../../lambdas/domain/script/script.ts';
import { boss, Console, ivan } from '../../support/console.ts';

let desk: Console;
let attempt: AttemptId;

afterEach(() => expect(desk.failures).toEqual([]));

const form = () => `/api/attempts/${attempt}/form`;
const open = () => desk.ask(`POST ${form()}`);
const send = (run: object, more: object = {}) =>
  desk.ask(`POST ${form()}/submission`, { body: { run, ...more } });

/** The talk, and where something is promised, that the customer agreed. */
function answered(answers: Answers): object {
  const isPromise = ['minutes', 'date', 'time'].some((id) => id in answers);
  const talk = { step: 'talk', answers: { result: 'settled', ...answers }, left: true };
  const confirm = { step: 'confirm', answers: { agreed: true }, left: true };
  return { visits: isPromise ? [talk, confirm] : [talk] };
}

async function hangUp(outcome: 'reached' | 'busy' = 'reached'): Promise<void> {
  const call = desk.centre.lastCall();
  const bridged = outcome === 'reached';
  const as = bridged ? 'completed' : 'busy';
  await call.customerIs(as, bridged ? 20 : 0);
  await call.dialEnds({ as, bridged, seconds: bridged ? 20 : 0 });
  await call.operatorIs('completed');
  await desk.centre.follow();
}

describe('opening and drafting', () => {
  beforeEach(async () => {
    desk = await Console.open();
    attempt = await desk.ringAnna();
  });

  test('a form begins at the first step of the newest script', async () => {
    expect(await open()).toMatchObject({
      status: 200,
      body: {
        form: {
          attempt,
          script: { id: 'callback', version: 1 },
          surface: 'screen',
          run: { visits: [{ step: 'talk', answers: {} }] },
          revision: 0,
          openedAt: '2026-11-23T10:29:46.000Z',
        },
        script: { id: 'callback', version: 1, start: 'talk' },
      },
    });
  });

  test('opened again it is the same, with the version that it began with', async () => {
    await open();
    const draft = { revision: 0, run: { visits: [{ step: 'talk', answers: { comment: 'да' } }] } };
    await desk.ask(`PUT ${form()}`, { body: draft });
    const other = { ...(await desk.ports.scripts.get('callback')), title: 'Other' };
    await desk.ports.scripts.store('callback', other as never);
    const { body } = await open();
    expect(body).toMatchObject({
      form: { revision: 1, run: draft.run, draftAt: '2026-11-23T10:29:46.000Z' },
      script: { version: 1, title: { en: 'Order callbacks' } },
    });
  });

  test('a task without a script has no forms', async () => {
    await desk.centre.changeTask({ script: undefined as never });
    expect((await open()).status).toBe(409);
  });

  test('a draft tells the operator’s other desks and supervisors', async () => {
    await open();
    await desk.ask(`PUT ${form()}`, { body: { revision: 0, run: { visits: [] } } });
    expect(desk.centre.world.desks.told.at(-1)).toEqual({
      audience: { operators: ['anna'], supervisors: true },
      message: { kind: 'form', attempt, revision: 1 },
    });
  });

  test('the tab that is behind learns what the other one wrote', async () => {
    await open();
    const first = { visits: [{ step: 'talk', answers: { comment: 'a' } }] };
    const second = { visits: [{ step: 'talk', answers: { comment: 'b' } }] };
    await desk.ask(`PUT ${form()}`, { body: { revision: 0, run: first } });
    const late = await desk.ask(`PUT ${form()}`, { body: { revision: 0, run: second } });
    expect(late).toMatchObject({ status: 409, body: { form: { revision: 1, run: first } } });
  });

  test('a draft whose answer was lost is kept when it comes again', async () => {
    await open();
    const body = { revision: 0, run: { visits: [{ step: 'talk', answers: { comment: 'a' } }] } };
    await desk.ask(`PUT ${form()}`, { body });
    expect(await desk.ask(`PUT ${form()}`, { body })).toMatchObject({
      status: 200,
      body: { revision: 1 },
    });
  });

  test('a form that is too long to be kept is refused', async () => {
    await open();
    const run = { visits: [{ step: 'talk', answers: { comment: 'x'.repeat(100_001) } }] };
    expect(await desk.ask(`PUT ${form()}`, { body: { revision: 0, run } })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('at most 100000 characters') },
    });
  });

  test('a draft is kept, whether or not other desks can be told of it', async () => {
    await open();
    jest.spyOn(desk.ports.desks, 'notify').mockRejectedValue(new Error('no connections'));
    const draft = { body: { revision: 0, run: { visits: [] } } };
    expect((await desk.ask(`PUT ${form()}`, draft)).status).toBe(200);
    expect(desk.failures.splice(0)).toEqual([new Error('no connections')]);
  });

  test('while the keys of their phone lead through it, a screen looks on', async () => {
    const { script, run, openedAt } = (await open()).body.form;
    desk = await Console.open();
    attempt = await desk.ringAnna();
    const keypad = { attempt, script, run, surface: 'keypad', revision: 0 } as const;
    await desk.ports.forms.open({ ...keypad, openedAt: Date.parse(openedAt) });
    const draft = { body: { revision: 0, run: answered({}) } };
    const refused = { status: 409, body: { form: { surface: 'keypad', revision: 0 } } };
    expect(await desk.ask(`PUT ${form()}`, draft)).toMatchObject(refused);
    expect(await send(answered({}))).toMatchObject(refused);
    await desk.centre.lastCall().operatorIs('completed');
    expect((await desk.ask(`PUT ${form()}`, draft)).status).toBe(200);
    expect((await send(answered({}))).status).toBe(200);
  });

  test('a form that was not opened takes neither draft nor submission', async () => {
    const run = { visits: [] };
    expect((await desk.ask(`PUT ${form()}`, { body: { revision: 0, run } })).status).toBe(409);
    expect((await send(run)).status).toBe(409);
  });
});

describe('while they talk', () => {
  beforeEach(async () => {
    desk = await Console.open();
    attempt = await desk.talk();
    await open();
  });

  test('what was said is kept with the form, and written to its columns', async () => {
    const answer = await send(answered({ comment: 'будет думать' }));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        sentAt: '2026-11-23T10:30:06.000Z',
        by: 'anna',
        answers: { result: 'settled', comment: 'будет думать' },
      },
    });
    expect(answer.body).not.toHaveProperty('promisedFor');
    expect(desk.centre.row(17)).toMatchObject({ комментарии: 'будет думать', status: 11 });
    expect(desk.centre.world.desks.told.at(-1)?.message).toEqual({
      kind: 'form',
      attempt,
      revision: 1,
    });
  });

  test('what it promises survives the end of the call', async () => {
    const answer = await send(answered({ minutes: 20 }));
    expect(answer.body.promisedFor).toBe('2026-11-23T10:50:06.000Z');
    await desk.centre.follow();
    await hangUp();
    expect(desk.centre.row(17)).toMatchObject({
      status: 10,
      date_callback: '2026-11-23',
      time_callback: '10:50:06',
      _due_at: '2026-11-23T10:50:06.000Z',
      _promised_at: '2026-11-23T10:30:06.000Z',
    });
    expect(desk.centre.attempts(17)[0]?.facts.settled?.outcome).toBe('reached');
  });

  test('the promised call is made', async () => {
    await send(answered({ minutes: 20 }));
    await hangUp();
    await desk.centre.runUntil('2026-11-23T10:49:55Z');
    expect(desk.centre.dialler.rung).toHaveLength(2);
  });

  test('a form without a promise leaves the end of the call as it is', async () => {
    await send(answered({ comment: 'да' }));
    await hangUp();
    expect(desk.centre.row(17)).toMatchObject({ status: 12, комментарии: 'да' });
  });

  test('date and time are the customer’s', async () => {
    desk.centre.write(17, { time_zone: 'America/New_York' });
    await desk.centre.follow();
    const answer = await send(answered({ date: '2026-11-24', time: '09:15' }));
    expect(answer.body.promisedFor).toBe('2026-11-24T14:15:00.000Z');
  });

  test('minutes win over date and time', async () => {
    const run = answered({ minutes: 20, date: '2026-11-24', time: '09:15' });
    expect((await send(run)).body.promisedFor).toBe('2026-11-23T10:50:06.000Z');
  });

  test('sent twice it is one form, and says what it said first', async () => {
    const first = await send(answered({ minutes: 20 }));
    await desk.centre.runUntil('2026-11-23T10:30:16Z');
    const second = await send(answered({ minutes: 60, comment: 'нет' }));
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(desk.centre.row(17)._due_at).toBe('2026-11-23T10:50:06.000Z');
    expect(desk.centre.row(17)).not.toHaveProperty('комментарии');
  });

  test('its minutes count from when it was first sent', async () => {
    await desk.centre.runUntil('2026-11-23T10:34:00Z');
    const sentAt = '2026-11-23T10:31:00.000Z';
    const answer = await send(answered({ minutes: 20 }), { sentAt });
    expect(answer.body).toMatchObject({ sentAt, promisedFor: '2026-11-23T10:51:00.000Z' });
  });

  test.each([
    ['before the form was opened', '2026-11-23T10:29:00.000Z', '2026-11-23T10:30:06.000Z'],
    ['to come', '2026-11-23T10:40:00.000Z', '2026-11-23T10:34:00.000Z'],
    ['no instant', 'yesterday', '2026-11-23T10:34:00.000Z'],
  ])('a first sending is not believed that is %s', async (_, sentAt, believed) => {
    await desk.centre.runUntil('2026-11-23T10:34:00Z');
    expect((await send(answered({}), { sentAt })).body.sentAt).toBe(believed);
  });

  test('a first sending is believed ten minutes back', async () => {
    await desk.centre.runUntil('2026-11-23T10:50:00Z');
    const sentAt = '2026-11-23T10:31:00.000Z';
    expect((await send(answered({}), { sentAt })).body.sentAt).toBe('2026-11-23T10:40:00.000Z');
  });

  test('a row that was deleted meanwhile is not created anew, and the form is kept', async () => {
    desk.centre.delete(17);
    const answer = await send(answered({ minutes: 20 }));
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('promisedFor');
    expect(desk.centre.row(17)).toEqual({});
  });

  test('a person’s earlier move gives way to the form', async () => {
    await desk.centre.runUntil('2026-11-23T10:30:10Z');
    desk.centre.write(17, { status: 10, callaftermin: 60 });
    await desk.centre.follow();
    await desk.centre.runUntil('2026-11-23T10:30:20Z');
    await send(answered({ minutes: 20 }));
    expect(desk.centre.row(17)._due_at).toBe('2026-11-23T10:50:20.000Z');
  });

  test('a person’s move stands that came after the form was first sent', async () => {
    await desk.centre.runUntil('2026-11-23T10:31:00Z');
    desk.centre.write(17, { status: 10, callaftermin: 60 });
    await desk.centre.follow();
    await desk.centre.runUntil('2026-11-23T10:32:00Z');
    const sentAt = '2026-11-23T10:30:30.000Z';
    const answer = await send(answered({ minutes: 20, comment: 'да' }), { sentAt });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('promisedFor');
    expect(desk.centre.row(17)).toMatchObject({
      _due_at: '2026-11-23T11:31:00.000Z',
      комментарии: 'да',
    });
  });
});

describe('what is refused', () => {
  beforeEach(async () => {
    desk = await Console.open();
    attempt = await desk.talk();
    await open();
  });

  const stored = async () => [await desk.ports.forms.get(attempt), desk.centre.row(17)];

  test.each([
    [{ result: 'nothing' }, 'result', 'en', /one of/],
    [{ result: 'nothing' }, 'result', 'ru-RU,ru;q=0.9', /[а-я]/],
    [{ minutes: 1.5 }, 'minutes', 'en', /./],
    [{ date: '2026-11-31' }, 'date', 'en', /./],
    [{ date: '2026-11-24' }, 'time', 'en', /time/],
  ])(
    'answers that the script does not take, beside their fields: %j',
    async (given, field, language, sentence) => {
      const before = await stored();
      const body = { run: answered(given as Answers) };
      const answer = await desk.ask(`POST ${form()}/submission`, { body, language });
      expect(answer.status).toBe(400);
      expect(answer.body.problems[field]).toMatch(sentence);
      expect(await stored()).toEqual(before);
    },
  );

  test('a form that is not filled in to its end', async () => {
    const visits = [{ step: 'talk', answers: { result: 'settled', minutes: 5 }, left: true }];
    const answer = await send({ visits });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'the form is not filled in to its end' },
    });
  });

  test('a path that the answers do not lead to', async () => {
    const confirm = { step: 'confirm', answers: { agreed: true }, left: true };
    const talk = { step: 'talk', answers: { result: 'settled' }, left: true };
    expect((await send({ visits: [talk, confirm] })).status).toBe(400);
  });

  test('a moment that was past', async () => {
    const before = await stored();
    const answer = await send(answered({ date: '2026-11-23', time: '10:00' }));
    expect(answer).toMatchObject({
      status: 400,
      body: {
        problems: {
          time: 'that moment was past: the customer’s clock shows 2026-11-23 10:30 (Europe/London)',
        },
      },
    });
    expect(await stored()).toEqual(before);
  });

  test('a moment outside of calling hours, with the next that is possible', async () => {
    await desk.centre.changeTask({ callingHours: { '1': [['09:00', '18:00']] } });
    const before = await stored();
    const answer = await send(answered({ date: '2026-11-24', time: '10:00' }));
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: expect.stringContaining(
          'where the customer is; the next moment is 2026-11-30 09:00',
        ),
        nextAt: '2026-11-30T09:00:00.000Z',
      },
    });
    expect(await stored()).toEqual(before);
  });

  test('any moment, where the number may not be called at all', async () => {
    desk.centre.write(17, { status: 14 });
    await desk.centre.follow();
    const answer = await send(answered({ minutes: 20 }));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('status 14') },
    });
    expect((await send(answered({ comment: 'нет' }))).status).toBe(200);
    expect(desk.centre.row(17)).toMatchObject({ status: 14, комментарии: 'нет' });
  });

  test.each([
    ['another operator', ivan, 403],
    ['nobody who works here', { token_use: 'id' }, 403],
  ])('%s', async (_, as, status) => {
    const before = await stored();
    const body = { run: answered({ minutes: 20 }) };
    expect((await desk.ask(`POST ${form()}/submission`, { as, body })).status).toBe(status);
    expect((await desk.ask(`PUT ${form()}`, { as, body: { revision: 0, ...body } })).status).toBe(
      status,
    );
    expect((await desk.ask(`POST ${form()}`, { as })).status).toBe(status);
    expect(await stored()).toEqual(before);
  });

  test('but not a supervisor', async () => {
    const body = { run: answered({}) };
    const answer = await desk.ask(`POST ${form()}/submission`, { as: boss, body });
    expect(answer.body.by).toBe('boss');
  });
});

describe('before the customer is dialled', () => {
  test('a form that promises another call withdraws this one', async () => {
    desk = await Console.open();
    attempt = await desk.ringAnna();
    await open();
    await send(answered({ minutes: 20 }));
    await desk.centre.follow();
    expect(desk.centre.attempts(17)[0]?.facts.withdrawn?.reason).toBe('moved');
    expect(desk.centre.row(17)._due_at).toBe('2026-11-23T10:49:46.000Z');
  });
});

describe('after the call', () => {
  test('a form that is sent in the wrap-up orders the next call', async () => {
    desk = await Console.open();
    attempt = await desk.talk();
    await open();
    await hangUp();
    expect(desk.centre.row(17).status).toBe(12);
    await desk.centre.runUntil('2026-11-23T10:30:30Z');
    await send(answered({ minutes: 20 }));
    expect(desk.centre.row(17)).toMatchObject({
      status: 10,
      _due_at: '2026-11-23T10:50:30.000Z',
    });
  });

  test('a customer who was not reached is called when the form says, not when the retry would be', async () => {
    desk = await Console.open();
    attempt = await desk.ringAnna();
    const { centre } = desk;
    const call = centre.lastCall();
    await call.answers();
    await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
    await open();
    await hangUp('busy');
    expect(centre.row(17)).toMatchObject({ status: 10, _due_at: '2026-11-23T10:35:01.000Z' });
    await send(answered({ minutes: 60 }));
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(centre.row(17)._due_at).toBe('2026-11-23T11:30:01.000Z');
    expect(centre.dialler.rung).toHaveLength(1);
  });
});

describe('correcting what was sent', () => {
  const sentForm = async () => (await open()).body.form;
  const correct = async (answers: Answers) =>
    send(answered(answers), { corrects: (await sentForm()).revision });

  beforeEach(async () => {
    desk = await Console.open();
    attempt = await desk.talk();
    await open();
    await hangUp();
    await desk.centre.runUntil('2026-11-23T10:30:30Z');
  });

  test('keeps both: what is said now, and what was said before', async () => {
    await send(answered({ comment: 'да' }));
    await desk.centre.runUntil('2026-11-23T10:40:00Z');
    const { status, body } = await correct({ comment: 'нет' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      answers: { comment: 'нет' },
      sentAt: '2026-11-23T10:40:00.000Z',
      former: [{ answers: { comment: 'да' }, by: 'anna', sentAt: '2026-11-23T10:30:30.000Z' }],
    });
    expect(desk.centre.row(17).комментарии).toBe('нет');
  });

  test('leaves the promised call alone where it says the same of it', async () => {
    await send(answered({ minutes: 20 }));
    await desk.centre.runUntil('2026-11-23T10:40:00Z');
    const { body } = await correct({ minutes: 20, comment: 'да' });
    expect(body.promisedFor).toBe('2026-11-23T10:50:30.000Z');
    expect(desk.centre.row(17)).toMatchObject({
      комментарии: 'да',
      _due_at: '2026-11-23T10:50:30.000Z',
    });
  });

  test('moves the promised call, or takes it back', async () => {
    await send(answered({ minutes: 20 }));
    await desk.centre.runUntil('2026-11-23T10:40:00Z');
    await correct({ minutes: 60 });
    expect(desk.centre.row(17)).toMatchObject({ _due_at: '2026-11-23T11:40:00.000Z' });
    expect((await correct({ result: 'refused' })).body).not.toHaveProperty('promisedFor');
    expect(desk.centre.row(17).status).toBe(12);
    expect(desk.centre.row(17)).not.toHaveProperty('_due_at');
  });

  test('is once, however often it comes, and takes the revision that it was made from', async () => {
    await send(answered({ comment: 'да' }));
    const { revision } = await sentForm();
    for (const _ of ['once', 'twice'])
      await send(answered({ comment: 'нет' }), { corrects: revision });
    expect((await sentForm()).former).toHaveLength(1);
    await send(answered({ comment: 'может быть' }), { corrects: revision });
    expect((await sentForm()).answers.comment).toBe('нет');
  });

  test('ends with the day', async () => {
    await send(answered({ comment: 'да' }));
    await desk.centre.runUntil('2026-11-24T00:30:00Z');
    expect(await correct({ comment: 'нет' })).toMatchObject({
      status: 409,
      body: { error: 'only a form that was sent today can be corrected' },
    });
  });
});
