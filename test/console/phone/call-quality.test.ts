import { qualityOf } from '../../../lambdas/console/desk/phone/line/phone-call.ts';

const silent = 'constant-audio-input-level';

test.each([
  [[], false, undefined],
  [[silent], false, 'microphone'],
  [[silent], true, undefined],
  [['high-rtt', silent], false, 'microphone'],
  [['high-rtt', silent], true, 'connection'],
  [['low-mos'], false, 'connection'],
])(
  'warnings %j, muted: %s: what the operator can do something about is %s',
  (warnings, isMuted, quality) => {
    expect(qualityOf({ warnings, isMuted })).toBe(quality);
  },
);
