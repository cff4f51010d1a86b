import { callOperator } from '../../../lambdas/use-cases/callback/call-operator.ts';
import { offerNextRow } from '../../../lambdas/use-cases/callback/offer-next-row.ts';
import { listPromises } from '../../../lambdas/use-cases/promises/list-promises.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { openDesk } from '../../support/open-desk.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import { operatorRinging, promised, talking } from '../../support/scenarios.ts';

const zoe = { ...anna, id: 'zoe', addresses: ['+442079460993'] };
const another = { ...promised, tel: '+442079460018' };
const rungTo = (centre: CallCentre) => centre.dialler.rung.map(({ to }) => to);
const [annas, ivans, zoes] = ['+442079460991', '+442079460992', '+442079460993'];

async function threeOperators(given: Parameters<typeof CallCentre.open>[0] = {}) {
  const centre = await CallCentre.open(given);
  await centre.world.directory.putOperator(zoe);
  await centre.changeTask({ operators: ['anna', 'ivan', 'zoe'] });
  return centre;
}

describe('a promise to anybody', () => {
  test.each([
    ['is busy', 'busy'],
    ['does not answer', 'no-answer'],
    ['is unreachable', 'failed'],
    ['does not press 1', 'completed'],
  ] as const)(
    'whose operator %s goes to the next one at once, before the stream tells',
    async (_, end) => {
      const { centre, call } = await operatorRinging();
      await call.operatorIs(end);
      const [message] = centre.world.dialQueue
        .all()
        .filter(({ message: { kind } }) => kind === 'call');
      expect(message?.visibleAt).toBe(instant('2026-11-23T10:29:46Z'));
      await centre.runUntil('2026-11-23T10:29:46.1Z');
      expect(rungTo(centre)).toEqual([annas, ivans]);
    },
  );

  test('whose operator’s number Twilio refuses goes to the next one at once', async () => {
    const centre = await CallCentre.open();
    centre.dialler.script({ kind: 'refused', class: 'number', code: 21211 });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:46Z');
    expect(rungTo(centre)).toEqual([annas, ivans]);
  });

  test('rings each once in a round, however many they are', async () => {
    const crowd = Array.from({ length: 230 }, (_, n) => ({
      ...anna,
      id: `operator-${n}`,
      addresses: [`+4420794${String(60_200 + n)}`],
    }));
    const centre = await CallCentre.open({ task: { operators: crowd.map(({ id }) => id) } });
    for (const operator of crowd) await centre.world.directory.putOperator(operator);
    centre.dialler.script(
      ...crowd.map(() => ({ kind: 'refused', class: 'unlisted', code: 1 }) as const),
    );
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:30Z');
    expect(new Set(rungTo(centre)).size).toBe(crowd.length);
    expect(rungTo(centre)).toHaveLength(crowd.length);
  });

  test('rings each once in a round, and all again only after the operator retry', async () => {
    const centre = await threeOperators();
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:29:46Z');
    for (const at of ['10:29:50', '10:29:54', '10:29:58']) {
      await centre.lastCall().operatorIs('busy');
      await centre.runUntil(`2026-11-23T${at}Z`);
    }
    expect(rungTo(centre).toSorted()).toEqual([annas, ivans, zoes]);
    expect(centre.row(17)).toMatchObject({ status: 10, _waiting_for: 'task:demo' });
    await centre.runUntil('2026-11-23T10:34:30Z');
    expect(centre.dialler.rung).toHaveLength(3);
    await centre.runUntil('2026-11-23T10:35:00Z');
    expect(centre.dialler.rung).toHaveLength(4);
  });

  test('uses no customer attempt by that', async () => {
    const { centre, call } = await operatorRinging({ open: { task: { maxAttempts: 1 } } });
    await call.operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:29:47Z');
    await centre.lastCall().operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:29:48Z');
    expect(centre.row(17)).toMatchObject({ status: 10 });
  });

  test('is dialled on its second by the next one', async () => {
    const { centre, call } = await operatorRinging();
    await centre.runUntil('2026-11-23T10:29:50Z');
    await call.operatorIs('busy');
    await centre.runUntil('2026-11-23T10:29:51Z');
    const next = centre.lastCall();
    await next.answers();
    await centre.answerBy('2026-11-23T10:29:53Z', next.presses('1'));
    await centre.runUntil('2026-11-23T10:29:59.5Z');
    const dial = await centre.answerBy('2026-11-23T10:30:00Z', next.comesBack());
    expect(dial).toMatchObject({ kind: 'dial' });
  });
});

