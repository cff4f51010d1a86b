import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventTypes } from '../../lambdas/domain/events/event-types.ts';

const page = readFileSync(path.join(__dirname, '../../lib/cloud/integrating.md'), 'utf8');

test('the page for integrators lists every event, and no other', () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+\.[a-z-]+)` \|/gm)].map(([, type]) => type);
  expect(listed.filter((it) => it !== 'events.tell' && it !== 'events.webhooks')).toEqual(
    eventTypes,
  );
});
