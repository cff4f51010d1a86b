import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import type { KeypadContext } from '../../../lambdas/domain/script/fields/keypad.ts';
import type { Field, Run, Script, Step } from '../../../lambdas/domain/script/script.ts';

const file = path.join(__dirname, '../../../lib/local/sample/script.json');

/** The script that the sample task comes with, as it is written. */
export const sampleFile: unknown = JSON.parse(readFileSync(file, 'utf8'));

export function scriptOf(given: unknown): Script {
  const reading = readScript(given);
  if ('problems' in reading) throw new Error(reading.problems.join('\n'));
  return reading.script;
}

/** Questions, from the first to the end, one step for each list of fields. */
export function straightScript(...questions: Field[][]): Script {
  const steps = questions.map((fields, index): Step => {
    const next = index + 1 < questions.length ? `step${index + 1}` : 'end';
    return { id: `step${index}`, fields, next };
  });
  return scriptOf({ title: 'Straight', start: 'step0', steps });
}

/** A Monday in London; any text with three digits is a phone number. */
export const monday: KeypadContext = {
  today: '2026-11-23',
  isPhone: (text) => /\d{3}/.test(text),
};

export function runIn(result: { run: Run } | object): Run {
  if ('run' in result) return result.run as Run;
  throw new Error(`not taken: ${JSON.stringify(result)}`);
}
