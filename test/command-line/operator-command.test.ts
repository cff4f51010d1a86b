import { tablePorts } from '../../lambdas/composition/table-ports.ts';
import { operatorSchema } from '../../lambdas/domain/task/task.ts';
import { findTables } from '../../lib/command-line/find-tables.ts';
import { operatorCommand } from '../../lib/command-line/operator/operator-command.ts';
import { runHere } from './run-here.ts';
import { demo, systemsForTests } from './systems.ts';
import { UserPoolUnderTest } from './user-pool-under-test.ts';

const { open, serve, cloudFormation } = systemsForTests();
const before = { ...process.env };
let pool: UserPoolUnderTest;
beforeEach(async () => {
  pool = new UserPoolUnderTest();
  await pool.start();
});
afterEach(() => {
  pool.stop();
  process.env = { ...before };
});

const run = (words: string[]) => runHere(operatorCommand, words);

/** A system on this machine, whose people sign in without passwords. */
async function here() {
  const { tables, endpoint } = await open();
  const aws = { endpoint, region: 'eu-central-1', outputs: {}, queues: {} };
  const dynamodb = { endpoint, region: 'eu-central-1', tables };
  const description = { aws, dynamodb, twilio: { baseUrl: endpoint } };
  const url = await serve('application/json', () => JSON.stringify(description));
  return { where: ['--url', url], directory: await directoryOf({ url }) };
}

/** A stack in AWS, with a user pool. */
async function inAws() {
  const { tables, endpoint } = await open();
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_CLOUDFORMATION: await cloudFormation(tables, { UserPoolId: 'eu-central-1_x' }),
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.endpoint,
  });
  return { where: ['--stack', 'centre'], directory: await directoryOf({ stack: 'centre' }) };
}

/** Reads anew at every look. */
async function directoryOf(whereabouts: { url: string } | { stack: string }) {
  const access = await findTables(whereabouts);
  return () => tablePorts(access).directory;
}

const bob = ['--name', 'Bob', '--phone', '+44 7700 900123', '--email', 'bob@example.com'];

