import { XMLValidator } from 'fast-xml-parser';
import { renderStep } from '../../lambdas/adapters/twilio/twiml/render-step.ts';
import { webhookUrl } from '../../lambdas/adapters/twilio/twiml/webhook-url.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import { permitted } from '../../lambdas/domain/gate/permitted.ts';
import type { VoiceStep } from '../../lambdas/domain/phone/voice-step.ts';

const attempt = attemptId({ task: 'demo', Id: 17 }, '0mwsxjdtx-4d8b');
const en = { language: 'en' } as const;
const ru = { language: 'ru' } as const;

function inside(step: VoiceStep): string {
  const xml = renderStep(step, {
    ofAttempt: (path) => webhookUrl('https://calls.test', path, { attempt }),
    withState: (path, state) => webhookUrl('https://calls.test', path, state),
  });
  expect(XMLValidator.validate(xml)).toBe(true);
  return /<Response>(.*)<\/Response>/s.exec(xml)?.[1] ?? xml;
}

const repeats = '#rc=2&amp;rt=5000&amp;rp=ct,rt,5xx';
const at = (path: string) => `https://calls.test${path}?attempt=demo.17.0mwsxjdtx-4d8b${repeats}`;
const said = (text: string) => `<Say voice="Polly.Joanna" language="en-US">${text}</Say>`;

describe('an operator who dials in', () => {
  test('is held first where wrong PINs came before', () => {
    expect(inside({ kind: 'ask-pin', tries: 0, waitSeconds: 16, tongue: en })).toContain(
      `${said('Please hold the line.')}<Pause length="16"/><Gather `,
    );
  });

  test('is asked for their PIN, ended by hash', () => {
    expect(inside({ kind: 'ask-pin', tries: 0, waitSeconds: 0, tongue: en })).toBe(
      `<Gather finishOnKey="#" timeout="6" action="https://calls.test/caller/pin?tries=0${repeats}" method="POST">${said('Please enter your PIN, and press hash.')}</Gather>${said('Goodbye.')}<Hangup/>`,
    );
  });

  test('is asked again, and the tries are counted in the address', () => {
    const xml = inside({ kind: 'ask-number', tries: 2, tongue: ru });
    expect(xml).toContain(`/caller/number?tries=2${repeats}`);
    expect(xml).toContain('Так не получится. Введите номер абонента');
  });
});

describe('a customer who called in', () => {
  const step = {
    kind: 'dial-operator',
    address: permitted('+442079460991'),
    callerId: '+442079460000',
    ringSeconds: 25,
    isWatched: true,
  } as const;
  const attributes = `url="${at('/caller/whisper')}" method="POST" statusCallback="${at('/events/operator')}" statusCallbackMethod="POST" statusCallbackEvent="ringing completed"`;

  test('hears ringing until an operator is there: nothing answers their call before', () => {
    expect(inside(step)).toBe(
      `<Dial answerOnBridge="true" action="${at('/caller/after')}" method="POST" callerId="+442079460000" timeout="25"><Number ${attributes}>+442079460991</Number></Dial>`,
    );
  });

  test('hears that the talk is recorded before anybody is rung', () => {
    const notice = { words: 'We record.', tongue: en } as const;
    const xml = inside({ ...step, isRecorded: true, notice });
    expect(xml).toContain(`${said('We record.')}<Dial `);
    expect(xml).toContain('record="record-from-answer-dual"');
    expect(inside(step)).not.toContain('record');
  });

  test('where nobody looks, the ringing is not told', () => {
    expect(inside({ ...step, isWatched: false })).toContain('statusCallbackEvent="completed"');
  });

  test.each([
    ['client:anna', `<Client ${attributes}>anna</Client>`],
    ['sip:anna@office.sip.twilio.com', `<Sip ${attributes}>sip:anna@office.sip.twilio.com</Sip>`],
  ])('reaches %s', (address, noun) => {
    expect(inside({ ...step, address: permitted(address) })).toContain(noun);
  });

  test('is joined by an empty document', () => {
    expect(inside({ kind: 'let-through' })).toBe('');
  });

  test('whose operator presses 1 first', () => {
    const xml = inside({ kind: 'ask-key-for-caller', who: 'Zoë', tongue: en });
    expect(xml).toContain(`action="${at('/caller/join')}"`);
    expect(xml).toContain('Zoë is calling. Press 1 to be connected.');
    expect(xml).toContain('timeout="4"');
    expect(xml).toMatch(/Goodbye.<\/Say><Hangup\/>$/);
  });
});

describe('nobody is free', () => {
  const offer = {
    kind: 'offer-callback',
    row: { task: 'demo', Id: 17 },
    promised: undefined,
    at: 1_795_000_000_000,
    tries: 0,
    tongue: en,
  } as const;
  const moment = {
    at: Date.parse('2026-11-24T07:30:00Z'),
    zone: 'Europe/Moscow',
    isToday: false,
  } as const;

  test('they may order a callback', () => {
    const xml = inside(offer);
    expect(xml).toContain(
      `action="https://calls.test/caller/order?row=demo.17&amp;at=1795000000000&amp;tries=0${repeats}"`,
    );
    expect(xml).toContain('At the moment nobody is free. To be called as soon as');
    expect(xml).toMatch(/Thank you for your call. Goodbye.<\/Say><Hangup\/>$/);
  });

  test.each<[string, VoiceStep, string]>([
    ['soon', { ...offer, promised: 'soon' }, 'We will call you as soon as somebody is free.'],
    ['another day', { ...offer, promised: moment }, 'We will call you on 24 November at 10:30.'],
    ['today', { ...offer, promised: { ...moment, isToday: true } }, 'We will call you at 10:30.'],
    [
      'in Russian',
      { ...offer, promised: moment, tongue: ru },
      'Мы позвоним вам 24 ноября в 10:30.',
    ],
  ])('and hears what they were promised: %s', (_, step, sentence) => {
    expect(inside(step)).toContain(sentence);
  });

  test('after a key that makes no sense they are asked again', () => {
    expect(inside({ ...offer, tries: 1 })).toContain('That was not right. To be called');
  });

  test.each<[VoiceStep, string]>([
    [
      { kind: 'confirm-callback', moment: undefined, tongue: en },
      'We will call you as soon as somebody is free.',
    ],
    [{ kind: 'confirm-callback', moment, tongue: en }, 'We will call you on 24 November at 10:30.'],
  ])('what they ordered is confirmed', (step, sentence) => {
    expect(inside(step)).toBe(`${said(`Thank you. ${sentence} Goodbye.`)}<Hangup/>`);
  });
});
