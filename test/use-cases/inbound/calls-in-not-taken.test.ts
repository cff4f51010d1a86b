import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { ivan } from '../../support/sample-task.ts';
import { promised } from '../../support/scenarios.ts';

/** A customer calls, and nobody takes their call. */

const his = '+442079460017';

async function open(columns?: object, given: Parameters<typeof CallCentre.open>[0] = {}) {
  const centre = await CallCentre.open(given);
  if (columns !== undefined) centre.put(17, { tel: '020 7946 0017', ...columns });
  await centre.follow();
  return centre;
}

describe('an operator who does not take the call', () => {
  test('makes the next one’s phone ring', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    expect(await call.arrives()).toMatchObject({ address: '+442079460991' });
    expect(await call.dialEnds({ as: 'no-answer' })).toMatchObject({
      kind: 'dial-operator',
      address: '+442079460992',
      callerId: his,
    });
    expect(centre.attempts(17).map(({ facts }) => facts.settled?.outcome)).toEqual([
      'operator-no-answer',
      undefined,
    ]);
    const [anna] = await centre.world.attempts.locks(['operator:anna']);
    expect(anna).toHaveProperty('freeAt');
  });

  test('whose leg was not made, perhaps because it showed a stranger’s number: the next shows the task’s', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    expect(await call.dialEnds({ as: 'failed' })).toMatchObject({
      address: '+442079460992',
      callerId: '+442079460000',
    });
  });

  test('is not blamed where the caller hung up, whose end is told last', async () => {
    const centre = await open({}, { task: { operators: ['anna'] } });
    const call = new CallIn(centre, his);
    await call.arrives();
    await call.operatorIs('no-answer');
    expect(centre.attempts(17)[0]?.facts.settled).toBeUndefined();
    await call.hangsUp();
    expect(centre.attempts(17)[0]?.facts.settled).toMatchObject({ outcome: 'caller-gone' });
    const [anna] = await centre.world.attempts.locks(['operator:anna']);
    expect(anna).not.toHaveProperty('missed');
  });

  test('is known ten seconds later, where the dial’s end is lost and the caller holds on', async () => {
    const centre = await open({}, { task: { operators: ['anna'] } });
    const call = new CallIn(centre, his);
    await call.arrives();
    call.child.state = { endedAs: 'no-answer', seconds: 0, endedAt: centre.world.clock.now() };
    await call.operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:00:30Z');
    expect(centre.attempts(17)[0]?.facts.settled).toMatchObject({ outcome: 'operator-no-answer' });
  });

  test('does so once, however often Twilio tells of it', async () => {
    const centre = await open({});
    const call = new CallIn(centre, his);
    await call.arrives();
    const first = call.attempt;
    const end = { as: 'no-answer', sid: call.child.sid } as const;
    const next = await call.dialEnds(end);
    call.attempt = first;
    expect(await call.dialEnds(end)).toEqual(next);
    expect(centre.attempts(17)).toHaveLength(2);
  });

  test('nor the next nor a third: then they hear that nobody is free', async () => {
    const centre = await open({}, { task: { operators: ['anna', 'ivan', 'olga', 'petr'] } });
    for (const [n, id] of ['olga', 'petr'].entries()) {
      const addresses = [`+44207946099${n + 5}`];
      await centre.world.directory.putOperator({ ...ivan, id, addresses });
    }
    const call = new CallIn(centre, his);
    await call.arrives();
    for (let n = 0; n < 2; n++) {
      expect(await call.dialEnds({ as: 'busy' })).toMatchObject({ kind: 'dial-operator' });
    }
    expect(await call.dialEnds({ as: 'busy' })).toMatchObject({ kind: 'offer-callback' });
    expect(centre.attempts(17)).toHaveLength(3);
    expect(await centre.world.attempts.held()).toEqual([]);
  });

  test('costs nothing: the promise stands as it was, with its budget', async () => {
    const centre = await open(promised, { task: { operators: ['anna'] } });
    const call = new CallIn(centre, his);
    await call.arrives();
    expect(await call.dialEnds({ as: 'no-answer' })).toMatchObject({
      kind: 'offer-callback',
      promised: { at: Date.parse('2026-11-23T10:30:00Z'), zone: 'Europe/London', isToday: true },
    });
    await centre.follow();
    const stands = { status: 10, time_callback: '10:30:00', _due_at: '2026-11-23T10:30:00.000Z' };
    expect(centre.row(17)).toMatchObject(stands);
    await call.hangsUp();
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(centre.attempts(17).map(({ promisedAt }) => promisedAt)).toEqual([
      Date.parse('2026-11-23T10:00:00Z'),
      Date.parse('2026-11-23T10:00:00Z'),
    ]);
  });
});