describe('who did not answer twice in a row', () => {
  /** Anna, the task’s only operator, let two calls ring; it is 10:31. */
  async function annaIsSilent(centre: CallCentre) {
    await centre.changeTask({ operators: ['anna'] });
    centre.put(17, promised);
    centre.put(18, { ...another, time_callback: '10:30:10' });
    await centre.runUntil('2026-11-23T10:30:10Z');
    await centre.lastCall().operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:30:40Z');
    await centre.lastCall().operatorIs('no-answer');
    await centre.runUntil('2026-11-23T10:31:00Z');
    expect(centre.dialler.rung).toHaveLength(2);
    return centre;
  }

  test('is offered no calls at a desk until they act', async () => {
    const centre = await CallCentre.open();
    await openDesk(centre.world.desks, 'anna');
    await annaIsSilent(centre);
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:40' });
    await centre.runUntil('2026-11-23T11:10:00Z');
    expect(centre.dialler.rung).toHaveLength(2);
    expect(await centre.world.attempts.noteResponse('operator:anna')).toBe(true);
    await offerNextRow(centre.ports, 'operator:anna');
    await centre.runUntil('2026-11-23T11:10:02Z');
    expect(centre.dialler.rung).toHaveLength(3);
  });

  test('is tried again after a while where they have no desk', async () => {
    const centre = await annaIsSilent(await CallCentre.open());
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:40' });
    await centre.runUntil('2026-11-23T10:44:00Z');
    expect(centre.dialler.rung).toHaveLength(2);
    centre.put(20, { ...another, tel: '+442079460020', time_callback: '10:46:00' });
    await centre.runUntil('2026-11-23T10:46:00Z');
    expect(centre.dialler.rung).toHaveLength(3);
  });

  test('is rung again as soon as the account says', async () => {
    const account = { callsPerSecond: null, tryAgainMinutes: 2 };
    const centre = await annaIsSilent(await CallCentre.open({ account }));
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:33' });
    await centre.runUntil('2026-11-23T10:33:00Z');
    expect(centre.dialler.rung).toHaveLength(3);
  });

  test('while the others are offered what they would have got', async () => {
    const centre = await CallCentre.open();
    await annaIsSilent(centre);
    await centre.changeTask({ operators: ['anna', 'ivan'] });
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:40' });
    await centre.runUntil('2026-11-23T10:40:00Z');
    expect(rungTo(centre).slice(2)).toContain(ivans);
    expect(rungTo(centre).slice(2)).not.toContain(annas);
  });

  test('is no such thing when they answer one in between', async () => {
    const { centre, call } = await talking({ open: { task: { operators: ['anna'] } } });
    await call.customerIs('completed', 5);
    await call.operatorIs('completed');
    expect(await centre.world.attempts.missing(1)).toEqual([]);
  });
});

describe('being registered is not being there', () => {
  const inBrowser = { ...anna, at: 'client:anna' };

  test.each([
    ['no desk is open', undefined],
    ['the phone at the desk is not ready', { isPhoneReady: false }],
  ])('a browser phone is not rung while %s', async (_, desk) => {
    const centre = await CallCentre.open({ task: { operators: ['anna'] } });
    await centre.world.directory.putOperator(inBrowser);
    if (desk !== undefined) await openDesk(centre.world.desks, 'anna', desk);
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(centre.dialler.rung).toEqual([]);
  });

  test('a browser phone is rung while its desk is open and it is ready', async () => {
    const centre = await CallCentre.open({ task: { operators: ['anna'] } });
    await centre.world.directory.putOperator(inBrowser);
    await openDesk(centre.world.desks, 'anna', { isPhoneReady: true });
    centre.put(17, promised);
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(rungTo(centre)).toEqual(['client:anna']);
  });

  test('a row that names another address of theirs rings the one where they are', async () => {
    const centre = await CallCentre.open();
    await centre.world.directory.putOperator({ ...anna, at: 'client:anna' });
    await openDesk(centre.world.desks, 'anna', { isPhoneReady: true });
    centre.put(17, { ...promised, operator_number: annas });
    await centre.runUntil('2026-11-23T10:30:00Z');
    expect(rungTo(centre)).toEqual(['client:anna']);
  });
});

