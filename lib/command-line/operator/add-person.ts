import { toAddress } from '../../../lambdas/domain/basics/phone-number.ts';
import type { Role } from '../../../lambdas/domain/task/role.ts';
import { isMightier } from '../../../lambdas/domain/task/role-change.ts';
import { type Operator, operatorSchema, type Task } from '../../../lambdas/domain/task/task.ts';
import type { Directory } from '../../../lambdas/ports/people/directory.ts';
import { findTask } from '../find-task.ts';
import { UserMistake } from '../user-mistake.ts';
import { entryOf, type StaffOffice } from './staff-office.ts';
import type { Delivery, User, UserPool } from './user-pool.ts';

export interface PersonWish {
  id: string;
  name: string;
  email: string | undefined;
  /** Where they are rung, the usual one first; as given. */
  phones: readonly string[];
  role: Role;
  /** That shall list them, or name them as its lead. */
  tasks: readonly string[];
  delivery: Delivery;
}

/** Adds what of the person is not there yet, and tells of everything what it is now. */
export async function addPerson(
  office: StaffOffice,
  wish: PersonWish,
  tell: (line: string) => void,
): Promise<void> {
  const { directory, pool, signIn } = office;
  const { entry, tasks } = await checkEntry(directory, wish);
  const account = pool && (await checkAccount(pool, wish));
  if (entry) tell(await register(directory, entry));
  else await takeBack(directory, wish.id);
  for (const task of tasks) tell(await enlist(directory, task, wish));
  tell(account ? await account.settle() : signIn);
  await raise(directory, wish);
}

/** Whose role was taken a moment ago is held to what was left until the directory hears of the new one. */
async function raise(directory: Directory, { id, role }: PersonWish): Promise<void> {
  const known = await entryOf(directory, id);
  if (known?.role === undefined || !isMightier(role, known.role)) return;
  await directory.changeOperator(id, { role, roleChangedAt: Date.now() });
}

async function checkEntry(directory: Directory, wish: PersonWish) {
  const entry = entryFor(wish);
  if (entry) await refuseTakenAddress(directory, entry);
  const tasks = await Promise.all(wish.tasks.map((id) => findTask(directory, id)));
  if (tasks.length === 0 || entry !== undefined || wish.role === 'lead') return { entry, tasks };
  throw new UserMistake(`A task lists who can be rung: give a ${wish.role} a --phone, too.`);
}

/** Answers how the person comes to be able to sign in; changes nothing yet. */
async function checkAccount(pool: UserPool, wish: PersonWish) {
  const id = wish.id.toLowerCase();
  if (wish.id !== id) {
    throw new UserMistake(`Signing in does not tell capitals apart: make the id ${id}.`);
  }
  const user = await pool.find(id);
  if (user !== undefined) return { settle: () => keepIn(pool, user, wish) };
  const email = readEmail(wish.email);
  return { settle: () => letIn(pool, email, wish) };
}

/** Only operators take calls without a phone of their own: their browser is one. */
function entryFor({ id, name, phones, role }: PersonWish): Operator | undefined {
  if (role !== 'operator' && phones.length === 0) return undefined;
  const addresses = [...new Set([...phones.map(readPhone), `client:${id}`])];
  const parsed = operatorSchema.safeParse({ id, name, addresses });
  if (parsed.success) return parsed.data;
  throw new UserMistake(parsed.error.issues.map(({ message }) => message).join('; '));
}

function readPhone(given: string): string {
  const address = toAddress(given, 'ZZ');
  if (address !== undefined) return address;
  throw new UserMistake(
    `--phone must be a number with its country code, such as +441234567890, or sip:user@domain, got ${given}.`,
  );
}

/** Who is rung at an address is who takes the call. */
async function refuseTakenAddress(directory: Directory, { id, addresses }: Operator) {
  for (const other of await directory.operators()) {
    if (other.id === id || other.gone === true) continue;
    const taken = other.addresses.find((it) => addresses.includes(it));
    if (taken !== undefined) throw new UserMistake(`${other.id} is reached at ${taken} already.`);
  }
}

async function register(directory: Directory, entry: Operator): Promise<string> {
  const { id, name, addresses } = entry;
  const known = await entryOf(directory, id);
  if (known !== undefined && known.gone !== true) {
    const reached = `${known.name} is in the directory already, reached at ${known.addresses.join(', ')}.`;
    const isOther = known.name !== name || !addresses.every((it) => known.addresses.includes(it));
    return isOther ? `${reached} To change that, use the supervisor’s page.` : reached;
  }
  await directory.putOperator({ ...known, ...entry });
  const how = known ? 'is back in the directory' : 'is in the directory';
  return `${name} ${how}, reached at ${addresses.join(', ')}.`;
}

/** A supervisor who takes no calls has an entry only if they were removed once. */
async function takeBack(directory: Directory, id: string): Promise<void> {
  const known = await entryOf(directory, id);
  if (known?.gone === true) await directory.changeOperator(id, { gone: false });
}

async function enlist(directory: Directory, task: Task, wish: PersonWish): Promise<string> {
  const { id, name, role } = wish;
  if (role === 'lead') return nameLead(directory, task, wish);
  if (task.operators.includes(id)) return `${task.id} lists ${name} already.`;
  await directory.putTask({ ...task, operators: [...task.operators, id] });
  return `${task.id} lists ${name} now.`;
}

async function nameLead(
  directory: Directory,
  task: Task,
  { id, name }: PersonWish,
): Promise<string> {
  const { leads = [] } = task;
  if (leads.includes(id)) return `${name} leads ${task.id} already.`;
  await directory.putTask({ ...task, leads: [...leads, id] });
  return `${name} leads ${task.id} now.`;
}

async function letIn(pool: UserPool, email: string, wish: PersonWish): Promise<string> {
  const { id, name, role, delivery } = wish;
  const password = await pool.create({ id, name, email }, delivery);
  await pool.allow(id, role);
  return welcome({ id, name, role, email }, password);
}

async function keepIn(
  pool: UserPool,
  { email, roles }: User,
  { id, name, role }: PersonWish,
): Promise<string> {
  if (!roles.includes(role)) await pool.allow(id, role);
  const all = [...new Set([...roles, role])].join(' and ');
  return `${name} can sign in already as ${id} (${email}): ${all}.`;
}

function welcome(
  { id, name, role, email }: { id: string; name: string; role: Role; email: string },
  password: string | undefined,
): string {
  const signIn = `${name} can sign in as ${id}: ${role}.`;
  return password === undefined
    ? `${signIn} A temporary password was sent to ${email}.`
    : `${signIn} Temporary password, shown only now: ${password}`;
}

function readEmail(given: string | undefined): string {
  if (given !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) return given;
  throw new UserMistake(
    given === undefined
      ? 'With which e-mail address? Name it with --email: passwords are sent there.'
      : `--email must be an e-mail address, got ${given}.`,
  );
}
