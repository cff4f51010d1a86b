import { XMLValidator } from 'fast-xml-parser';
import { renderStep } from '../../lambdas/adapters/twilio/twiml/render-step.ts';
import { webhookUrl } from '../../lambdas/adapters/twilio/twiml/webhook-url.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { KeypadPlace } from '../../lambdas/domain/phone/keypad-place.ts';
import type {
  Remark,
  SpokenMoment,
  SpokenQuestion,
  VoiceStep,
} from '../../lambdas/domain/phone/voice-step.ts';
import type { FieldProblem } from '../../lambdas/domain/script/fields/field-problem.ts';
import type { SpokenValue } from '../../lambdas/domain/script/fields/spoken-value.ts';
import { instant } from '../support/sample-attempt.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, 'a1');
const base = 'https://calls.test';
const place: KeypadPlace = { question: { visit: 2, field: 'agreed' }, revision: 5, tries: 1 };
const en = { language: 'en' } as const;
const ru = { language: 'ru' } as const;

function documentOf(step: VoiceStep): string {
  return renderStep(step, {
    ofAttempt: (path, state) => webhookUrl(base, path, { attempt, ...state }),
    withState: (path, state) => webhookUrl(base, path, state),
  });
}

function inside(step: VoiceStep): string {
  return /<Response>(.*)<\/Response>$/s.exec(documentOf(step))?.[1] ?? '';
}

/** What is said, one sentence or text after the other. */
function said(step: VoiceStep): string[] {
  return [...documentOf(step).matchAll(/<Say [^>]*>([^<]*)<\/Say>/g)].map(([, text = '']) => text);
}

function asking(
  question: Partial<SpokenQuestion> = {},
  more: { before?: string[]; remark?: Remark; language?: 'en' | 'ru'; place?: KeypadPlace } = {},
): VoiceStep {
  const { before = [], language = 'en', ...rest } = more;
  const plain: SpokenQuestion = { type: 'minutes', words: 'When?', options: [], maySkip: false };
  const step = { before, place, question: { ...plain, ...question }, tongue: { language } };
  return { kind: 'ask-question', ...step, ...rest };
}

const yesNo: Partial<SpokenQuestion> = {
  type: 'yes-no',
  words: 'Agreed?',
  options: [
    { key: '1', label: 'yes' },
    { key: '2', label: 'no' },
  ],
};

test('goes on to the script with its first request', () => {
  expect(inside({ kind: 'begin-script' })).toBe(
    `<Redirect method="POST">${base}/voice/script?attempt=demo.17.a1#rc=2&amp;rt=5000&amp;rp=ct,rt,5xx</Redirect>`,
  );
});

test('asks for one key, whichever it is, and hears of silence too', () => {
  const action = `${base}/voice/script?attempt=demo.17.a1&amp;question=2.agreed&amp;revision=5&amp;tries=1#rc=2&amp;rt=5000&amp;rp=ct,rt,5xx`;
  const voice = 'voice="Polly.Joanna" language="en-US"';
  expect(inside(asking(yesNo))).toBe(
    `<Gather numDigits="1" finishOnKey="" timeout="8" actionOnEmptyResult="true" action="${action}" method="POST">` +
      `<Say ${voice}>Agreed?</Say><Say ${voice}>Press 1 for: yes.</Say><Say ${voice}>Press 2 for: no.</Say></Gather>`,
  );
});

test('asks for digits until hash', () => {
  expect(inside(asking())).toMatch(
    /^<Gather finishOnKey="#" timeout="8" actionOnEmptyResult="true"/,
  );
  expect(inside(asking())).not.toContain('numDigits');
});

describe('says how an answer is keyed', () => {
  test.each<[SpokenQuestion['type'], string, string]>([
    ['minutes', 'Enter the minutes, and press hash.', 'Введите число минут и нажмите решётку.'],
    [
      'number',
      'Enter the number, with star for the point, and press hash.',
      'Введите число и нажмите решётку. Вместо запятой — звёздочка.',
    ],
    [
      'phone',
      'Enter the phone number, and press hash.',
      'Введите номер телефона и нажмите решётку.',
    ],
    [
      'date',
      'Enter two digits for the day and two for the month, and press hash.',
      'Введите две цифры дня, две цифры месяца и нажмите решётку.',
    ],
    [
      'time',
      'Enter two digits for the hours and two for the minutes, and press hash.',
      'Введите две цифры часов, две цифры минут и нажмите решётку.',
    ],
  ])('%s', (type, english, russian) => {
    expect(said(asking({ type }))).toEqual(['When?', english]);
    expect(said(asking({ type }, { language: 'ru' }))).toEqual(['When?', russian]);
  });
});

