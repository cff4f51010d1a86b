import type { Attempt, AttemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import { callNews } from '../../../lambdas/domain/events/call-news.ts';
import {
  doNotCallNews,
  operatorNews,
  taskNews,
} from '../../../lambdas/domain/events/directory-news.ts';
import { eventSchemas, type PublicEvent } from '../../../lambdas/domain/events/event.ts';
import { eventTypes } from '../../../lambdas/domain/events/event-types.ts';
import { formNews, isJustSent } from '../../../lambdas/domain/events/form-news.ts';
import { storyNews, unkeptNews } from '../../../lambdas/domain/events/row-news.ts';
import type { Form } from '../../../lambdas/domain/form/form.ts';
import type { Script } from '../../../lambdas/domain/script/script.ts';
import type { RowHappening } from '../../../lambdas/domain/views/row-events.ts';
import { attemptWith, fact, instant } from '../../support/sample-attempt.ts';
import { anna, sampleTask } from '../../support/sample-task.ts';

const row = { task: 'demo', Id: 17 };
const at = '2026-11-23T10:30:00.000Z';
const due = '2026-11-23T11:00:00.000Z';
const written = { at: instant(at), sequence: '700' };

const typesOf = (events: readonly PublicEvent[]) => events.map(({ type }) => type);

/** What others are promised of each event. */
function expectAsDescribed(events: readonly PublicEvent[]): void {
  for (const { type, detail } of events) {
    expect(eventSchemas[type].strict().parse(detail)).toEqual(detail);
  }
}

function story(event: RowHappening, sequence = '500'): PublicEvent[] {
  const events = storyNews({ row, event: { at, ...event }, sequence, place: 0 }, 'impersonal');
  expectAsDescribed(events);
  return events;
}

test.each<[string, RowHappening, object[]]>([
  ['an order', { kind: 'promised', for: due }, [{ type: 'order.taken', detail: { dueAt: due } }]],
  ['the retry of a call', { kind: 'promised', for: due, again: true }, []],
  [
    'a moved call',
    { kind: 'moved', from: at, to: due },
    [{ type: 'order.moved', detail: { from: at, dueAt: due } }],
  ],
  [
    'a call that a rule put off',
    { kind: 'moved', from: at, to: due, putOffBy: 'outside-calling-hours' },
    [{ type: 'order.moved', detail: { because: 'rule', rule: 'outside-calling-hours' } }],
  ],
  ['a cancelled call', { kind: 'cancelled' }, [{ type: 'order.cancelled' }]],
  [
    'a row that is gone',
    { kind: 'deleted' },
    [{ type: 'order.cancelled', detail: { because: 'deleted' } }],
  ],
  [
    'a refusal',
    { kind: 'refused', problem: 'got “Anna”', problemCode: '{"code":"not-a-phone"}' },
    [{ type: 'order.refused', detail: { code: 'not-a-phone' } }],
  ],
  [
    'a row that may not be called',
    { kind: 'ended', status: 14, problem: 'no', problemCode: '{"code":"number-barred"}' },
    [{ type: 'order.refused', detail: { code: 'number-barred' } }],
  ],
  ['the end of a call', { kind: 'ended', status: 12 }, []],
  ['what the row is called by', { kind: 'edited', columns: ['имя'] }, []],
])('%s is told by what it means', (_, event, expected) => {
  expect(story(event)).toMatchObject(expected);
});

test('what is said of a row quotes nothing of it, unless the stage wishes so', () => {
  const event = { at, kind: 'refused' as const, problem: 'got “Anna”' };
  const entry = { row, event, sequence: '1', place: 0 };
  expect(JSON.stringify(storyNews(entry, 'impersonal'))).not.toContain('Anna');
  expect(storyNews(entry, 'personal')[0]?.detail).toMatchObject({ problem: 'got “Anna”' });
});

test('events of one row sort by their sequence, those of one second by the stream', () => {
  const order = [
    ...story({ kind: 'promised', for: due }, '9'),
    ...story({ kind: 'moved', from: due, to: at }, '10'),
    ...storyNews(
      { row, event: { at: due, kind: 'cancelled' }, sequence: '2', place: 0 },
      'impersonal',
    ),
  ].map(({ detail }) => detail.sequence);
  expect(order.toSorted()).toEqual(order);
  expect(new Set(order.map((it) => it.length))).toEqual(new Set([57]));
});

test('the same change makes the same event', () => {
  const once = story({ kind: 'cancelled' });
  expect(story({ kind: 'cancelled' })).toEqual(once);
  expect(story({ kind: 'cancelled' }, '501')[0]?.detail.id).not.toBe(once[0]?.detail.id);
});

test('a broken promise is told', () => {
  const event = unkeptNews({ row, promisedFor: instant(due), delayedBy: 'ours' });
  expectAsDescribed([event]);
  expect(event).toMatchObject({ type: 'promise.broken', detail: { promisedFor: due } });
});

const course = [
  fact('submitting'),
  fact('operatorCreated', { at: instant('2026-11-23T10:29:46Z') }),
  fact('operatorReady'),
  fact('dialling'),
  fact('customerAnswered'),
  fact('customerEnded', { as: 'completed', seconds: 42 }),
  fact('settled', { outcome: 'reached' }),
  fact('operatorReleased', { freeAt: instant(due) }),
];

/** The events of each write, one fact a write. */
function writesOf(facts: typeof course, given: Partial<Attempt> = {}): PublicEvent[] {
  return facts.flatMap((_, n) => {
    const before = n === 0 ? undefined : attemptWith(facts.slice(0, n), given);
    const events = callNews(
      { before, after: attemptWith(facts.slice(0, n + 1), given) },
      'impersonal',
    );
    expectAsDescribed(events);
    return events;
  });
}

const toldOfATalk = [
  'operator.ringing',
  'operator.state',
  'customer.dialled',
  'operator.state',
  'call.talked',
  'operator.state',
];

test('a call is told step by step, each step once', () => {
  const events = writesOf(course);
  expect(typesOf(events)).toEqual(toldOfATalk);
  expect(events.find(({ type }) => type === 'call.talked')?.detail).toMatchObject({
    operator: 'anna',
    seconds: 42,
    endedAs: 'completed',
  });
  expect(events.at(-1)?.detail).toMatchObject({ state: 'wrap-up', freeAt: due });
});

test('steps that one write brings are told all the same', () => {
  const whole = callNews({ before: undefined, after: attemptWith(course) }, 'impersonal');
  expect(typesOf(whole).toSorted()).toEqual(toldOfATalk.toSorted());
});

test('numbers go along where the stage wishes so, and nowhere else', () => {
  const change = { before: undefined, after: attemptWith(course) };
  expect(JSON.stringify(callNews(change, 'impersonal'))).not.toMatch(/44207946/);
  const personal = callNews(change, 'personal');
  expectAsDescribed(personal);
  expect(personal[0]?.detail).toMatchObject({ customer: '+442079460017' });
});

test('a call that came to nothing says why, and when it is tried again', () => {
  const nextDueAt = instant(due);
  const events = writesOf([
    fact('dialling'),
    fact('settled', { outcome: 'customer-busy', nextDueAt }),
    fact('corrected'),
    fact('customerEnded', { as: 'completed', seconds: 7 }),
  ]);
  expect(typesOf(events)).toEqual(['customer.dialled', 'call.not-reached', 'call.talked']);
  expect(events[1]?.detail).toMatchObject({
    cause: 'customer-busy',
    wasDialled: true,
    nextTryAt: due,
  });
});

test('a machine that had passed for the customer is told when it is known', () => {
  const events = writesOf([
    ...course,
    fact('voicemail', { at: instant(due), instead: { outcome: 'voicemail' } }),
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'call.not-reached', detail: { cause: 'voicemail' } });
});

test('of an operator whom nobody registered, no state is told', () => {
  const events = writesOf(course, { operator: { address: '+442079460991' } });
  expect(typesOf(events)).not.toContain('operator.state');
});

const script: Script = {
  title: 'Order',
  start: 'talk',
  steps: [
    {
      id: 'talk',
      fields: [
        {
          id: 'result',
          type: 'choice',
          label: 'Result',
          choices: [{ value: 'sold', label: 'Sold' }],
        },
        { id: 'comment', type: 'long-text', label: 'Comment' },
        { id: 'mobile', type: 'phone', label: 'Mobile' },
        { id: 'pieces', type: 'number', label: 'Pieces' },
      ],
      next: 'end',
    },
  ],
};

const form: Form = {
  attempt: 'demo.17.a1' as AttemptId,
  script: { id: 'order', version: 2 },
  surface: 'screen',
  run: { visits: [] },
  revision: 3,
  openedAt: instant(at),
  sentAt: instant(due),
  by: 'anna',
  answers: { result: 'sold', comment: 'Anna asks for Ben', mobile: '020 7946 0000', pieces: 3 },
};

test('a form is told with what was chosen and counted; free texts where the stage wishes so', () => {
  const [event] = formNews(form, script, 'impersonal');
  expectAsDescribed([event as PublicEvent]);
  expect(event?.detail).toMatchObject({ answers: { result: 'sold', pieces: 3 }, by: 'anna' });
  expect(JSON.stringify(event)).not.toMatch(/Ben|7946/);
  expect(formNews(form, undefined, 'impersonal')[0]?.detail).toMatchObject({ answers: {} });
  expect(formNews(form, script, 'personal')[0]?.detail).toMatchObject({ answers: form.answers });
});

test('answers that no event can hold are left out, and that is said', () => {
  const answers = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`text${n}`, 'x'.repeat(2000)]),
  );
  const [event] = formNews({ ...form, answers }, script, 'personal');
  expectAsDescribed([event as PublicEvent]);
  expect(event?.detail).toMatchObject({ answers: {}, answersLeftOut: true });
});

