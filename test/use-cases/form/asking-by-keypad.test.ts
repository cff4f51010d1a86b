import { attemptId } from '../../../lambdas/domain/attempt/attempt.ts';
import type { KeypadPlace } from '../../../lambdas/domain/phone/keypad-place.ts';
import type { VoiceStep } from '../../../lambdas/domain/phone/voice-step.ts';
import type { Script } from '../../../lambdas/domain/script/script.ts';
import { answerByKeypad, beginByKeypad } from '../../../lambdas/use-cases/form/ask-by-keypad.ts';
import { openForm } from '../../../lambdas/use-cases/form/open-form.ts';
import { submitForm } from '../../../lambdas/use-cases/form/submit-form.ts';
import { routeOutboundCall } from '../../../lambdas/use-cases/own-calls/route-outbound-call.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { CallIn } from '../../support/call-in.ts';
import {
  KeypadCall,
  type KeypadSetting,
  sampleScript,
  shortly,
} from '../../support/keypad-call.ts';
import { instant } from '../../support/sample-attempt.ts';
import { anna } from '../../support/sample-task.ts';
import { customerRinging } from '../../support/scenarios.ts';

const { afterTalk, inScript } = KeypadCall;
const weekdays = ['1', '2', '3', '4', '5'];
const officeHours = Object.fromEntries(weekdays.map((day) => [day, [['09:00', '18:00']]]));

describe('when the customer is gone', () => {
  test('the operator’s phone goes on to the script', async () => {
    const call = await afterTalk();
    expect(await call.dialEnds()).toEqual({ kind: 'begin-script' });
    expect(await call.call.beginsScript()).toEqual({
      kind: 'ask-question',
      place: { question: { visit: 0, field: 'result' }, revision: 0, tries: 0 },
      before: ['The talk', 'Zoë , order .'],
      question: {
        type: 'choice',
        words: 'What came of the talk?',
        options: [
          { key: '1', label: 'Settled' },
          { key: '2', label: 'Call again' },
          { key: '3', label: 'Not interested' },
          { key: '4', label: 'Wrong number' },
        ],
        maySkip: false,
      },
      tongue: { language: 'en' },
    });
    expect(await call.form()).toMatchObject({ surface: 'keypad', revision: 0 });
  });

  test('it speaks the task’s language, with its voice', async () => {
    const call = await inScript({ task: { language: 'ru', voice: 'Polly.Maxim' } });
    expect(call.heard).toMatchObject({
      question: { words: 'Чем закончился разговор?' },
      tongue: { language: 'ru', voice: 'Polly.Maxim' },
    });
  });

  test.each<[string, KeypadSetting]>([
    ['stops with the call', { task: { afterDisconnect: 'stop' } }],
    ['has no script', { task: { script: undefined } }],
  ])('nothing is asked where the task %s', async (_, setting) => {
    const call = await afterTalk(setting);
    expect(await call.dialEnds()).toEqual({ kind: 'hang-up' });
    expect(await call.form()).toBeUndefined();
  });

  test('nothing is asked of an operator who has the form on a screen', async () => {
    const call = await afterTalk();
    const [attempt] = call.centre.attempts(17);
    if (attempt === undefined) throw new Error('no attempt');
    await openForm(call.centre.ports, { attempt, surface: 'screen' });
    expect(await call.dialEnds()).toEqual({ kind: 'hang-up' });
    expect(await call.call.beginsScript()).toEqual({ kind: 'hang-up' });
  });

  test('nothing is asked about a customer who was not reached', async () => {
    const { centre, call } = await customerRinging({ open: { task: { script: 'callback' } } });
    expect(await call.dialEnds({ as: 'busy' })).toMatchObject({ message: 'customer-busy' });
    expect(await call.beginsScript()).toEqual({ kind: 'hang-up' });
    expect(await centre.world.forms.get(call.attempt)).toBeUndefined();
  });

  test('nothing is asked of an operator who hung up', async () => {
    const call = await afterTalk();
    const end = { as: 'completed', bridged: true, seconds: 20, callerGone: true } as const;
    expect(await call.call.dialEnds(end)).toEqual({ kind: 'hang-up' });
  });

  test('nothing is asked of a call that is not the operator’s', async () => {
    const call = await inScript({});
    const { sid: callSid } = call.centre.dialler.add({ to: '+442079460991' });
    const stray = { attempt: call.call.attempt, callSid };
    const { ports } = call.centre;
    expect(await beginByKeypad(ports, stray)).toEqual({ kind: 'hang-up' });
    const pressed = { place: placeIn(call.heard), keys: '1' };
    expect(await answerByKeypad(ports, { ...stray, ...pressed })).toEqual({ kind: 'hang-up' });
    expect(await call.form()).toMatchObject({ revision: 0 });
  });

  test('it makes no difference that the operator had dialled the call', async () => {
    const centre = await CallCentre.open({ task: { script: 'callback' } });
    await centre.world.scripts.store('callback', sampleScript);
    centre.put(17, { tel: '020 7946 0017' });
    const call = new CallIn(centre, 'client:anna');
    const own = { sid: call.sid, operator: anna, address: 'client:anna' };
    const target = { row: { task: 'demo', Id: 17 } };
    await call.take(routeOutboundCall(centre.ports, { ...own, target }));
    await call.customerIs('answered');
    const ended = await call.ownDialEnds({ as: 'completed', bridged: true, seconds: 9 });
    expect(ended).toEqual({ kind: 'begin-script' });
    const { attempt = attemptId(target.row, 'none'), sid: callSid } = call;
    const step = await beginByKeypad(centre.ports, { attempt, callSid });
    expect(shortly(step)).toBe('result?');
  });
});