test('says how a question is skipped, where it may be', () => {
  expect(said(asking({ ...yesNo, maySkip: true })).at(-1)).toBe('To skip this, press star.');
  expect(said(asking({ maySkip: true })).at(-1)).toBe('To skip this, press star and hash.');
});

test('says the texts before the question, then why it comes again, then the question', () => {
  const remark: Remark = { kind: 'answer', problem: { code: 'nothing-keyed' } };
  const before = ['The talk', 'Mary, order 7.'];
  expect(said(asking({}, { before, remark }))).toEqual([
    ...before,
    'No key was pressed.',
    'When?',
    'Enter the minutes, and press hash.',
  ]);
});

describe('says in both languages why an answer was not taken', () => {
  test.each<[FieldProblem, string, string]>([
    [{ code: 'nothing-keyed' }, 'No key was pressed.', 'Ни одна клавиша не нажата.'],
    [{ code: 'required' }, 'This cannot be skipped.', 'Этот вопрос пропустить нельзя.'],
    [{ code: 'time-needed' }, 'A date needs a time.', 'К дате нужно время.'],
    [
      { code: 'not-a-key', got: '9', keys: ['1'] },
      'This key is not one of the answers.',
      'Такого ответа нет.',
    ],
    [{ code: 'too-small', least: 5, got: 1 }, 'The least is 5.', 'Наименьшее значение — 5.'],
    [{ code: 'too-big', most: 5, got: 9 }, 'The most is 5.', 'Наибольшее значение — 5.'],
    [
      { code: 'no-such-day', got: '31.02' },
      'The calendar has no such day.',
      'Такого дня в календаре нет.',
    ],
    [{ code: 'not-a-number', got: '1..2' }, 'That was not right.', 'Так не получится.'],
  ])('%j', (problem, english, russian) => {
    const remark: Remark = { kind: 'answer', problem };
    expect(said(asking({}, { remark }))[0]).toBe(english);
    expect(said(asking({}, { remark, language: 'ru' }))[0]).toBe(russian);
  });
});

describe('says why a promise may not be, and when it may', () => {
  const moment = (iso: string, isToday: boolean): SpokenMoment => ({
    at: instant(iso),
    zone: 'Europe/London',
    isToday,
  });
  const promised = moment('2026-11-23T20:05:00Z', true);
  const nextAt = moment('2026-11-24T09:00:00Z', false);

  test.each<[Remark, string, string]>([
    [
      { kind: 'not-then', promised, nextAt },
      'The customer may not be called today at 20:05. The next possible time is on Tuesday, 24 November, at 09:00.',
      'Звонить абоненту сегодня в 20:05 нельзя. Ближайшее возможное время — во вторник, 24 ноября, в 09:00.',
    ],
    [
      { kind: 'not-then', promised },
      'The customer may not be called today at 20:05, nor later.',
      'Звонить абоненту сегодня в 20:05 нельзя, позже тоже.',
    ],
    [{ kind: 'past' }, 'That time is past.', 'Это время уже прошло.'],
    [
      { kind: 'never' },
      'This customer may not be called again.',
      'Этому абоненту больше звонить нельзя.',
    ],
    [
      { kind: 'not-possible' },
      'A call cannot be promised to this customer.',
      'Назначить звонок этому абоненту нельзя.',
    ],
  ])('%j', (remark, english, russian) => {
    expect(said(asking({}, { remark }))[0]).toBe(english);
    expect(said(asking({}, { remark, language: 'ru' }))[0]).toBe(russian);
  });
});

