const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that start systems and browsers, or simulate a floor, take a minute and more and wait for much of
 * it: they begin first, so that nothing long is left alone at the end.
 */
const longOnes = ['test/cost/', 'test/properties/floor', 'test/scenarios/', 'test/browser/'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    return longOnes
      .flatMap((start) => bySize.filter((test) => isIn(test, start)))
      .concat(bySize.filter((test) => !longOnes.some((start) => isIn(test, start))));
  }
};

function isIn({ path: file, context }, start) {
  return path.relative(context.config.rootDir, file).startsWith(start);
}
