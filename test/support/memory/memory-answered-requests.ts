import { type Instant, second } from '../../../lambdas/domain/basics/instant.ts';
import {
  type AnsweredRequests,
  abandonedSeconds,
  type Beginning,
  type GivenAnswer,
} from '../../../lambdas/ports/records/answered-requests.ts';

export class MemoryAnsweredRequests implements AnsweredRequests {
  readonly #requests = new Map<string, { request: string; at: Instant; answer?: GivenAnswer }>();

  async begin(key: string, request: string, at: Instant): Promise<Beginning> {
    const known = this.#requests.get(key);
    if (known === undefined || (!known.answer && known.at <= at - abandonedSeconds * second)) {
      this.#requests.set(key, { request, at });
      return { kind: 'new' };
    }
    if (known.request !== request) return { kind: 'other' };
    return known.answer ? { kind: 'answered', answer: known.answer } : { kind: 'running' };
  }

  async finish(key: string, answer: GivenAnswer): Promise<void> {
    const known = this.#requests.get(key);
    if (known) this.#requests.set(key, { ...known, answer });
  }

  async forget(key: string): Promise<void> {
    this.#requests.delete(key);
  }
}
