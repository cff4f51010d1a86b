import { stateSpans } from '../../../lambdas/domain/views/state-span.ts';
import { instant } from '../../support/sample-attempt.ts';

const at = (time: string) => instant(`2026-11-23T${time}:00Z`);
const day = { from: at('00:00'), until: at('23:59') };

test('a state lasts until the next one; the last one still does', () => {
  const spans = stateSpans(
    [
      { at: at('09:00'), state: 'available' },
      { at: at('12:00'), state: 'away', reason: 'lunch' },
      { at: at('12:40'), state: 'available' },
    ],
    day,
  );
  expect(spans).toEqual([
    { state: 'available', from: at('09:00'), until: at('12:00') },
    { state: 'away', reason: 'lunch', from: at('12:00'), until: at('12:40') },
    { state: 'available', from: at('12:40') },
  ]);
});

test('what began the day before is shown from the beginning on, and said again it is one', () => {
  const spans = stateSpans(
    [
      { at: day.from - 3_600_000, state: 'away' },
      { at: at('08:00'), state: 'away' },
      { at: at('09:00'), state: 'available' },
    ],
    day,
  );
  expect(spans).toEqual([
    { state: 'away', from: day.from, until: at('09:00') },
    { state: 'available', from: at('09:00') },
  ]);
});

test('another reason is another state', () => {
  const spans = stateSpans(
    [
      { at: at('09:00'), state: 'away', reason: 'break' },
      { at: at('09:10'), state: 'away', reason: 'training' },
    ],
    day,
  );
  expect(spans.map(({ reason }) => reason)).toEqual(['break', 'training']);
});