describe('reads back what was keyed', () => {
  test.each<[SpokenValue, string, string]>([
    [{ kind: 'minutes', minutes: 1 }, '1 minute', '1 минута'],
    [{ kind: 'minutes', minutes: 22 }, '22 minutes', '22 минуты'],
    [{ kind: 'minutes', minutes: 30 }, '30 minutes', '30 минут'],
    [{ kind: 'number', number: 12.5 }, '12.5', '12,5'],
    [{ kind: 'number', number: 1_500_000 }, '1500000', '1500000'],
    [{ kind: 'digits', digits: '0207' }, '0 2 0 7', '0 2 0 7'],
    [{ kind: 'time', hours: 9, minutes: 5 }, '09:05', '09:05'],
    [
      { kind: 'date', year: 2026, month: 11, day: 29 },
      'Sunday, 29 November 2026',
      'воскресенье, 29 ноября 2026 года',
    ],
    [{ kind: 'label', text: 'Settled' }, 'Settled', 'Settled'],
  ])('%j', (value, english, russian) => {
    const readBack = { kind: 'read-back', place, value } as const;
    expect(said({ ...readBack, tongue: en })).toEqual([
      `You entered: ${english}. Press 1 if that is right, 2 to enter it again.`,
    ]);
    expect(said({ ...readBack, tongue: ru })).toEqual([
      `Вы ввели: ${russian}. Если верно, нажмите 1, чтобы ввести снова — 2.`,
    ]);
  });

  test('and carries the keys along, in characters that need no encoding', () => {
    const value: SpokenValue = { kind: 'number', number: 12.5 };
    const keyed = { ...place, keyed: '12*5', again: true as const };
    expect(inside({ kind: 'read-back', place: keyed, value, tongue: en })).toContain(
      '?attempt=demo.17.a1&amp;question=2.agreed&amp;revision=5&amp;tries=1&amp;keyed=12.5&amp;again=1#rc=2',
    );
  });
});

describe('says what became of the form, and hangs up', () => {
  const at = instant('2026-11-24T10:30:06Z');
  const promised = { at, zone: 'Europe/London', isToday: false, isElsewhere: false };
  const sent = { kind: 'form-sent' as const, before: ['Thank you.'] };

  test('stored', () => {
    expect(said({ ...sent, tongue: en })).toEqual([
      'Thank you.',
      'The answers are stored. Goodbye.',
    ]);
    expect(inside({ ...sent, tongue: en })).toMatch(/<Hangup\/>$/);
    expect(said({ ...sent, tongue: ru }).at(-1)).toBe('Ответы сохранены. До свидания.');
  });

  test('promised', () => {
    expect(said({ ...sent, promised, tongue: en }).at(-1)).toBe(
      'The customer will be called again on Tuesday, 24 November, at 10:30. Goodbye.',
    );
    expect(said({ ...sent, promised, tongue: ru }).at(-1)).toBe(
      'Абоненту позвонят снова во вторник, 24 ноября, в 10:30. До свидания.',
    );
  });

  test('promised by another clock than the task’s', () => {
    const there = { ...promised, zone: 'Asia/Vladivostok', isElsewhere: true };
    expect(said({ ...sent, promised: there, tongue: ru }).at(-1)).toBe(
      'Абоненту позвонят снова во вторник, 24 ноября, в 20:30 по его времени. До свидания.',
    );
  });
});

describe('lets nothing that a script or a row holds spoil the document', () => {
  test.each([
    ['markup', '</Say><Hangup/>', '&lt;/Say&gt;&lt;Hangup/&gt;'],
    ['an entity', 'Smith & "Sons" &amp;', 'Smith &amp; &quot;Sons&quot; &amp;amp;'],
    ['control characters', 'Mary\u0000\u0007\u001b Sue', 'Mary Sue'],
    ['half a surrogate pair', 'Mary \ud83d', 'Mary'],
  ])('%s', (_, text, spoken) => {
    const options = [{ key: '1', label: text }];
    const step = asking({ type: 'choice', words: text, options }, { before: [text] });
    expect(XMLValidator.validate(documentOf(step))).toBe(true);
    expect(said(step)).toEqual([spoken, spoken, `Press 1 for: ${spoken}.`]);
  });

  test('nothing to say leaves no empty sentence', () => {
    expect(said(asking({ words: ' ' }, { before: ['', '\u0000'] }))).toEqual([
      'Enter the minutes, and press hash.',
    ]);
  });

  test('of the longest script with the longest row no more than 64 kB', () => {
    const longest = '"'.repeat(100_000);
    const options = Array.from({ length: 10 }, (_, n) => ({ key: String(n), label: longest }));
    const step = asking(
      { type: 'choice', words: longest, options, maySkip: true },
      { before: Array.from({ length: 200 }, () => longest) },
    );
    expect(Buffer.byteLength(documentOf(step))).toBeLessThan(65_536);
    const cyrillic = asking({ words: 'ё'.repeat(100_000) }, { before: ['ё'.repeat(9000)] });
    expect(Buffer.byteLength(documentOf(cyrillic))).toBeLessThan(65_536);
  });
});
