/** The layers of the code: who may import whom. A test plants a violation and expects it found. */
const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

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
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
