import { XMLValidator } from 'fast-xml-parser';
import { renderStep } from '../../lambdas/adapters/twilio/twiml/render-step.ts';
import type { NextUrls } from '../../lambdas/adapters/twilio/twiml/twiml.ts';
import { webhookUrl } from '../../lambdas/adapters/twilio/twiml/webhook-url.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';
import type { VoiceStep } from '../../lambdas/domain/phone/voice-step.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, '0mwsxjdtx-4d8b');

const urls: NextUrls = {
  ofAttempt: (path) => webhookUrl('https://calls.test', path, { attempt }),
  withState: (path, state) => webhookUrl('https://calls.test', path, state),
};

function inside(step: VoiceStep): string {
  const xml = renderStep(step, urls);
  const found = /^<\?xml version="1\.0" encoding="UTF-8"\?><Response>(.*)<\/Response>$/s.exec(xml);
  return found?.[1] ?? `not a document: ${xml}`;
}

const at = (path: string) =>
  `https://calls.test${path}?attempt=demo.17.0mwsxjdtx-4d8b#rc=2&amp;rt=5000&amp;rp=ct,rt,5xx`;

test('says who is next and asks for a key, twice at most', () => {
  const asked = `<Gather numDigits="1" timeout="8" action="${at('/voice/ready')}" method="POST"><Say voice="Polly.Joanna" language="en-US">Your next call: Mary Sue. Press 1 to be connected.</Say></Gather>`;
  expect(inside({ kind: 'ask-key', who: 'Mary Sue', tongue: { language: 'en' } })).toBe(
    `${asked}${asked}<Say voice="Polly.Joanna" language="en-US">No key was pressed, so we will try again later. Goodbye.</Say><Hangup/>`,
  );
});

test('names nobody when the row names nobody, in Russian as well', () => {
  const xml = inside({ kind: 'ask-key', who: undefined, tongue: { language: 'ru' } });
  expect(xml).toContain(
    '<Say voice="Polly.Tatyana" language="ru-RU">Следующий звонок: абонент. Нажмите 1, чтобы соединиться.</Say>',
  );
});

test('is silent for whole seconds, then asks again', () => {
  const redirect = `<Redirect method="POST">${at('/voice/customer')}</Redirect>`;
  expect(inside({ kind: 'wait', seconds: 7 })).toBe(`<Pause length="7"/>${redirect}`);
  expect(inside({ kind: 'wait', seconds: 0 })).toBe(redirect);
});

test("dials the customer and hears of their leg's answer and end, and of its ringing where somebody looks", () => {
  const step = {
    kind: 'dial',
    customer: permitted('+447700900002'),
    callerId: '+442079460000',
    ringSeconds: 30,
    isWatched: true,
    detectsMachines: false,
  } as const;
  expect(inside(step)).toBe(
    `<Dial action="${at('/voice/after')}" method="POST" callerId="+442079460000" timeout="30" hangupOnStar="true">` +
      `<Number statusCallback="${at('/events/customer')}" statusCallbackMethod="POST" statusCallbackEvent="ringing answered completed">+447700900002</Number></Dial>`,
  );
  expect(inside({ ...step, isWatched: false })).toContain(
    'statusCallbackEvent="answered completed"',
  );
  const detection = `machineDetection="Enable" amdStatusCallback="${at('/events/machine')}" amdStatusCallbackMethod="POST"`;
  expect(inside({ ...step, detectsMachines: true })).toContain(detection);
});

test('a talk that is recorded has each leg in a channel of its own, and a notice that the callee hears', () => {
  const step = {
    kind: 'dial',
    customer: permitted('+447700900002'),
    callerId: '+442079460000',
    ringSeconds: 30,
    isWatched: false,
    detectsMachines: false,
  } as const;
  const recorded = `record="record-from-answer-dual" recordingStatusCallback="${at('/events/recording')}" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"`;
  const whisper = `<Number url="${at('/voice/notice')}" method="POST" statusCallback=`;
  expect(inside(step)).not.toContain('record');
  expect(inside({ ...step, recording: 'on' })).toContain(recorded);
  expect(inside({ ...step, recording: 'on' })).not.toContain('/voice/notice');
  expect(inside({ ...step, recording: 'notice' })).toContain(recorded);
  expect(inside({ ...step, recording: 'notice' })).toContain(whisper);
});

