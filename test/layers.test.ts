import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const config = path.join(root, '.dependency-cruiser.cjs');
const { forbidden } = require(config) as { forbidden: { name: string }[] };

/** A file in `from` imports what is in `to`, a folder or a package of Node: these rules forbid that. */
const violations: [rules: string, from: string, to: string][] = [
  ['domain-is-pure', 'lambdas/domain/row', 'lambdas/ports'],
  ['domain-is-pure', 'lambdas/domain/row', 'node:fs'],
  ['ports-know-the-domain', 'lambdas/ports', 'lambdas/use-cases/call'],
  ['use-cases-know-ports', 'lambdas/use-cases/call', 'lambdas/handlers/boundary'],
  ['adapters-know-ports', 'lambdas/adapters/sqs', 'lambdas/use-cases/call'],
  ['handlers-see-no-adapters', 'lambdas/handlers/boundary', 'lambdas/adapters/sqs'],
  ['adapters-are-composed', 'lib/local', 'lambdas/adapters/sqs'],
  ['console-knows-the-contract', 'lambdas/console/desk', 'lambdas/ports'],
  ['console-loads-no-schemas', 'lambdas/console/desk', 'lambdas/contract'],
  ['lambdas-stand-alone', 'lambdas/composition', 'lib/cloud/base'],
  ['tests-stay-tests', 'lib/local', 'test/support/memory'],
  ['tests-stay-tests', 'bin', 'lib/cloud/test'],
  ['tools-stand-alone', 'lib/phone-network/src', 'lambdas/domain/basics'],
  ['tools-stand-alone', 'lib/aws-machine/test', 'test/support'],
  ['tools-stand-alone lib/phone-network', 'lib/phone-network/src', 'lib/aws-machine/src'],
  ['tools-stand-alone lib/aws-machine', 'lib/aws-machine/src', 'lib/local'],
  ['tools-are-for-one-machine', 'bin', 'lib/phone-network/src'],
  ['tools-are-for-one-machine', 'lib/cloud/base', 'lib/aws-machine/src'],
  ['tools-offer-their-exports', 'lib/local', 'lib/phone-network/src/twiml'],

  ...rooms('lambdas/domain', {
    basics: 'task',
    task: 'row',
    row: 'do-not-call',
    'do-not-call': 'attempt',
    attempt: 'gate',
    gate: 'order',
    order: 'settlement',
    settlement: 'script',
    script: 'form',
    form: 'views',
    views: 'import',
    import: 'phone',
    phone: 'attic',
    evidence: 'phone',
    figures: 'phone',
    events: 'evidence',
    '…': 'basics',
  }),
  ...rooms('lambdas/use-cases', {
    sweep: 'gate',
    numbers: 'gate',
    events: 'gate',
    gate: 'call',
    call: 'views',
    views: 'recording',
    recording: 'conference',
    conference: 'promises',
    promises: 'callback',
    callback: 'own-calls',
    'own-calls': 'inbound',
    inbound: 'desk',
    desk: 'form',
    form: 'recovery',
    recovery: 'table-files',
    'table-files': 'evidence',
    evidence: 'attic',
    '…': 'call',
  }),
  ...rooms('lambdas/adapters', {
    '.': 'twilio',
    twilio: 'websocket',
    websocket: 'sqs',
    sqs: 'scheduler',
    eventbridge: 'sqs',
    powertools: 'sqs',
    system: 'powertools',
    ssm: 'scheduler',
    scheduler: 'ssm',
    'dynamodb/client': 'ssm',
    '…': 'sqs',
  }),
  ...rooms('lambdas/adapters/dynamodb', {
    client: 'rows',
    rows: 'attempts',
    attempts: 'counters',
    counters: 'desks',
    'do-not-call': 'forms',
    desks: 'directory',
    directory: 'forms',
    forms: 'views',
    views: 'counters',
    evidence: 'recordings',
    recordings: 'attic',
    '…': 'client',
  }),
  ...rooms('lambdas/handlers/api', {
    http: 'answers',
    answers: 'calls',
    calls: 'people',
    people: 'rows',
    rows: 'tasks',
    tasks: '.',
    '.': 'attic',
    '…': 'http',
  }),
  ...rooms('lambdas/console', {
    browser: 'words',
    words: 'parts',
    parts: 'shell',
    shell: 'desk',
    desk: 'supervisor',
    supervisor: 'attic',
    '…': 'browser',
  }),
  ...rooms('lambdas/ports', {
    rows: 'people',
    people: 'rows',
    calls: 'limits',
    limits: 'records',
    records: 'calls',
    '.': 'attic',
    '…': 'rows',
  }),
  ...rooms('lib/phone-network/src', {
    base: 'legs',
    legs: 'account',
    account: 'lines',
    lines: 'conferences',
    conferences: 'webhooks',
    webhooks: 'recordings',
    recordings: 'twiml',
    twiml: 'verbs',
    verbs: 'rest',
    rest: 'phones',
    phones: 'devices',
    devices: '.',
    '.': 'page',
    'voice-sdk': 'page',
    page: 'attic',
    '…': 'base',
  }),
  ...rooms('lib/aws-machine/src', {
    base: 'template',
    template: 'base',
    permissions: 'proxy',
    proxy: 'dynamodb',
    dynamodb: 'sqs',
    functions: 'scheduler',
    parameters: 'dynamodb',
    scheduler: 'functions',
    sqs: 'gateway',
    'event-bus': 'sqs',
    'event-sources': 'gateway',
    gateway: 'event-sources',
    '.': 'attic',
    '…': 'base',
  }),
  ...rooms('lib', {
    bundles: 'cloud',
    'command-line': 'local',
    recipes: 'cloud',
    cloud: 'local',
    local: 'package',
    package: 'cost',
    cost: 'attic',
    '…': 'bundles',
  }),
  ...rooms('lib/cloud', {
    base: 'stages',
    stages: 'data',
    data: 'timing',
    timing: 'data',
    doors: 'work',
    work: 'pages',
    pages: 'watch',
    watch: 'pages',
    '.': 'attic',
    '…': 'base',
  }),
  ...rooms('lib/command-line', {
    '.': 'evidence',
    evidence: 'operator',
    operator: 'redrive',
    redrive: 'twilio',
    twilio: 'operator',
    client: 'attic',
    '…': '.',
  }),
];

