import { UserMistake } from '../user-mistake.ts';
import { nobody, type StaffOffice } from './staff-office.ts';
import type { Delivery } from './user-pool.ts';

export async function resetPassword(
  { pool, signIn }: StaffOffice,
  { id, delivery }: { id: string; delivery: Delivery },
  tell: (line: string) => void,
): Promise<void> {
  if (pool === undefined) throw new UserMistake(`There is no password to reset. ${signIn}`);
  const user = await pool.find(id);
  if (user === undefined)
    throw nobody(
      id,
      (await pool.all()).map((it) => it.id),
    );
  const password = await pool.resetPassword(user, delivery);
  tell(
    password === undefined
      ? `${id} was sent an e-mail to ${user.email}: with it a new password is chosen.`
      : `Temporary password of ${id}, shown only now: ${password}`,
  );
}
