import { type Script, scriptSchema } from '../script.ts';
import { problemsOfColumns } from './check-columns.ts';
import { problemsOfConditions } from './check-conditions.ts';
import { problemsOfFields } from './check-fields.ts';
import { problemsOfSteps } from './check-steps.ts';
import { type ScriptProblem, scriptProblemText } from './script-problem.ts';
import { englishScript } from './script-words-en.ts';
import { shapeProblems } from './shape-problems.ts';

export type ScriptReading = { script: Script } | { problems: ScriptProblem[] };

/** Reads a script as somebody wrote it, or says all that is wrong with it. */
export function readScript(given: unknown): ScriptReading {
  if (isDeeperThan(deepest, given)) {
    return { problems: [{ place: [], code: 'too-deep', most: deepest }] };
  }
  const parsed = scriptSchema.safeParse(given);
  if (!parsed.success) return { problems: shapeProblems(parsed.error, given) };
  const problems = [...sizeProblems(parsed.data), ...meaningProblems(parsed.data)];
  return problems.length === 0 ? { script: parsed.data } : { problems };
}

/** In English sentences. */
export function problemsOfScript(given: unknown): string[] {
  const reading = readScript(given);
  const problems = 'problems' in reading ? reading.problems : [];
  return problems.map((it) => scriptProblemText(it, englishScript));
}

function meaningProblems(script: Script): ScriptProblem[] {
  return [
    ...problemsOfSteps(script),
    ...problemsOfFields(script.steps),
    ...problemsOfConditions(script),
    ...problemsOfColumns(script),
  ];
}

/** A sensible script needs eight; conditions within conditions are read recursively. */
const deepest = 20;

function isDeeperThan(levels: number, given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return levels === 0 || Object.values(given).some((it) => isDeeperThan(levels - 1, it));
}

/** A version is one item of the database, 400 KB at most, and a character has up to four bytes. */
const mostCharacters = 90_000;

function sizeProblems(script: Script): ScriptProblem[] {
  const size = JSON.stringify(script).length;
  if (size <= mostCharacters) return [];
  return [{ place: [], code: 'too-long', most: mostCharacters, got: size }];
}
