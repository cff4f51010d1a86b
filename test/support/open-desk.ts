import type { Desks } from '../../lambdas/ports/people/desks.ts';

/** A browser is open in which the operator is signed in; perhaps it can be rung. Closing ends it. */
export async function openDesk(
  desks: Desks,
  operator: string,
  { isPhoneReady = false } = {},
): Promise<{ close: () => Promise<void> }> {
  const url = await desks.openTicket({ operator, role: 'operator' });
  const connection = `desk of ${operator}`;
  await desks.connect(new URL(url).searchParams.get('ticket') ?? '', connection);
  await desks.notePhone(connection, { isReady: isPhoneReady });
  return { close: () => desks.disconnect(connection) };
}
