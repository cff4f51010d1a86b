const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that run for a minute and more: some of these wait most of the time, the others reckon and draw. */
const waiting = ['test/cost/', 'test/scenarios/'];
const busy = ['test/properties/floor', 'test/browser/'];

/**
 * Long files begin first, so that none is left alone at the end; and those that wait beside those that are
 * busy, so that no core stands idle and no three browsers share two.
 */
module.exports = class MixedOrder extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    const of = (starts) => bySize.filter((test) => isIn(test, starts));
    const short = bySize.filter((test) => !isIn(test, [...waiting, ...busy]));
    return [...taking(of(waiting), of(busy)), ...short];
  }
};

function isIn({ path: file, context }, starts) {
  const name = path.relative(context.config.rootDir, file);
  return starts.some((start) => name.startsWith(start));
}

/** One of each in turn. */
function taking(some, others) {
  const most = Math.max(some.length, others.length);
  return Array.from({ length: most }, (_, n) => [some[n], others[n]])
    .flat()
    .filter((file) => file !== undefined);
}
