import type { Notified } from '../../../lambdas/ports/people/desks.ts';
import {
  tellAttempt,
  tellDirectory,
  tellForm,
  tellPromises,
} from '../../../lambdas/use-cases/desk/notify-desks.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { attemptWith, fact } from '../../support/sample-attempt.ts';

const toOperators = (...operators: string[]) => ({ operators, supervisors: true });

let centre: CallCentre;
beforeEach(async () => {
  centre = await CallCentre.open();
});

const told = () => centre.world.desks.told;

test('a call is shown to its operator and to supervisors', async () => {
  await tellAttempt(centre.ports, attemptWith([fact('submitting')]));
  expect(told()).toMatchObject([
    {
      audience: toOperators('anna'),
      message: { kind: 'attempt', attempt: { id: 'demo.17.a1', facts: [{ kind: 'submitting' }] } },
    },
  ]);
});

test('and to who leads its task', async () => {
  await centre.changeTask({ leads: ['lena'] });
  await tellAttempt(centre.ports, attemptWith([fact('submitting')]));
  await tellPromises(centre.ports, [{ task: 'demo', owners: [] }]);
  expect(told()).toMatchObject([
    { audience: { operators: ['anna'], leads: ['lena'] } },
    { audience: { operators: [], leads: ['lena'] } },
  ]);
});

test('an operator whom nobody registered has no desk; supervisors see their call', async () => {
  const operator = { address: '+442079460999' };
  await tellAttempt(centre.ports, attemptWith([], { operator }));
  expect(told()[0]?.audience).toEqual(toOperators());
});

test('a changed form is told to who has the call', async () => {
  await tellForm(centre.ports, { attempt: attemptWith([]), revision: 3 });
  expect(told()).toEqual([
    {
      audience: toOperators('anna'),
      message: { kind: 'form', attempt: 'demo.17.a1', revision: 3 },
    },
  ]);
});

test('everybody hears of tasks and operators', async () => {
  await tellDirectory(centre.ports);
  expect(told()).toEqual([{ audience: 'everybody', message: { kind: 'directory' } }]);
});

describe('touched lists of promised calls', () => {
  test.each<[string, string[], string[]]>([
    ['an operator’s, by any of their addresses', ['client:anna'], ['anna']],
    ['everybody’s of the task', ['anybody'], ['anna', 'ivan']],
    ['both', ['+442079460992', 'anybody'], ['ivan', 'anna']],
    ['nobody’s', [], []],
    ['an unknown address’s', ['+442079460999'], []],
  ])('%s', async (_, owners, operators) => {
    await tellPromises(centre.ports, [{ task: 'demo', owners }]);
    expect(told()).toEqual([
      { audience: toOperators(...operators), message: { kind: 'promises' } },
    ]);
  });

  test('are told of once, however many they are', async () => {
    await tellPromises(centre.ports, [
      { task: 'demo', owners: ['client:anna'] },
      { task: 'demo', owners: ['+442079460991'] },
    ]);
    expect(told().map(({ audience }) => audience)).toEqual([toOperators('anna')]);
  });

  test('that none was touched is not told', async () => {
    await tellPromises(centre.ports, []);
    expect(told()).toEqual([]);
  });
});

test('a desk that cannot be told is counted and noted, with no word of the call', async () => {
  const notify = async (): Promise<Notified> => ({ failed: 2, reason: 'TimeoutError' });
  const desks = { ...centre.world.desks, notify } as unknown as typeof centre.world.desks;
  await tellAttempt({ ...centre.ports, desks }, attemptWith([]));
  const { journal } = centre.world;
  expect(journal.counted('DeskNotTold')).toBe(1);
  expect(journal.notes.at(-1)).toEqual({
    event: 'desks not told',
    ids: { kind: 'attempt', failed: 2, reason: 'TimeoutError' },
  });
});
