import { costCommand } from '../../lib/cost/cost-command.ts';
import { runHere } from '../command-line/run-here.ts';

const run = (...words: string[]) => runHere(costCommand, words, {});

test('prints both bills and the goals', async () => {
  const { code, stdout } = await run('--callbacks', '2000', '--operators', '3');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^A month of 2,000 callbacks and 3 operators$/m);
  expect(stdout).toMatch(/^ {2}Though nobody calls +\d+\.\d\d$/m);
  expect(stdout).toMatch(/^ {2}customers’ phones +70\.00$/m);
  expect(stdout.match(/at most .*: kept$/gm)).toHaveLength(4);
});

test('says of which day its numbers are', async () => {
  const { stdout } = await run();
  expect(stdout).toMatch(/List prices of \d{4}-\d\d-\d\d/);
  expect(stdout).toMatch(/counted on \d{4}-\d\d-\d\d/);
});

test.each([
  [['--callbacks', 'many'], '--callbacks must be a whole number, 0 or more, got many.'],
  [['--attempts', '0.5'], '--attempts must be a number such as 2.5, 1 or more, got 0.5.'],
  [['--phones', 'fax'], '--phones must be browser or phone, got fax.'],
  [['--stage', 'moon'], 'The stack cannot be synthesized: stage must be one of'],
  [['--operator', '3'], 'Unknown option'],
])('%j is answered with a sentence', async (words, sentence) => {
  const { code, stderr } = await run(...words);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('tells of itself', async () => {
  expect((await run('--help')).stdout).toContain('npm run cost -- [options]');
});
