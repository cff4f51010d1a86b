import { createMiddleware } from 'hono/factory';
import type { Clock } from '../../../ports/clock.ts';
import type { RateCounter } from '../../../ports/limits/rate-counter.ts';
import type { InvocationJournal } from '../../boundary/invocation-journal.ts';
import { wantedLanguage } from '../../boundary/wanted-language.ts';
import type { ConsoleEnv } from './api-env.ts';
import { refusalWords } from './refusal-words.ts';

interface SoftwarePorts {
  rateCounter: RateCounter;
  clock: Pick<Clock, 'now'>;
  journal: InvocationJournal;
}

/** What one client may ask: bursts fit in, and no client takes what the desks need. */
const period = { seconds: 10, requests: 500 };

/** Of software that signs in by itself: it is held to its share, and what it changes is in the log. */
export function admitSoftware({ rateCounter, clock, journal }: SoftwarePorts) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const { operator: client, scopes } = c.var.caller;
    if (scopes === undefined) return next();
    const { seconds, requests } = period;
    const asked = await rateCounter.add(client, 1, { seconds, at: clock.now() });
    if (asked > requests) {
      c.header('retry-after', String(seconds));
      return c.json({ error: refusalWords.tooOften[wantedLanguage(c)] }, 429);
    }
    await next();
    if (c.req.method === 'GET') return;
    const { method } = c.req;
    journal.note('software asked', { client, method, status: c.res.status });
  });
}
