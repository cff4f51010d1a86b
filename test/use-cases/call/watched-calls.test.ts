import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import { promised } from '../../support/scenarios.ts';

/** Who sees a call as it goes is told when a phone rings; nobody else pays for that. */

type Person = Parameters<CallCentre['world']['desks']['openTicket']>[0];

async function open(...people: Person[]): Promise<CallCentre> {
  const centre = await CallCentre.open({ task: { operators: ['anna'] } });
  for (const person of people) {
    const address = await centre.world.desks.openTicket(person);
    const ticket = new URL(address).searchParams.get('ticket') ?? '';
    await centre.world.desks.connect(ticket, person.operator);
  }
  return centre;
}

async function dialled(centre: CallCentre): Promise<[boolean | undefined, unknown]> {
  centre.put(17, promised);
  await centre.runUntil('2026-11-23T10:29:46Z');
  const call = centre.lastCall();
  await call.answers();
  const step = await centre.answerBy('2026-11-23T10:30:01Z', call.presses('1'));
  const dial =
    step.kind === 'dial' ? step : await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
  return [centre.dialler.rung[0]?.isWatched, dial];
}

test.each<[string, Person[], boolean]>([
  ['nobody', [], false],
  ['another operator', [{ operator: 'ivan', role: 'operator' }], false],
  ['the operator', [{ operator: 'anna', role: 'operator' }], true],
  ['a supervisor', [{ operator: 'olga', role: 'supervisor' }], true],
])('with %s at a desk', async (_, people, isWatched) => {
  const [rung, dial] = await dialled(await open(...people));
  expect(rung).toBe(isWatched);
  expect(dial).toMatchObject({ kind: 'dial', isWatched });
});

test('a customer who calls in', async () => {
  const anna = { operator: 'anna', role: 'operator' } as const;
  for (const [people, isWatched] of [
    [[], false],
    [[anna], true],
  ] as const) {
    const centre = await open(...people);
    centre.put(17, { tel: '020 7946 0017' });
    await centre.follow();
    expect(await new CallIn(centre, '+442079460017').arrives()).toMatchObject({ isWatched });
  }
});