describe('on this machine', () => {
  test('an operator is in the directory, and their browser is one of their phones', async () => {
    const { where, directory } = await here();
    const ran = await run(['add', 'bob', ...bob, '--task', 'demo', ...where]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(`Bob is in the directory, reached at +447700900123, client:bob.
demo lists Bob now.
On this machine people sign in without a password, as a supervisor or as anybody in the directory.
`);
    expect(await directory().operators()).toMatchObject([
      { id: 'bob', name: 'Bob', addresses: ['+447700900123', 'client:bob'] },
    ]);
    expect(await directory().task('demo')).toEqual({ ...demo, operators: ['anna', 'bob'] });
  });

  test('repeating changes nothing and says what there is', async () => {
    const { where, directory } = await here();
    await run(['add', 'bob', ...bob, '--task', 'demo', ...where]);
    const then = await directory().operators();
    const ran = await run(['add', 'bob', '--name', 'Robert', '--task', 'demo', ...where]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      'Bob is in the directory already, reached at +447700900123, client:bob. To change that, use the supervisor’s page.\ndemo lists Robert already.\n',
    );
    expect(await directory().operators()).toEqual(then);
  });

  test('who is removed gets no calls, and can come back with the PIN that they had', async () => {
    const { where, directory } = await here();
    await run(['add', 'bob', ...bob, ...where]);
    const [known] = await directory().operators();
    await directory().putOperator(operatorSchema.parse({ ...known, pinHash: 'h' }));
    expect((await run(['remove', 'bob', ...where])).stdout).toContain(
      'Bob gets no calls any more.',
    );
    expect(await directory().operators()).toMatchObject([{ id: 'bob', gone: true }]);
    expect((await run(['remove', 'bob', ...where])).stdout).toContain('was gone');
    expect((await run(['add', 'bob', ...bob, ...where])).stdout).toContain('is back');
    expect(await directory().operators()).toMatchObject([{ gone: false, pinHash: 'h' }]);
  });

  test('a supervisor who takes no calls needs nothing here', async () => {
    const { where, directory } = await here();
    const ran = await run(['add', 'sue', '--name', 'Sue', '--supervisor', ...where]);
    expect(ran.stdout).toMatch(/^On this machine people sign in without a password/);
    expect(await directory().operators()).toEqual([]);
  });

  test('the list shows who there is', async () => {
    const { where } = await here();
    expect((await run(['list', ...where])).stdout).toBe('There is nobody yet.\n');
    await run(['add', 'bob', ...bob, '--task', 'demo', ...where]);
    await run(['add', 'kim', '--name', 'Kim', ...where]);
    await run(['remove', 'kim', ...where]);
    expect((await run(['list', ...where])).stdout).toBe(
      `ID   NAME  ROLE      REACHED AT                 TASKS
bob  Bob   operator  +447700900123, client:bob  demo
kim  Kim   operator  gone
`,
    );
  });

  test('a lead is named by their task, and takes calls only with a phone', async () => {
    const { where, directory } = await here();
    const words = ['add', 'lena', '--name', 'Lena', '--lead', '--task', 'demo', ...where];
    expect((await run(words)).stdout).toContain('Lena leads demo now.');
    expect((await run(words)).stdout).toContain('Lena leads demo already.');
    expect(await directory().task('demo')).toEqual({ ...demo, leads: ['lena'] });
    expect(await directory().operators()).toEqual([]);
  });

  test.each([
    [['reset-password', 'bob'], 'There is no password to reset. On this machine'],
    [['remove', 'nobody'], 'There is nobody with the id nobody. There is bob.'],
    [
      ['add', 'kim', '--name', 'Kim', '--phone', '+447700900123'],
      'bob is reached at +447700900123 already.',
    ],
    [
      ['add', 'kim', '--name', 'Kim', '--phone', '900123'],
      '--phone must be a number with its country code',
    ],
    [['add', 'kim', '--name', 'Kim', '--task', 'none'], 'There is no task none. There is demo.'],
    [['add', 'kim', '--name', ''], '--name must be 1–200 characters, got 0.'],
    [['add', 'kim', '--name', 'Kim', '--lead', '--viewer'], 'One role at a time'],
    [
      ['add', 'sue', '--name', 'Sue', '--supervisor', '--task', 'demo'],
      'give a supervisor a --phone, too',
    ],
  ])('%j is a mistake, and changes nothing', async (words, sentence) => {
    const { where, directory } = await here();
    await run(['add', 'bob', ...bob, ...where]);
    const ran = await run([...words, ...where]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toContain('    at ');
    expect(await directory().operators()).toHaveLength(1);
  });
});

describe('in AWS', () => {
  test('an operator is sent a temporary password and may sign in', async () => {
    const { where, directory } = await inAws();
    const ran = await run(['add', 'bob', ...bob, ...where]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain(
      'Bob can sign in as bob: operator. A temporary password was sent to bob@example.com.\n',
    );
    expect(pool.mails).toEqual(['invitation for bob']);
    expect(pool.users.get('bob')).toMatchObject({
      groups: ['operator'],
      UserAttributes: [
        { Name: 'email', Value: 'bob@example.com' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: 'Bob' },
      ],
    });
    expect(await directory().operators()).toMatchObject([{ id: 'bob' }]);
  });

  test('the first supervisor: the password is shown instead of mailed, and only once', async () => {
    const { where, directory } = await inAws();
    const sue = ['add', 'sue', '--name', 'Sue', '--email', 'sue@example.com', '--supervisor'];
    const ran = await run([...sue, '--print-password', ...where]);
    const password = /shown only now: (\S{20})\n$/.exec(ran.stdout)?.[1] ?? '';
    expect(pool.users.get('sue')).toMatchObject({
      groups: ['supervisor'],
      TemporaryPassword: password,
    });
    for (const needed of [/[a-z]/, /[A-Z]/, /\d/, /-/]) expect(password).toMatch(needed);
    expect(pool.mails).toEqual([]);
    expect(await directory().operators()).toEqual([]);
    const again = await run([...sue, '--print-password', ...where]);
    expect(again.stdout).toBe('Sue can sign in already as sue (sue@example.com): supervisor.\n');
    expect(pool.users.get('sue')).toMatchObject({ TemporaryPassword: password });
  });

  test('an operator becomes a supervisor by being added as one', async () => {
    const { where } = await inAws();
    await run(['add', 'bob', ...bob, ...where]);
    const ran = await run(['add', 'bob', ...bob, '--supervisor', ...where]);
    expect(ran.stdout).toContain('operator and supervisor.');
    expect(pool.users.get('bob')?.groups).toEqual(['operator', 'supervisor']);
  });

  test('who becomes an operator is no supervisor any more, on pages that are open either', async () => {
    const { where, directory } = await inAws();
    await run([
      'add',
      'sue',
      '--name',
      'Sue',
      '--email',
      's@example.com',
      '--supervisor',
      ...where,
    ]);
    const demote = ['set-role', 'sue', '--role', 'operator', ...where];
    expect((await run(demote)).stderr).toContain('sue is the only supervisor');
    await run([
      'add',
      'tom',
      '--name',
      'Tom',
      '--email',
      't@example.com',
      '--supervisor',
      ...where,
    ]);
    expect((await run(demote)).stdout).toBe(
      'sue signs in as operator from now on; pages that are open follow within a minute.\n',
    );
    expect(pool.users.get('sue')?.groups).toEqual(['operator']);
    expect(await directory().operator('sue')).toMatchObject({ role: 'operator', name: 'Sue' });
    await run(['set-role', 'sue', '--role', 'supervisor', ...where]);
    expect(pool.users.get('sue')?.groups).toEqual(['supervisor']);
    expect(await directory().operator('sue')).toMatchObject({ role: 'supervisor' });
  });

  test('who is made a supervisor again is not held to the role that was left to them', async () => {
    const { where, directory } = await inAws();
    for (const id of ['sue', 'tom'])
      await run(['add', id, '--name', id, '--email', 'x@example.com', '--supervisor', ...where]);
    await run(['set-role', 'sue', '--role', 'operator', ...where]);
    await run(['add', 'sue', '--name', 'sue', '--supervisor', ...where]);
    expect(pool.users.get('sue')?.groups).toEqual(['operator', 'supervisor']);
    expect(await directory().operator('sue')).toMatchObject({ role: 'supervisor' });
  });

  test('without an e-mail address nobody is added at all', async () => {
    const { where, directory } = await inAws();
    for (const email of [[], ['--email', 'bob']]) {
      const ran = await run(['add', 'bob', '--name', 'Bob', ...email, ...where]);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('--email');
    }
    expect(await directory().operators()).toEqual([]);
    expect(pool.users.size).toBe(0);
  });

  test('an id has no capitals: signing in does not tell them apart', async () => {
    const { where } = await inAws();
    const ran = await run(['add', 'Bob', ...bob, ...where]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('make the id bob.');
  });

  test('who is removed cannot sign in any more', async () => {
    const { where, directory } = await inAws();
    await run(['add', 'bob', ...bob, ...where]);
    const ran = await run(['remove', 'bob', ...where]);
    expect(ran.stdout).toContain('bob cannot sign in any more');
    expect(pool.users.has('bob')).toBe(false);
    expect(await directory().operators()).toMatchObject([{ gone: true }]);
  });

  test('the last supervisor stays until there is another', async () => {
    const { where } = await inAws();
    const add = (id: string) =>
      run(['add', id, '--name', id, '--email', `${id}@example.com`, '--supervisor', ...where]);
    await add('sue');
    expect((await run(['remove', 'sue', ...where])).stderr).toBe(
      'sue is the only supervisor: add another one first.\n',
    );
    await add('tom');
    expect((await run(['remove', 'sue', ...where])).code).toBe(0);
    expect([...pool.users.keys()]).toEqual(['tom']);
  });

  test('a password is reset by mail: again the invitation, or a code', async () => {
    const { where } = await inAws();
    await run(['add', 'bob', ...bob, ...where]);
    await run(['reset-password', 'bob', ...where]);
    expect(pool.mails).toEqual(['invitation for bob', 'invitation for bob']);
    expect(pool.texts).toEqual([]);
    Object.assign(pool.users.get('bob') ?? {}, { UserStatus: 'CONFIRMED' });
    const ran = await run(['reset-password', 'bob', ...where]);
    expect(ran.stdout).toBe(
      'bob was sent an e-mail to bob@example.com: with it a new password is chosen.\n',
    );
    expect(pool.mails.at(-1)).toBe('code for bob');
  });

  test('a password that is reset on the spot is shown once', async () => {
    const { where } = await inAws();
    await run(['add', 'bob', ...bob, ...where]);
    const ran = await run(['reset-password', 'bob', '--print-password', ...where]);
    const password = /shown only now: (\S+)\n$/.exec(ran.stdout)?.[1];
    expect(pool.users.get('bob')?.TemporaryPassword).toBe(password);
  });

  test('the list shows who can sign in and who cannot', async () => {
    const { where, directory } = await inAws();
    await run(['add', 'bob', ...bob, ...where]);
    await run([
      'add',
      'sue',
      '--name',
      'Sue',
      '--email',
      's@example.com',
      '--supervisor',
      ...where,
    ]);
    const kim = { id: 'kim', name: 'Kim', addresses: ['client:kim'] };
    await directory().putOperator(operatorSchema.parse(kim));
    expect((await run(['list', ...where])).stdout).toBe(
      `ID   NAME  ROLE        REACHED AT                 SIGN-IN
bob  Bob   operator    +447700900123, client:bob  has not signed in yet (bob@example.com)
kim  Kim   operator    client:kim                 cannot sign in
sue        supervisor  takes no calls             has not signed in yet (s@example.com)
`,
    );
  });

  test.each([
    ['AccessDeniedException', 'Your AWS credentials do not let you change who may sign in'],
    ['ResourceNotFoundException', 'deploy the stack again'],
    ['LimitExceededException', 'use --print-password'],
    ['SomethingElse', 'It failed: SomethingElse'],
  ])('%s is told in a sentence', async (name, sentence) => {
    const { where } = await inAws();
    pool.refusal = name;
    const ran = await run(['add', 'bob', ...bob, ...where]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toContain('    at ');
  });
});

test.each([
  [[], 'What shall be done? add, list, remove, set-role, reset-password. See --help.'],
  [
    ['sack', 'bob'],
    'What shall be done? add, list, remove, set-role, reset-password, not sack. See --help.',
  ],
  [['remove'], 'Who? Give the id, such as anna.'],
  [['remove', 'bob', 'kim'], 'One person at a time, got bob, kim.'],
  [['remove', 'b b'], 'An id has 1–32 letters, digits, hyphens or underscores, got b b.'],
])('%j is a mistake, before any system is asked', async (words, sentence) => {
  expect(await run(words)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
});

test('--help tells how it is used', async () => {
  const ran = await run(['--help']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('npm run operator -- add ID');
});
