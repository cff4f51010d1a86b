import { scriptIn } from '../../../lambdas/console/supervisor/scripts/script-in-language.ts';
import { readScript } from '../../../lambdas/domain/script/check/check-script.ts';
import { sampleScript } from '../../support/console.ts';

test.each(['en', 'ru'] as const)(
  'the sample in %s alone is the same script, in words',
  (language) => {
    const reading = readScript(sampleScript);
    if ('problems' in reading) throw new Error(reading.problems.join('; '));
    const translated = scriptIn(reading.script, language);
    expect(readScript(translated)).toEqual({ script: translated });
    expect(translated.title).toBe(language === 'en' ? 'Order callbacks' : 'Перезвоны по заказам');
    // What only the telephone says stays as it is.
    const { say: _, ...shown } = translated.steps[0]?.fields[0] ?? {};
    expect(JSON.stringify(shown)).not.toContain(language === 'en' ? 'Результат' : '"Result"');
  },
);
