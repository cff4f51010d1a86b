import type { StaffOffice } from './staff-office.ts';
import type { User } from './user-pool.ts';

const statuses: Record<string, string> = {
  CONFIRMED: 'signs in',
  FORCE_CHANGE_PASSWORD: 'has not signed in yet',
  RESET_REQUIRED: 'must choose a new password',
};

const header = ['ID', 'NAME', 'ROLE', 'REACHED AT', 'TASKS', 'SIGN-IN'];

/** Everybody who can sign in or be rung, a line each. */
export async function listPeople({ directory, pool }: StaffOffice): Promise<string> {
  const [operators, tasks, users] = await Promise.all([
    directory.operators(),
    directory.tasks(),
    pool?.all(),
  ]);
  const entries = new Map(operators.map((operator) => [operator.id, operator]));
  const known = new Map(users?.map((user) => [user.id, user]));
  const ids = [...new Set([...entries.keys(), ...known.keys()])].toSorted();
  const lines = ids.map((id) => {
    const entry = entries.get(id);
    const user = known.get(id);
    const lists = tasks.filter(({ operators }) => operators.includes(id)).map((task) => task.id);
    return [
      id,
      entry?.name ?? '',
      user?.roles.join(', ') ?? (entry ? 'operator' : ''),
      entry?.gone === true ? 'gone' : (entry?.addresses.join(', ') ?? 'takes no calls'),
      lists.join(', '),
      users === undefined ? '' : signInOf(user),
    ];
  });
  return ids.length === 0 ? 'There is nobody yet.\n' : table([header, ...lines]);
}

function signInOf(user: User | undefined): string {
  if (user === undefined) return 'cannot sign in';
  const status = statuses[user.status] ?? user.status.toLowerCase();
  return user.email === '' ? status : `${status} (${user.email})`;
}

/** Columns as wide as what is in them; those without content are left out. */
function table(lines: readonly string[][]): string {
  const [first = []] = lines;
  const shown = first.map((_, column) =>
    lines.slice(1).some((line) => line[column] !== '') ? column : -1,
  );
  const columns = shown.filter((column) => column >= 0);
  const widths = columns.map((column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const text = (line: string[]) =>
    columns.map((column, at) => (line[column] ?? '').padEnd(widths[at] ?? 0)).join('  ');
  return lines.map((line) => `${text(line).trimEnd()}\n`).join('');
}
