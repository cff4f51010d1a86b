import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { DoNotCallRecord } from '../../domain/do-not-call/do-not-call.ts';
import { callNews } from '../../domain/events/call-news.ts';
import {
  doNotCallNews,
  operatorNews,
  taskNews,
  type Written,
} from '../../domain/events/directory-news.ts';
import type { PublicEvent } from '../../domain/events/event.ts';
import { formNews, isJustSent } from '../../domain/events/form-news.ts';
import type { Told } from '../../domain/events/make-event.ts';
import { type StoryEntry, storyNews, unkeptNews } from '../../domain/events/row-news.ts';
import type { Form } from '../../domain/form/form.ts';
import type { Operator, Task } from '../../domain/task/task.ts';
import type { UnkeptPromise } from '../../domain/views/unkept-promise.ts';
import type { Scripts } from '../../ports/people/scripts.ts';

/** One write to one of the tables that events are made of. */
export type Change =
  | { of: 'story'; entry: StoryEntry }
  | { of: 'unkept'; promise: UnkeptPromise }
  | ({ of: 'attempt' } & Between<Attempt>)
  | ({ of: 'form' } & Between<Form>)
  | ({ of: 'operator'; written: Written } & Between<Operator>)
  | ({ of: 'task'; written: Written } & Between<Task>)
  | ({ of: 'do-not-call'; written: Written } & Between<DoNotCallRecord>)
  | { of: 'nothing' };

interface Between<Entry> {
  before: Entry | undefined;
  after: Entry;
}

export interface NewsPorts {
  scripts: Pick<Scripts, 'get'>;
  told: Told;
}

/** What a write says to other software; the same write says the same again. */
export async function newsOf({ scripts, told }: NewsPorts, change: Change): Promise<PublicEvent[]> {
  switch (change.of) {
    case 'story':
      return storyNews(change.entry, told);
    case 'unkept':
      return [unkeptNews(change.promise)];
    case 'attempt':
      return callNews(change, told);
    case 'form':
      return isJustSent(change.before, change.after)
        ? formNews(change.after, await scriptOf(scripts, change.after), told)
        : [];
    case 'operator':
      return operatorNews(change, change.written, told);
    case 'task':
      return taskNews(change, change.written);
    case 'do-not-call':
      return doNotCallNews(change, change.written, told);
    case 'nothing':
      return [];
    default:
      return change satisfies never;
  }
}

function scriptOf(scripts: NewsPorts['scripts'], { script }: Form) {
  return scripts.get(script.id, script.version);
}
