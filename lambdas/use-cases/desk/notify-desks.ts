import type { Attempt } from '../../domain/attempt/attempt.ts';
import { recentRole } from '../../domain/task/role-change.ts';
import { attemptViewOf } from '../../domain/views/attempt-view.ts';
import type { Audience, DeskMessage, DeskNote, ShutOut } from '../../ports/people/desks.ts';
import type { Ports } from '../../ports/ports.ts';
import type { TouchedLists } from '../views/keep-views.ts';

export type TellPorts = Pick<Ports, 'clock' | 'desks' | 'directory' | 'journal'>;

/** A call is shown to its operator and to who supervises its task. */
export async function tellAttempt(ports: TellPorts, attempt: Attempt): Promise<void> {
  const message = { kind: 'attempt', attempt: attemptViewOf(attempt) } as const;
  await tell(ports, await audienceOf(ports, attempt), message);
}

/** Another tab of theirs, or the keypad of their phone, changed the form of their call. */
export async function tellForm(
  ports: TellPorts,
  form: { attempt: Attempt; revision: number },
): Promise<void> {
  const { attempt, revision } = form;
  const message = { kind: 'form', attempt: attempt.id, revision } as const;
  await tell(ports, await audienceOf(ports, attempt), message);
}

/** False if no desk of the operator's heard it. */
export async function tellNote(
  ports: TellPorts,
  operator: string,
  note: DeskNote,
): Promise<boolean> {
  const audience = { operators: [operator], supervisors: false };
  const areAllTold = await tell(ports, audience, { kind: 'note', ...note });
  // Desks that are gone are forgotten while they are told.
  return areAllTold && (await ports.desks.online([operator])).has(operator);
}

/** Tasks, operators, or who is away. */
export async function tellDirectory(ports: TellPorts): Promise<void> {
  await tell(ports, 'everybody', { kind: 'directory' });
}

/** Lists of promised calls changed: whom they are promised for is told, once, and supervisors. */
export async function tellPromises(
  ports: TellPorts,
  touched: readonly TouchedLists[],
): Promise<void> {
  if (touched.length === 0) return;
  const found = await Promise.all(touched.map((lists) => operatorsOf(ports, lists)));
  const operators = [...new Set(found.flat())];
  const leads = await Promise.all(touched.map(({ task }) => leadsOf(ports, task)));
  await tell(ports, toSupervisors(operators, leads.flat()), { kind: 'promises' });
}

async function operatorsOf(
  { directory }: Pick<Ports, 'directory'>,
  { task, owners }: TouchedLists,
): Promise<string[]> {
  const operators = await directory.operators();
  const named = operators.filter(({ addresses }) => addresses.some((it) => owners.includes(it)));
  const ids = named.map(({ id }) => id);
  if (!owners.includes('anybody')) return ids;
  return [...ids, ...((await directory.task(task))?.operators ?? [])];
}

/** An address that nobody registered has no desk. */
async function audienceOf(ports: TellPorts, { operator, row }: Attempt): Promise<Audience> {
  const operators = operator.id === undefined ? [] : [operator.id];
  return toSupervisors(operators, await leadsOf(ports, row.task));
}

function toSupervisors(operators: readonly string[], leads: readonly string[]): Audience {
  return { operators, ...(leads.length > 0 && { leads: [...new Set(leads)] }), supervisors: true };
}

async function leadsOf({ directory }: Pick<Ports, 'directory'>, task: string): Promise<string[]> {
  return (await directory.task(task))?.leads ?? [];
}

/** A desk that hears nothing asks again when it comes back: what was to be told stands elsewhere. */
async function tell(ports: TellPorts, audience: Audience, message: DeskMessage): Promise<boolean> {
  const { failed, reason } = await ports.desks.notify(audience, message, await whoIsOut(ports));
  if (failed === 0) return true;
  ports.journal.count('DeskNotTold');
  ports.journal.note('desks not told', { kind: message.kind, failed, reason });
  return false;
}

/** Of who was removed, or lost a role, by a command, or could not be closed at once. */
export async function closeDesksOfWhoIsOut(
  ports: Pick<Ports, 'clock' | 'desks' | 'directory'>,
): Promise<void> {
  await ports.desks.close(await whoIsOut(ports));
}

async function whoIsOut({
  clock,
  directory,
}: Pick<Ports, 'clock' | 'directory'>): Promise<ShutOut[]> {
  const operators = await directory.operators();
  return operators.flatMap((operator) => {
    if (operator.gone === true) return [{ operator: operator.id }];
    const role = recentRole(operator, clock.now());
    return role === undefined ? [] : [{ operator: operator.id, role }];
  });
}
