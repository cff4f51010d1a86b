/**
 * Loaded before a command (`node --import`), in plain JavaScript, so that any Node can read it:
 * a Node that cannot run the command says so in a sentence, and one that can keeps what it
 * compiles, which saves a second at every start but the first.
 */
import module from 'node:module';
import path from 'node:path';

if (!process.features.typescript) {
  console.error(
    `This needs Node 22.18 or newer, and this is ${process.version}. npm ci brings Node 24 along ` +
      'for most machines: run it again without --omit=optional, or install Node 24 yourself.',
  );
  process.exit(1);
}
const cache = path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'node');
module.enableCompileCache?.(cache);
