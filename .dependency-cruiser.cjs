/** The layers of the code: who may import whom. A test plants a violation of each rule and expects it found. */
const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

/**
 * The rooms of a folder, from the one that knows least. `<`: a room sees the rooms left of it.
 * `,`: neighbours, who do not see each other. `.`: the files that stand in no room, which nobody in
 * a room may see but where this list says so.
 */
const orders = {
  'lambdas/domain':
    'basics < task < row < do-not-call < attempt < gate < order < settlement < script < form, views, import < figures, phone, evidence, events',
  'lambdas/use-cases':
    'sweep, numbers, events < gate < call, views < recording < conference < promises < callback < own-calls < inbound < desk < form < recovery < table-files < evidence',
  'lambdas/adapters':
    '. < twilio, websocket, sqs, eventbridge, powertools, system < ssm, scheduler, dynamodb',
  'lambdas/adapters/dynamodb':
    'client < rows < attempts < counters, desks, directory, do-not-call, forms, views < evidence, recordings',
  'lambdas/handlers/api': 'http < answers < calls, people, rows, tasks < .',
  'lambdas/console': 'browser < words < parts < shell < desk < supervisor',
  'lib': 'phone-network, aws-machine, bundles, command-line, recipes < cloud < local, package < cost',
  'lib/cloud': 'base < stages < data, timing < doors < work < pages, watch < .',
  'lambdas/ports': 'rows, people < calls, limits, records < .',
  'lib/phone-network/src':
    'base < legs < account < lines, conferences < webhooks < recordings < twiml < verbs < rest, phones < devices < ., voice-sdk < page',
  'lib/aws-machine/src':
    'base, template < permissions < proxy < dynamodb, functions, parameters, scheduler, sqs, event-bus < event-sources, gateway < .',
  'lib/command-line': '. < evidence, operator, redrive, twilio < client',
};

const filesOf = (room) => (room === '.' ? '[^/]+$' : `${room}/`);
const anyOf = (base, rooms) => `^${base}/(${rooms.map(filesOf).join('|')})`;

/** One rule for each room: it sees itself and what stands below it; and one for rooms that the order forgot. */
function rulesOfRooms([base, order]) {
  const floors = order.split(' < ').map((floor) => floor.split(', '));
  const rooms = floors.flat();
  const perRoom = floors.flatMap((floor, height) => {
    const below = floors.slice(0, height).flat();
    return floor.map((room) =>
      rule(
        `${base}/${room}`,
        { path: anyOf(base, [room]) },
        { path: `^${base}/`, pathNot: anyOf(base, [room, ...below]) },
        `The rooms of ${base} build on each other: ${order}.`,
      ),
    );
  });
  const unlisted = rule(
    `${base}/…`,
    { path: `^${base}/`, pathNot: anyOf(base, rooms) },
    { path: '' },
    `A new room of ${base} first gets its place in the order.`,
  );
  return [...perRoom, unlisted];
}

/** What stands next door: tools that could be packages of their own. */
const tools = ['phone-network', 'aws-machine'];
const tool = `^lib/(${tools.join('|')})/`;
const offered = tools.flatMap((name) =>
  Object.values(require(`./lib/${name}/package.json`).exports).map((file) => `^lib/${name}/${file.slice(2)}$`),
);

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'A cycle is two files that should be one, or three.'),
    rule(
      'domain-is-pure',
      { path: '^lambdas/domain/' },
      {
        pathNot: [
          '^lambdas/domain/',
          '^node_modules/(zod|temporal-polyfill|temporal-spec|libphonenumber-js)/',
        ],
      },
      'The domain knows no clock, no I/O and no SDK.',
    ),
    rule(
      'ports-know-the-domain',
      { path: '^lambdas/ports/' },
      { pathNot: ['^lambdas/(ports|domain)/'] },
      'Ports say what the use cases need in the words of the domain.',
    ),
    rule(
      'use-cases-know-ports',
      { path: '^lambdas/use-cases/' },
      { pathNot: ['^lambdas/(use-cases|ports|domain)/'] },
      'Use cases reach the world through ports alone.',
    ),
    rule(
      'adapters-know-ports',
      { path: '^lambdas/adapters/' },
      { pathNot: ['^lambdas/(adapters|ports|domain)/', '^node_modules/'], dependencyTypesNot: ['core'] },
      'An adapter serves a port; it calls no use case.',
    ),
    rule(
      'handlers-see-no-adapters',
      { path: '^lambdas/(?!adapters/|composition/)' },
      { path: '^lambdas/adapters/' },
      'Only the composition puts adapters behind ports.',
    ),
    rule(
      'adapters-are-composed',
      { path: '^(bin|lib)/' },
      { path: '^lambdas/adapters/' },
      'What runs on a machine gets its ports from the composition too.',
    ),
    rule(
      'console-knows-the-contract',
      { path: '^lambdas/console/' },
      { pathNot: ['^lambdas/(console|domain|contract|table-files)/', '^node_modules/'] },
      'Pages reach the system by its API alone; what is pure is shared.',
    ),
    rule(
      'console-loads-no-schemas',
      { path: '^lambdas/console/' },
      { path: '^lambdas/contract/', dependencyTypesNot: ['type-only'] },
      'The contract’s types cost nothing; its schemas would bring zod into the browser.',
    ),
    rule(
      'lambdas-stand-alone',
      { path: '^lambdas/' },
      { path: '^(lib|bin|test)/' },
      'What runs does not depend on where it runs.',
    ),
    rule(
      'tests-stay-tests',
      { path: '^(bin|lib)/', pathNot: '^lib/[^/]+/test/' },
      { path: '^(test|lib/[^/]+/test)/' },
      'Nothing that runs needs a test, or the memory adapters that stand among them.',
    ),
    rule(
      'tools-stand-alone',
      { path: tool },
      { pathNot: ['^lib/$1/', '^node_modules/'], dependencyTypesNot: ['core'] },
      'A Twilio account and an AWS machine know nothing of what is run on them, nor of each other.',
    ),
    rule(
      'tools-are-for-one-machine',
      { path: '^(bin|lib|lambdas)/', pathNot: [tool, '^lib/(local|cost)/'] },
      { path: tool },
      'Only what runs the system on one machine, or measures it there, needs the stand-ins.',
    ),
    rule(
      'tools-offer-their-exports',
      { path: '^lib/(local|cost)/' },
      { path: tool, pathNot: offered },
      'Whoever uses a tool uses what its package.json exports.',
    ),
    ...Object.entries(orders).flatMap(rulesOfRooms),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