describe('a free operator', () => {
  /** Anna talks about 17; 18 and 19 wait for her, 18 longer. */
  async function twoWait(first = {}) {
    const task = { operators: ['anna'], wrapUpSeconds: 0 };
    const { centre, call } = await talking({ open: { task } });
    centre.put(18, { ...another, time_callback: '10:31:00', ...first });
    centre.put(19, { ...another, tel: '+442079460019', time_callback: '10:31:10' });
    await centre.runUntil('2026-11-23T10:32:00Z');
    const becomesFree = async () => {
      await call.customerIs('completed', 100);
      await call.operatorIs('completed');
    };
    return { centre, becomesFree };
  }

  test('takes the longest-waiting row at once, without a detour by the stream', async () => {
    const { centre, becomesFree } = await twoWait();
    await becomesFree();
    await offerNextRow(centre.ports, 'operator:anna');
    expect(centre.row(18).status).toBe(11);
    expect(centre.dialler.rung).toHaveLength(2);
  });

  test('takes the next one where that one’s number is in another call, and it keeps its place', async () => {
    const { centre, becomesFree } = await twoWait();
    const since = centre.row(18)._waiting_since;
    const taken = { key: 'number:+442079460018', attempt: 'demo.1.x', takenAt: 0 } as never;
    centre.world.tables.locks.set('number:+442079460018', taken);
    await becomesFree();
    await centre.runUntil('2026-11-23T10:32:02Z');
    expect([centre.row(18).status, centre.row(19).status]).toEqual([10, 11]);
    expect(since).toBeDefined();
    expect(centre.row(18)._waiting_since).toBe(since);
  });

  test('takes the next one however many wait before it whose number is in another call', async () => {
    const { centre, becomesFree } = await twoWait();
    for (let Id = 100; Id < 130; Id++) centre.put(Id, { ...another, time_callback: '10:32:05' });
    centre.put(20, { ...another, tel: '+442079460020', time_callback: '10:32:10' });
    centre.write(19, { status: undefined });
    const taken = { key: 'number:+442079460018', attempt: 'demo.1.x', takenAt: 0 } as never;
    centre.world.tables.locks.set('number:+442079460018', taken);
    await centre.runUntil('2026-11-23T10:32:30Z');
    await becomesFree();
    await centre.runUntil('2026-11-23T10:32:32Z');
    expect(centre.row(20).status).toBe(11);
  });

  test('takes the next one where that one may not be called at this hour', async () => {
    const inNewYork = { time_zone: 'America/New_York', time_callback: '05:31:00' };
    const { centre, becomesFree } = await twoWait(inNewYork);
    await centre.changeTask({ callingHours: { 1: [['10:00', '18:00']] } });
    await becomesFree();
    await centre.runUntil('2026-11-23T10:32:02Z');
    expect(centre.row(19).status).toBe(11);
    expect(centre.row(18).status).toBe(10);
  });

  test('does not sit idle beside a row that the index did not show yet', async () => {
    const { centre, becomesFree } = await twoWait();
    const { rows } = centre.world;
    const waitingFor = rows.waitingFor.bind(rows);
    centre.put(20, { ...another, tel: '+442079460020', time_callback: '10:32:15' });
    centre.write(18, { status: undefined });
    centre.write(19, { status: undefined });
    rows.waitingFor = async () => [];
    await centre.runUntil('2026-11-23T10:32:00.2Z');
    await becomesFree();
    await centre.runUntil('2026-11-23T10:32:00.5Z');
    rows.waitingFor = waitingFor;
    await centre.runUntil('2026-11-23T10:32:02.5Z');
    expect(centre.row(20).status).toBe(11);
  });

  test('a row that loses the race keeps its place', async () => {
    const { centre, becomesFree } = await twoWait();
    await becomesFree();
    const [before] = [centre.row(19)._waiting_since];
    const both = [
      offerNextRow(centre.ports, 'operator:anna'),
      offerNextRow(centre.ports, 'operator:anna'),
    ];
    await Promise.all(both);
    expect(centre.dialler.rung).toHaveLength(2);
    expect(centre.row(19)._waiting_since).toBe(before);
  });

  test('whose wrap-up lasts the longest there is is offered the row all the same', async () => {
    const { centre } = await twoWait();
    const freeAt = centre.world.clock.now() + 900_400;
    centre.world.tables.locks.set('operator:anna', {
      key: 'operator:anna',
      attempt: 'demo.1.x' as never,
      takenAt: 0,
      freeAt,
    });
    await expect(offerNextRow(centre.ports, 'operator:anna')).resolves.toBeUndefined();
  });

  test('without a slot leaves the row due now, for its turn in line', async () => {
    const { centre, becomesFree } = await twoWait();
    await centre.world.directory.putAccount({ callsPerSecond: 1 });
    await centre.world.callRate.take({ perSecond: 1, by: 'person', at: centre.world.clock.now() });
    await becomesFree();
    await centre.runUntil('2026-11-23T10:32:03Z');
    expect(centre.attempts(18)).toHaveLength(1);
  });
});

