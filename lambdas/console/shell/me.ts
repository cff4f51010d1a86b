import { setServerTime } from '../browser/clock.ts';
import { ask } from './api/ask.ts';
import { resource } from './api/resource.ts';

/** Who is signed in, and what is theirs. */
export const me = resource(async () => {
  const answer = await ask('GET', '/me');
  if (answer.kind === 'done') setServerTime(answer.value.now);
  return answer;
});