test('a form is told when it is sent, and no draft of it', () => {
  const { sentAt: _, ...draft } = form;
  expect([isJustSent(undefined, draft), isJustSent(draft, form), isJustSent(form, form)]).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['comes', undefined, anna, 'available'],
  ['goes away', anna, { ...anna, away: true }, 'away'],
  ['comes back', { ...anna, away: true }, anna, 'available'],
  ['leaves for good', anna, { ...anna, gone: true }, 'gone'],
])('an operator who %s is told of', (_, before, after, state) => {
  const events = operatorNews({ before, after }, written, 'impersonal');
  expectAsDescribed(events);
  expect(events).toMatchObject([{ detail: { operator: 'anna', state } }]);
  expect(JSON.stringify(events)).not.toContain(anna.name);
});

test('what else changes of an operator or a task is not told', () => {
  expect(
    operatorNews({ before: anna, after: { ...anna, name: 'Ann' } }, written, 'personal'),
  ).toEqual([]);
  expect(taskNews({ before: sampleTask(), after: sampleTask({ title: 'x' }) }, written)).toEqual(
    [],
  );
});

test('a task that is paused, and resumed, is told of', () => {
  const running = sampleTask();
  const paused = sampleTask({ paused: 'Twilio 20003' });
  const events = [
    ...taskNews({ before: running, after: paused }, written),
    ...taskNews({ before: paused, after: running }, { ...written, sequence: '701' }),
  ];
  expectAsDescribed(events);
  expect(typesOf(events)).toEqual(['task.paused', 'task.resumed']);
});

test('who says no, and who lifts it, is told; the number where the stage wishes so', () => {
  const first = {
    kind: 'added' as const,
    at: instant(at),
    door: 'desk' as const,
    by: 'anna',
    task: 'demo',
  };
  const lifted = { kind: 'lifted' as const, at: instant(due), door: 'list' as const, by: 'olga' };
  const before = { number: '+442079460017', entries: [first] };
  const after = { number: '+442079460017', entries: [first, lifted] };
  const added = doNotCallNews({ before: undefined, after: before }, written, 'impersonal');
  const news = doNotCallNews({ before, after }, written, 'personal');
  expectAsDescribed([...added, ...news]);
  expect(added).toMatchObject([
    { type: 'do-not-call.added', detail: { task: 'demo', by: 'anna' } },
  ]);
  expect(JSON.stringify(added)).not.toContain('79460017');
  expect(news).toMatchObject([{ type: 'do-not-call.lifted', detail: { number: after.number } }]);
});

test('every event has a description that a reader can act on', () => {
  for (const type of eventTypes) expect(eventSchemas[type].description).toBeTruthy();
});