describe('the script of the sample', () => {
  test('promises the next call, and books it once the operator has confirmed', async () => {
    const call = await inScript({}, '2', '30#');
    expect(call.heard).toMatchObject({
      kind: 'read-back',
      value: { kind: 'minutes', minutes: 30 },
    });
    await call.press('1');
    expect(call.heard).toMatchObject({
      before: ['The next call', 'A call to Zoë is about to be promised.'],
    });
    expect(call.row).toMatchObject({ status: 12 });
    await call.press('1');
    const at = instant('2026-11-23T11:00:26Z');
    expect(call.heard).toEqual({
      kind: 'form-sent',
      before: [],
      promised: { at, zone: 'Europe/London', isToday: true, isElsewhere: false },
      tongue: { language: 'en' },
    });
    expect(call.row).toMatchObject({ status: 10, time_callback: '11:00:26' });
    expect(await call.form()).toMatchObject({
      by: 'anna',
      sentAt: instant('2026-11-23T10:30:26Z'),
      promisedFor: at,
      answers: { result: 'call-again', minutes: 30, agreed: true },
    });
  });

  test('the promised call is made', async () => {
    const call = await inScript({}, '2', '30#', '1', '1');
    await call.call.operatorIs('completed');
    await call.centre.runUntil('2026-11-23T11:00:20Z');
    expect(call.centre.dialler.rung).toHaveLength(2);
  });

  test('keeps what was said where nothing is promised', async () => {
    const call = await inScript({}, '1', '*', '#', '*#');
    expect(call.heard).toEqual({ kind: 'form-sent', before: [], tongue: { language: 'en' } });
    expect(call.row).toMatchObject({ status: 12 });
    expect(await call.form()).toMatchObject({ answers: { result: 'settled' } });
  });

  test('takes day and time by the customer’s clock, and says so', async () => {
    const columns = { time_zone: 'America/New_York', time_callback: '05:30' };
    const call = await inScript({ columns }, '2', '*', '2411#', '1', '915#', '1', '1');
    expect(call.heard).toMatchObject({
      promised: {
        at: instant('2026-11-24T14:15:00Z'),
        zone: 'America/New_York',
        isToday: false,
        isElsewhere: true,
      },
    });
  });

  test('asks again what was keyed wrong, without counting that as a failure', async () => {
    const call = await inScript({}, '2', '30#', '2', '31#', '2', '32#', '2', '33#', '1', '1');
    expect(await call.form()).toMatchObject({ answers: { minutes: 33 } });
  });

  test('comes round to the talk again when the customer has not agreed', async () => {
    const call = await inScript({}, '2', '30#', '1', '2');
    expect(call.heard).toMatchObject({ before: ['The talk', expect.anything()] });
    expect(shortly(call.heard)).toBe('result?');
  });

  test('says what it passed through before the question', async () => {
    const call = await inScript({}, '2', '*', '*', '*');
    expect(call.heard).toMatchObject({
      before: [expect.stringMatching(/^To call again, say when/), 'The talk', 'Zoë , order .'],
    });
  });

  test('ends without a promise for a row that was deleted', async () => {
    const call = await inScript({}, '2', '30#', '1');
    call.centre.delete(17);
    await call.press('1');
    expect(call.heard).toMatchObject({ kind: 'form-sent' });
    expect(call.heard).not.toHaveProperty('promised');
    expect(call.row).toEqual({});
  });
});