/** A row for a number that nobody registered and that nobody answers: +44 20 7946 0999. */
describe('an address that never answers', () => {
  const dead = '+44 20 7946 0999';

  async function silentUntil(until: string, task = {}) {
    const centre = await CallCentre.open({ task: { operators: [], ...task } });
    centre.put(62, { ...promised, tel: '+44 7700 900162', operator_number: dead });
    for (let at = '2026-11-23T10:29'; at < until; at = minuteAfter(at)) {
      await centre.runUntil(`${at}:50Z`);
      const ringing = centre.dialler.legs.some(({ state }) => state === 'ringing');
      if (ringing) await centre.lastCall().operatorIs('no-answer');
    }
    return centre;
  }

  function minuteAfter(at: string): string {
    return new Date(Date.parse(`${at}:00Z`) + 60_000).toISOString().slice(0, 16);
  }

  test('is rung after growing pauses', async () => {
    const centre = await silentUntil('2026-11-23T14:00', {
      releaseAfterMinutes: null,
      graceSeconds: 86_400,
    });
    const at = centre.dialler.rung.map((it) => it.at);
    const pauses = at.slice(1).map((it, n) => it - (at[n] ?? 0));
    expect(pauses.length).toBeGreaterThan(3);
    expect(pauses.length).toBeLessThan(10);
    expect(pauses.at(-1)).toBeGreaterThan(5 * (pauses[0] ?? 0));
  });

  test('loses the promise to others after fifteen minutes', async () => {
    const centre = await silentUntil('2026-11-23T10:44', { operators: ['ivan'] });
    expect(rungTo(centre)).not.toContain(ivans);
    await centre.runUntil('2026-11-23T10:45:20Z');
    expect(rungTo(centre).at(-1)).toBe(ivans);
    expect(centre.attempts(62).at(-1)?.operator.id).toBe('ivan');
  });

  test('or after as many minutes as its task says', async () => {
    const centre = await silentUntil('2026-11-23T10:40', {
      operators: ['ivan'],
      releaseAfterMinutes: 8,
    });
    expect(rungTo(centre).at(-1)).toBe(ivans);
  });

  test('has its promise listed as orphaned', async () => {
    const centre = await silentUntil('2026-11-23T10:44');
    const task = await centre.world.directory.task('demo');
    const tasks = task === undefined ? [] : [task];
    const { rows } = await listPromises(centre.ports, { which: 'orphaned', tasks });
    expect(rows.map(({ key }) => key.Id)).toEqual([62]);
  });

  test('keeps it where the task says so', async () => {
    const centre = await silentUntil('2026-11-23T11:20', {
      operators: ['ivan'],
      releaseAfterMinutes: null,
    });
    expect(rungTo(centre)).not.toContain(ivans);
  });
});

test('a promise for an operator who is gone goes to others after fifteen minutes', async () => {
  const centre = await CallCentre.open();
  await centre.world.directory.putOperator({ ...anna, gone: true });
  centre.put(17, { ...promised, operator_number: annas });
  await centre.runUntil('2026-11-23T10:44:00Z');
  expect(centre.dialler.rung).toEqual([]);
  await centre.runUntil('2026-11-23T10:45:02Z');
  expect(rungTo(centre)).toEqual([ivans]);
});

test('a promise for an operator who talks waits for them', async () => {
  const { centre } = await talking();
  centre.put(18, { ...another, operator_number: annas, time_callback: '10:31' });
  await centre.runUntil('2026-11-23T10:50:00Z');
  expect(centre.attempts(18)).toEqual([]);
});

test('two messages for one row make one call', async () => {
  const centre = await threeOperators();
  centre.put(17, promised);
  await centre.follow();
  await centre.world.clock.advanceTo(instant('2026-11-23T10:29:45Z'));
  const call = { row: { task: 'demo', Id: 17 }, dueAt: instant('2026-11-23T10:30:00Z') };
  await Promise.all([callOperator(centre.ports, call), callOperator(centre.ports, call)]);
  expect(centre.dialler.rung).toHaveLength(1);
});
