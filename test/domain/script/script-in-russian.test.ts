import { readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import { scriptProblemText } from '../../../lambdas/domain/script/check/script-problem.ts';
import { englishScript } from '../../../lambdas/domain/script/check/script-words-en.ts';
import { russianScript } from '../../../lambdas/domain/script/check/script-words-ru.ts';

function problemsIn(words: typeof russianScript, given: unknown): string[] {
  const reading = readScript(given);
  return 'problems' in reading ? reading.problems.map((it) => scriptProblemText(it, words)) : [];
}

const script = (...steps: object[]) => ({ title: 'T', start: 'a', steps });
const amount = { id: 'amount', type: 'number', label: 'Amount', min: 9, max: 1 };

test.each<[unknown, string[]]>([
  [
    { start: 'a', steps: 5 },
    ['сценарий: «title» — отсутствует', 'сценарий: «steps» — тип должен быть «список», указано 5'],
  ],
  [
    script({ id: 'end', fields: [], next: 'end' }),
    ['шаг «end»: «id» — «end» означает конец сценария, оно не подходит; указано "end"'],
  ],
  [
    script({ id: 'a', fields: [amount], next: 'b' }),
    [
      'шаг «a»: next ведёт к «b», такого шага нет',
      'шаг «a», поле «amount»: min 9 больше, чем max 1',
    ],
  ],
  [
    script({ id: 'a', fields: [], next: 'a' }),
    ['шаг «a»: отсюда не попасть в конец', 'шаги «a» → «a»: круг без единого вопроса'],
  ],
])('%j is refused in Russian', (given, problems) => {
  expect(problemsIn(russianScript, given)).toEqual(problems);
});

test('both languages name the same places', () => {
  const given = script({ id: 'a', fields: [amount, amount], next: 'nowhere' });
  expect(problemsIn(russianScript, given)).toHaveLength(problemsIn(englishScript, given).length);
});