describe('a question without an answer', () => {
  test('is asked three times, with the reason; then nothing of the form counts', async () => {
    const call = await inScript({}, '2', '30#', '1', '');
    expect(call.heard).toMatchObject({
      remark: { kind: 'answer', problem: { code: 'nothing-keyed' } },
    });
    expect(call.heard).toMatchObject({ before: [] });
    await call.press('7');
    expect(call.heard).toMatchObject({ remark: { problem: { code: 'not-a-key' } } });
    await call.press('');
    expect(call.heard).toEqual({ kind: 'tell', message: 'given-up', tongue: { language: 'en' } });
    expect(call.row).toMatchObject({ status: 12 });
    expect(call.row).not.toHaveProperty('_due_at');
    expect(await call.form()).not.toHaveProperty('sentAt');
  });

  test('what was answered before stands as a draft for a screen', async () => {
    const call = await inScript({}, '2', '30#', '1', '', '', '');
    const [attempt] = call.centre.attempts(17);
    const { ports } = call.centre;
    const open = attempt && (await openForm(ports, { attempt, surface: 'screen' }));
    expect(open?.form).toMatchObject({ surface: 'keypad', revision: 2 });
    expect(open?.form.run.visits[0]).toMatchObject({
      answers: { result: 'call-again', minutes: 30 },
    });
  });
});

describe('a promise that may not be', () => {
  const task = { callingHours: officeHours };

  test('is refused with the next moment that may be, and asked for again', async () => {
    const call = await inScript({ task }, '2', '600#', '1');
    expect(call.heard).toMatchObject({
      kind: 'ask-question',
      remark: {
        kind: 'not-then',
        promised: { at: instant('2026-11-23T20:30:26Z'), isToday: true },
        nextAt: { at: instant('2026-11-24T09:00:00Z'), isToday: false },
      },
    });
    expect(shortly(call.heard)).toBe('minutes?');
    for (const keys of ['60#', '1', '1']) await call.press(keys);
    expect(await call.form()).toMatchObject({ answers: { result: 'call-again', minutes: 60 } });
  });

  test('forgets its day with its time', async () => {
    const sunday = ['2', '*', '2911#', '1', '1200#', '1'];
    const call = await inScript({ task }, ...sunday);
    expect(shortly(call.heard)).toBe('minutes?');
    await call.press('*');
    expect(shortly(call.heard)).toBe('date?');
    for (const keys of ['3011#', '1', '1200#', '1', '1']) await call.press(keys);
    expect(await call.form()).toMatchObject({ promisedFor: instant('2026-11-30T12:00:00Z') });
  });

  test('is refused when it is past', async () => {
    const call = await inScript({}, '2', '*', '23112026#', '1', '1000#', '1');
    expect(call.heard).toMatchObject({ remark: { kind: 'past' } });
  });

  test('may be given up, and the rest of the form is kept', async () => {
    const call = await inScript({ task }, '1', '600#', '1', '*', '*', '*');
    expect(call.heard).toMatchObject({ kind: 'form-sent' });
    expect(await call.form()).toMatchObject({ answers: { result: 'settled' } });
    expect(await call.form()).not.toHaveProperty('promisedFor');
  });

  test('is refused at the end, too, when that became known meanwhile', async () => {
    const call = await inScript({}, '2', '30#', '1');
    call.centre.write(17, { status: 14 });
    await call.press('1');
    expect(call.heard).toMatchObject({ kind: 'ask-question', remark: { kind: 'never' } });
    expect(shortly(call.heard)).toBe('minutes?');
    expect(call.row).toMatchObject({ status: 14 });
    for (const keys of ['*', '*', '*']) await call.press(keys);
    expect(shortly(call.heard)).toBe('result?'); // to call again needs a moment
  });
});