/** In each room of a folder, an import of another that the room may not see; `…` is a room that stands in no order. */
function rooms(base: string, sight: Record<string, string>): typeof violations {
  return Object.entries(sight).map(([room, other]) => [
    `${base}/${room.split('/')[0]}`,
    path.join(base, room === '…' ? 'attic' : room),
    path.join(base, other),
  ]);
}

const planted = violations.map(([rules, from, to], index) => ({
  rules,
  from,
  to,
  file: `${from}/violation-${index}.ts`,
}));
const found = cruise(planted);

test.each(planted)('finds a violation of $rules: $from imports $to', ({ rules, file }) => {
  expect(found.get(file)?.toSorted()).toEqual(rules.split(' ').toSorted());
});

test('finds cycles', () => {
  expect(found.get('lambdas/domain/basics/egg.ts')).toEqual(['no-cycles']);
});

test('has shown a violation of every rule', () => {
  const shown = new Set([...found.values()].flat());
  expect(forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

test('finds nothing in what keeps the rules', () => {
  expect(found.get('lambdas/use-cases/call/rule-keeper.ts')).toBeUndefined();
});

/** Plants all in one tree, and answers the rules that each file breaks. */
function cruise(imports: { file: string; to: string }[]): Map<string, string[]> {
  const tree = mkdtempSync(path.join(tmpdir(), 'layers-'));
  try {
    copyFileSync(path.join(root, 'tsconfig.json'), path.join(tree, 'tsconfig.json'));
    for (const { file, to } of imports) plantImport(tree, file, to);
    plantImport(tree, 'lambdas/use-cases/call/rule-keeper.ts', 'lambdas/ports');
    plant(tree, 'lambdas/domain/basics/egg.ts', "import './hen.ts';");
    plant(tree, 'lambdas/domain/basics/hen.ts', "import './egg.ts';");
    return brokenRules(tree);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function plantImport(tree: string, file: string, to: string): void {
  if (to.startsWith('node:')) return plant(tree, file, `import '${to}';`);
  plant(tree, `${to}/target.ts`, 'export {};');
  const relative = path.relative(path.dirname(file), `${to}/target.ts`);
  plant(tree, file, `import '${relative.startsWith('.') ? relative : `./${relative}`}';`);
}

function plant(tree: string, file: string, text: string): void {
  const whole = path.join(tree, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

function brokenRules(tree: string): Map<string, string[]> {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', '.'],
    { cwd: tree, encoding: 'utf8' },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const files = Map.groupBy(summary.violations, ({ from }) => from);
  return new Map(
    [...files].map(([file, broken]) => [file, [...new Set(broken.map(({ rule }) => rule.name))]]),
  );
}
