const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that run for a minute and more: some of these wait most of the time, the others reckon and draw. */
const waiting = ['test/cost/', 'test/scenarios/'];
const busy = ['test/browser/', 'test/properties/floor'];

/** Long files begin within this part of all, so that none is left alone at the end. */
const longPart = 0.8;

/** Runs what waits beside what is busy, so that no core stands idle, and begins nothing long at the end. */
module.exports = class MixedOrder extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    const of = (kind) => bySize.filter((test) => kindOf(test) === kind);
    return [
      ...spread(of('waiting'), longPart),
      ...spread(of('busy'), longPart),
      ...spread(of('short'), 1),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  }
};

function kindOf({ path: file, context }) {
  const name = path.relative(context.config.rootDir, file);
  const isIn = (starts) => starts.some((start) => name.startsWith(start));
  if (isIn(waiting)) return 'waiting';
  return isIn(busy) ? 'busy' : 'short';
}

function spread(files, part) {
  return files.map((file, n) => ({ file, at: (n / files.length) * part }));
}
