import type { Attempt } from '../../../lambdas/domain/attempt/attempt.ts';
import { greetOperator } from '../../../lambdas/use-cases/call/greet-operator.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { promised } from '../../support/scenarios.ts';

/** Two submissions without an answer, and the first one's call turns up while the second is in doubt. */
async function lateLegOfTheFirst() {
  const centre = await CallCentre.open();
  const silence = { kind: 'silent', makes: 'no call' } as const;
  centre.dialler.script(silence, silence);
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:30:31Z');
  const late = centre.dialler.add({ to: '+442079460991' });
  const [first, second] = centre.attempts(17) as [Attempt, Attempt];
  return { centre, late, first, second };
}

describe('a late leg of an earlier attempt is never adopted by a later one', () => {
  test('that was hung up as a stray: the later one counts as never sent, and is due at once', async () => {
    const { centre, late, first, second } = await lateLegOfTheFirst();
    const stray = { attempt: first.id, callSid: late.sid };
    expect(await greetOperator(centre.ports, stray)).toEqual({ kind: 'hang-up' });
    late.state = { endedAs: 'completed', seconds: 1, endedAt: instant('2026-11-23T10:30:34Z') };
    await centre.runUntil('2026-11-23T10:31:16Z');
    const { settled, operatorCreated } = (await centre.ports.attempts.get(second.id))?.facts ?? {};
    expect({ outcome: settled?.outcome, operatorCreated }).toEqual({ outcome: 'never-sent' });
    expect(centre.dialler.rung.map(({ at }) => at)).toEqual([
      instant('2026-11-23T10:29:45Z'),
      instant('2026-11-23T10:30:30Z'),
      instant('2026-11-23T10:31:15Z'),
    ]);
  });

  test('that still rings when the later one is looked into: only its own webhook tells whose it is', async () => {
    const { centre, late, first, second } = await lateLegOfTheFirst();
    await centre.runUntil('2026-11-23T10:31:20Z');
    const inDoubt = (await centre.ports.attempts.get(second.id))?.facts;
    expect(inDoubt?.operatorCreated).toBeUndefined();
    const stray = { attempt: first.id, callSid: late.sid };
    expect(await greetOperator(centre.ports, stray)).toEqual({ kind: 'hang-up' });
    expect((await centre.ports.attempts.get(second.id))?.facts.operatorCreated).toBeUndefined();
  });
});
