import {
  fitsLinkSecret,
  linkSecretHash,
  newLinkSecret,
} from '../../../lambdas/adapters/system/link-secret.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { CalendarLinks, CalendarOwner } from '../../../lambdas/ports/people/calendar-links.ts';

export class MemoryCalendarLinks implements CalendarLinks {
  readonly #links = new Map<string, { hash: string; madeAt: Instant }>();

  async renew(owner: CalendarOwner, madeAt: Instant): Promise<string> {
    const secret = newLinkSecret();
    this.#links.set(nameOf(owner), { hash: linkSecretHash(secret), madeAt });
    return secret;
  }

  async madeAt(owner: CalendarOwner): Promise<Instant | undefined> {
    return this.#links.get(nameOf(owner))?.madeAt;
  }

  async revoke(owner: CalendarOwner): Promise<void> {
    this.#links.delete(nameOf(owner));
  }

  async isOpenedBy(owner: CalendarOwner, secret: string): Promise<boolean> {
    return fitsLinkSecret(secret, this.#links.get(nameOf(owner))?.hash);
  }
}

function nameOf({ kind, id }: CalendarOwner): string {
  return `${kind}/${id}`;
}
