import type { Instant } from '../../domain/basics/instant.ts';

/** What a request was answered, as it is answered again. */
export interface GivenAnswer {
  status: number;
  body: string;
  location?: string | undefined;
}

export type Beginning =
  | { kind: 'new' }
  | { kind: 'answered'; answer: GivenAnswer }
  /** The same request came before, and has no answer yet. */
  | { kind: 'running' }
  /** The key was brought along with another request. */
  | { kind: 'other' };

/**
 * Requests that are done once, however often they are sent: each brings a key of its own. Keys are
 * remembered for a day; of who never got an answer, a minute, then the request may begin anew.
 */
export interface AnsweredRequests {
  /** @param request what was asked: the same key with another one is a mistake */
  begin(key: string, request: string, at: Instant): Promise<Beginning>;
  finish(key: string, answer: GivenAnswer): Promise<void>;
  /** It came to nothing, and may be sent again. */
  forget(key: string): Promise<void>;
}

export const rememberedSeconds = 86_400;
export const abandonedSeconds = 60;