test('old news of a call does not begin it anew', async () => {
  const centre = await open({}, { task: { operators: ['anna'] } });
  const call = new CallIn(centre, his);
  await call.arrives();
  const { attempt } = call;
  const end = { as: 'no-answer', sid: call.child.sid } as const;
  expect(await call.dialEnds(end)).toMatchObject({ kind: 'offer-callback' });
  await call.hangsUp();
  await centre.runUntil('2026-11-23T10:05:00Z');
  call.attempt = attempt;
  expect(await call.dialEnds(end)).toEqual({ kind: 'hang-up' });
  expect(await call.arrives()).toEqual({ kind: 'hang-up' });
  expect(centre.attempts(17)).toHaveLength(1);
});

describe('they do not reach anybody', () => {
  test('where no task has the number', async () => {
    const centre = await open({});
    expect(await new CallIn(centre, his).arrives('+442079460111')).toEqual({
      kind: 'tell',
      message: 'nobody-here',
      tongue: { language: 'en' },
    });
  });

  test('where they hide their number, and they are told', async () => {
    const centre = await open({}, { task: { language: 'ru' } });
    expect(await new CallIn(centre, 'anonymous').arrives()).toEqual({
      kind: 'tell',
      message: 'show-number',
      tongue: { language: 'ru' },
    });
  });

  test.each([
    ...['Anonymous', 'restricted', 'unavailable', 'unknown', '', '+266696687', '266696687'],
    ...['+86282452253', '+7378742833', '+17378742833', '+2562533', '+8656696', '+10000000000'],
    'sip:anonymous@anonymous.invalid',
  ])(
    'where the network sends “%s” for their number: they get no row and order nothing',
    async (from) => {
      const centre = await open({});
      expect(await new CallIn(centre, from).arrives()).toMatchObject({ message: 'show-number' });
      expect(centre.row(1)).toEqual({});
      expect(centre.attempts(17)).toEqual([]);
    },
  );

  test('where their number is at 14: they hear that nobody is free, and nothing is ordered', async () => {
    const centre = await open({ status: 14 });
    expect(await new CallIn(centre, his).arrives()).toMatchObject({ message: 'nobody-free' });
    expect(centre.row(17)).toMatchObject({ status: 14 });
    expect(centre.attempts(17)).toEqual([]);
  });

  test('where the task is paused: they may order a callback', async () => {
    const centre = await open({}, { task: { paused: 'audit' } });
    expect(await new CallIn(centre, his).arrives()).toMatchObject({ kind: 'offer-callback' });
  });

  test('where they are just being called', async () => {
    const centre = await open(promised);
    await centre.runUntil('2026-11-23T10:29:50Z');
    expect(centre.dialler.rung).toHaveLength(1);
    expect(await new CallIn(centre, his).arrives()).toMatchObject({ message: 'calling-you' });
  });

  test('where everybody is away: they hear what they were promised', async () => {
    const centre = await open(promised);
    for (const id of ['anna', 'ivan'])
      await centre.world.directory.changeOperator(id, { away: true });
    expect(await new CallIn(centre, his).arrives()).toMatchObject({
      kind: 'offer-callback',
      promised: { at: Date.parse('2026-11-23T10:30:00Z') },
    });
  });
});