describe('a request that comes again', () => {
  const dialogs: [string, string[], KeypadSetting][] = [
    ['a promise', ['2', '30#', '1', '1'], {}],
    [
      'a way round',
      ['2', '*', '*', '*', '2', '*', '2411#', '1', '1500#', '1', '2', '1', '*', '*', '*'],
      {},
    ],
    ['mistakes', ['9', '2', '', '30#', '7', '2', '40#', '1', '1'], {}],
    [
      'a refused promise',
      ['2', '*', '2911#', '1', '1200#', '1', '600#', '1', '60#', '1', '1'],
      { task: { callingHours: officeHours } },
    ],
    ['giving up', ['2', '', '', ''], {}],
  ];

  test.each(dialogs)(
    'gets the same answer, and changes nothing more: %s',
    async (_, keys, setting) => {
      const call = await inScript(setting);
      expect(await call.call.beginsScript()).toEqual(call.heard);
      for (const pressed of keys) {
        const asked = call.heard;
        const first = await call.press(pressed);
        expect(await call.call.keys(asked, pressed)).toEqual(first);
      }
      const once = await inScript(setting, ...keys);
      expect({ ...(await call.form()), openedAt: 0 }).toEqual({
        ...(await once.form()),
        openedAt: 0,
      });
      expect(call.heard).toEqual(once.heard);
    },
  );

  test.each(dialogs)('also while the first is being answered: %s', async (_, keys, setting) => {
    const call = await inScript(setting);
    for (const pressed of keys) {
      const asked = call.heard;
      const [copy] = await Promise.all([call.call.keys(asked, pressed), call.press(pressed)]);
      expect(copy).toEqual(call.heard);
    }
  });

  test('says what was promised, though nothing could be promised by now', async () => {
    const call = await inScript({}, '2', '30#', '1');
    const asked = call.heard;
    const first = await call.press('1');
    call.centre.write(17, { status: 14 });
    expect(await call.call.keys(asked, '1')).toEqual(first);
  });

  test('late, changes nothing of what was answered since', async () => {
    const call = await inScript({ task: { callingHours: officeHours } });
    const requests: [VoiceStep, string][] = [];
    for (const keys of ['2', '600#', '1', '60#', '1', '1']) {
      requests.push([call.heard, keys]);
      await call.press(keys);
      const form = await call.form();
      for (const [asked, late] of requests.slice(0, -1)) await call.call.keys(asked, late);
      expect(await call.form()).toEqual(form);
    }
    expect(call.row).toMatchObject({ time_callback: '11:30:26' });
  });
});

describe('a screen that takes part', () => {
  test('hears of every answer, and of the form once it is sent', async () => {
    const call = await inScript({}, '2', '30#', '1', '');
    const { told } = call.centre.world.desks;
    const attempt = call.call.attempt;
    const forms = () => told.filter(({ message }) => message.kind === 'form');
    const audience = { operators: ['anna'], supervisors: true };
    expect(forms()).toEqual(
      [0, 1, 2].map((revision) => ({ audience, message: { kind: 'form', attempt, revision } })),
    );
    const sentWhenTold: unknown[] = [];
    const { notify } = call.centre.world.desks;
    call.centre.world.desks.notify = async function (...said) {
      sentWhenTold.push((await call.form())?.sentAt);
      return notify.apply(this, said);
    };
    await call.press('1');
    expect(sentWhenTold).toContain(instant('2026-11-23T10:30:26Z'));
  });

  test('has written another draft: what is open now is asked', async () => {
    const call = await inScript({});
    const asked = call.heard;
    const { forms } = call.centre.world;
    const run = { visits: [{ step: 'talk', answers: { result: 'refused' }, asked: ['result'] }] };
    await forms.draft({ attempt: call.call.attempt, revision: 0, run, at: 0 });
    expect(shortly(await call.call.keys(asked, '2'))).toBe('minutes?');
  });

  test('has sent the form: what it promised is said', async () => {
    const call = await inScript({}, '2', '30#');
    const [attempt] = call.centre.attempts(17);
    if (attempt === undefined) throw new Error('no attempt');
    const run = {
      visits: [
        { step: 'talk', answers: { result: 'call-again', minutes: 45 }, left: true as const },
        { step: 'confirm', answers: { agreed: true }, left: true as const },
      ],
    };
    await submitForm(call.centre.ports, { attempt, run, by: 'anna' });
    await call.press('1');
    const at = instant('2026-11-23T11:15:26Z');
    expect(call.heard).toMatchObject({ kind: 'form-sent', promised: { at } });
  });
});

test('a script that asks nothing by telephone says its texts and is sent', async () => {
  const script: Script = {
    title: 'Notes',
    start: 'a',
    steps: [
      {
        id: 'a',
        text: 'Thank {имя}.',
        fields: [{ id: 'n', type: 'text', label: 'Note' }],
        next: 'b',
      },
      { id: 'b', text: 'Done.', fields: [], next: 'end' },
    ],
  };
  const call = await inScript({ script });
  expect(call.heard).toMatchObject({ kind: 'form-sent', before: ['Thank Zoë.', 'Done.'] });
});

test('neither keys nor numbers are noted', async () => {
  const call = await inScript({}, '2', '30#', '', '', '');
  const { notes } = call.centre.world.journal;
  expect(notes.at(-1)).toMatchObject({ event: 'keypad dialog given up' });
  expect(JSON.stringify(notes)).not.toMatch(/30#|"30"/);
});

function placeIn(step: VoiceStep): KeypadPlace {
  if ('place' in step) return step.place;
  throw new Error(`nothing is asked by ${step.kind}`);
}
