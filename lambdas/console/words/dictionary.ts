import { type Language, languages } from '../../domain/basics/language.ts';
import { language } from './language.ts';

/**
 * Texts in all languages; what one language has and the other has not is a type error. What a
 * component reads of it changes with the language.
 *
 *     const words = dictionary({ en: { hello: 'Hello' }, ru: { hello: 'Здравствуйте' } });
 *     words().hello
 */
export function dictionary<Words extends object>(
  texts: { en: Words } & Record<Exclude<Language, 'en'>, NoInfer<Words>>,
): () => Words {
  return () => texts[language.value];
}

/** Forms of a word for a number: `one` and `other`, in Russian `few` and `many` too. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

const rules = Object.fromEntries(languages.map((it) => [it, new Intl.PluralRules(it)])) as Record<
  Language,
  Intl.PluralRules
>;

/** “1 call”, “3 calls”, «5 звонков». */
export function counted(count: number, forms: PluralForms): string {
  const form = rules[language.value].select(count) as keyof PluralForms;
  return `${numberText(count)} ${forms[form] ?? forms.other}`;
}

export function numberText(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language.value, options).format(value);
}
