import { lineEnd } from '../../lambdas/adapters/twilio/line-answer.ts';

const answered = (sip: number | undefined, status: Parameters<typeof lineEnd>[0] = 'failed') =>
  lineEnd(status, { sip, code: undefined });

describe('what a line answers says more than Twilio’s status', () => {
  test.each([404, 484, 604])('%s: there is no such number', (sip) => {
    expect(answered(sip)).toEqual({ as: 'failed', refused: { because: 'no-such-number', sip } });
  });

  test.each(['failed', 'busy', 'no-answer'] as const)(
    '603 is a call declined, also as %s',
    (status) => {
      expect(answered(603, status)).toEqual({
        as: status,
        refused: { because: 'declined', sip: 603 },
      });
    },
  );

  test.each([
    [486, 'busy'],
    [600, 'busy'],
    [480, 'no-answer'],
    [408, 'failed'],
    [503, 'failed'],
    [487, 'failed'],
    [undefined, 'failed'],
    [299, 'failed'],
  ])('%s is %s', (sip, as) => {
    expect(answered(sip)).toEqual({ as });
  });

  test('a leg that was answered, or called off, was not refused', () => {
    expect(answered(404, 'completed')).toEqual({ as: 'completed' });
    expect(answered(487, 'canceled')).toEqual({ as: 'canceled' });
  });
});

describe('an error of Twilio’s', () => {
  test.each([10004, 86008, 13227, 32017])('%s is our account’s, whatever the line says', (code) => {
    const refused = { because: 'our-account', code };
    expect(lineEnd('no-answer', { sip: 404, code })).toEqual({ as: 'no-answer', refused });
  });

  test('that nobody sorted says nothing', () => {
    expect(lineEnd('failed', { sip: undefined, code: 99_999 })).toEqual({ as: 'failed' });
  });
});