test.each([
  ['We record & listen.', 'We record &amp; listen.'],
  [undefined, 'This call is recorded.'],
])('says the notice and joins: %s', (words, said) => {
  expect(inside({ kind: 'say-notice', words, tongue: { language: 'en' } })).toBe(
    `<Say voice="Polly.Joanna" language="en-US">${said}</Say>`,
  );
});

test('leaves a message, spoken or played, and hangs up', () => {
  const spoken = inside({ kind: 'leave-message', words: 'Hello', tongue: { language: 'en' } });
  expect(spoken).toBe(
    '<Pause length="1"/><Say voice="Polly.Joanna" language="en-US">Hello</Say><Hangup/>',
  );
  const sound = 'https://example.com/hello.mp3?a=1&b=2';
  expect(inside({ kind: 'leave-message', sound })).toBe(
    `<Pause length="1"/><Play>${sound.replace('&', '&amp;')}</Play><Hangup/>`,
  );
});

test('says one sentence and hangs up', () => {
  expect(inside({ kind: 'tell', message: 'moved', tongue: { language: 'en' } })).toBe(
    '<Say voice="Polly.Joanna" language="en-US">This call has just been moved to another time. Thank you, goodbye.</Say><Hangup/>',
  );
});

test('hangs up', () => {
  expect(inside({ kind: 'hang-up' })).toBe('<Hangup/>');
});

describe('always says voice and language, and a pair that fits', () => {
  test.each([
    ['Polly.Brian', 'en', 'en-GB'],
    ['Polly.Amy-Neural', 'en', 'en-GB'],
    ['Polly.Matthew', 'en', 'en-US'],
    ['Google.en-GB-Wavenet-A', 'en', 'en-GB'],
    ['Google.ru-RU-Standard-B', 'ru', 'ru-RU'],
    ['Polly.Maxim', 'ru', 'ru-RU'],
  ] as const)('%s', (voice, language, said) => {
    const xml = inside({ kind: 'tell', message: 'gone', tongue: { language, voice } });
    expect(xml).toContain(`<Say voice="${voice}" language="${said}">`);
  });
});

test('speaks with the usual voice where the task names one that cannot be', () => {
  const tongue = { language: 'en', voice: 'Polly."/><Hangup\u0000' } as const;
  expect(inside({ kind: 'tell', message: 'gone', tongue })).toContain(
    '<Say voice="Polly.Joanna" language="en-US">',
  );
});

test('escapes what is part of an address', () => {
  const xml = renderStep(
    { kind: 'wait', seconds: 0 },
    {
      ...urls,
      ofAttempt: (path) => `https://x.test${path}?a="<'>&b`,
    },
  );
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).toContain('?a=&quot;&lt;&#39;&gt;&amp;b</Redirect>');
});

describe("lets nothing that a row holds spoil the document or the call's course", () => {
  test.each([
    ['markup', '</Say><Hangup/>', '&lt;/Say&gt;&lt;Hangup/&gt;'],
    ['an entity', 'Smith & Sons &amp;', 'Smith &amp; Sons &amp;amp;'],
    ['control characters', 'Mary\u0000\u0007\u001b Sue', 'Mary Sue'],
    ['line breaks', 'Mary\r\n\tSue', 'Mary Sue'],
    ['half a surrogate pair', 'Mary \ud83d', 'Mary'],
    ['no characters at all', '\uffff\ufffe', 'a customer'],
    ['a pair cut in two by the limit', `${'x'.repeat(199)}😀`, 'x'.repeat(199)],
    ['more than anybody listens to', 'x'.repeat(100_000), 'x'.repeat(200)],
  ])('%s', (_, who, said) => {
    const xml = inside({ kind: 'ask-key', who, tongue: { language: 'en' } });
    expect(xml).toContain(`Your next call: ${said}. Press`);
    expect(XMLValidator.validate(`<Response>${xml}</Response>`)).toBe(true);
  });
});
