import {
  attemptItem,
  storedAttempt,
} from '../../../lambdas/adapters/dynamodb/attempts/attempt-item.ts';
import { newForm, storedForm } from '../../../lambdas/adapters/dynamodb/forms/form-item.ts';
import { eventItem, outcomeItem } from '../../../lambdas/adapters/dynamodb/views/view-item.ts';
import type { Form } from '../../../lambdas/domain/form/form.ts';
import { sampleAttempt } from '../../support/sample-attempt.ts';

/** What a stage says is kept for so many days goes then, in seconds of Unix time; else it stays. */

const day = 24 * 3600;
const attempt = sampleAttempt();
const claimed = Math.ceil(attempt.claimedAt / 1000);
const form: Form = {
  attempt: attempt.id,
  script: { id: 'callback', version: 1 },
  surface: 'screen',
  run: { visits: [] },
  revision: 0,
  openedAt: attempt.claimedAt,
};

test('attempts', () => {
  expect(attemptItem(attempt)).not.toHaveProperty('expiresAt');
  const item = attemptItem(attempt, 90);
  expect(item.expiresAt).toEqual({ N: String(claimed + 90 * day) });
  expect(storedAttempt(item)).toEqual(storedAttempt(attemptItem(attempt)));
});

test('forms', () => {
  expect(newForm({ forms: 'forms' }, form).Item).not.toHaveProperty('expiresAt');
  const { Item = {} } = newForm({ forms: 'forms', keepFormsDays: 30 }, form);
  expect(Item.expiresAt).toEqual({ N: String(claimed + 30 * day) });
  expect(storedForm(Item)).toEqual(form);
});

test('stories and figures, 400 days where nothing else is said', () => {
  const event = { at: '2026-11-23T10:00:00.000Z', kind: 'created' } as const;
  const sequenced = { sequence: '1', place: 0, event };
  const at = Date.parse(event.at) / 1000;
  const row = { task: 'demo', Id: 17 };
  expect(eventItem(row, sequenced).expiresAt).toEqual({ N: String(at + 400 * day) });
  expect(eventItem(row, sequenced, 60).expiresAt).toEqual({ N: String(at + 60 * day) });
  const record = { operator: { address: 'client:anna' }, settledAt: at * 1000 };
  expect(outcomeItem(record as never, 60).expiresAt).toEqual({ N: String(at + 60 * day) });
});
