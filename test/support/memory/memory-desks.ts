import {
  newTicket,
  socketUrl,
  ticketHash,
  ticketLife,
} from '../../../lambdas/adapters/websocket/desk-ticket.ts';
import { isShutOut } from '../../../lambdas/adapters/websocket/is-shut-out.ts';
import { notifyDesks } from '../../../lambdas/adapters/websocket/notify-desks.ts';
import type { Wire } from '../../../lambdas/adapters/websocket/wire.ts';
import type { Instant } from '../../../lambdas/domain/basics/instant.ts';
import type { Clock } from '../../../lambdas/ports/clock.ts';
import {
  type Audience,
  type DeskMessage,
  type Desks,
  type DeskUser,
  isTold,
  type Notified,
  type ShutOut,
} from '../../../lambdas/ports/people/desks.ts';
import type { Presence } from '../../../lambdas/ports/people/presence.ts';

export interface MemoryDesksProps {
  clock: Pick<Clock, 'now'>;
  /** Without one, nobody hears anything. */
  wire?: Wire;
}

export class MemoryDesks implements Desks, Presence {
  /** Everything that was told, for a test to look at. */
  readonly told: { audience: Audience; message: DeskMessage }[] = [];
  readonly #clock: Pick<Clock, 'now'>;
  readonly #wire: Wire;
  readonly #tickets = new Map<string, { who: DeskUser; givenAt: Instant }>();
  readonly #open = new Map<string, DeskUser>();
  readonly #readyPhones = new Set<string>();

  constructor({
    clock,
    wire = { post: async () => 'told', close: async () => undefined },
  }: MemoryDesksProps) {
    this.#clock = clock;
    this.#wire = wire;
  }

  async openTicket(who: DeskUser): Promise<string> {
    const ticket = newTicket();
    this.#tickets.set(ticketHash(ticket), { who, givenAt: this.#clock.now() });
    return socketUrl('ws://desks.test', ticket);
  }

  async connect(ticket: string, connection: string): Promise<boolean> {
    const hash = ticketHash(ticket);
    const given = this.#tickets.get(hash);
    this.#tickets.delete(hash);
    if (given === undefined || this.#clock.now() - given.givenAt > ticketLife) return false;
    this.#open.set(connection, given.who);
    return true;
  }

  async disconnect(connection: string): Promise<void> {
    this.#open.delete(connection);
    this.#readyPhones.delete(connection);
  }

  async notePhone(connection: string, { isReady }: { isReady: boolean }): Promise<void> {
    if (isReady && this.#open.has(connection)) this.#readyPhones.add(connection);
    else this.#readyPhones.delete(connection);
  }

  async of(operators: readonly string[]): Promise<ReadonlyMap<string, { isPhoneReady: boolean }>> {
    const desks = [...this.#open].filter(([, { operator }]) => operators.includes(operator));
    const there = new Map<string, { isPhoneReady: boolean }>();
    for (const [connection, { operator }] of desks) {
      const isPhoneReady = this.#readyPhones.has(connection);
      there.set(operator, {
        isPhoneReady: isPhoneReady || there.get(operator)?.isPhoneReady === true,
      });
    }
    return there;
  }

  async isWatched(watched: string | undefined): Promise<boolean> {
    const open = [...this.#open.values()];
    return open.some(({ operator, role }) => operator === watched || role !== 'operator');
  }

  async online(operators: readonly string[]): Promise<ReadonlySet<string>> {
    const there = new Set([...this.#open.values()].map(({ operator }) => operator));
    return new Set(operators.filter((it) => there.has(it)));
  }

  async notify(
    audience: Audience,
    message: DeskMessage,
    out: readonly ShutOut[] = [],
  ): Promise<Notified> {
    this.told.push({ audience, message });
    const there = this.#connections(audience, out);
    const { gone, ...told } = await notifyDesks(this.#wire, there, message);
    for (const connection of gone) await this.disconnect(connection);
    return told;
  }

  async close(out: readonly ShutOut[]): Promise<void> {
    for (const [connection, who] of this.#open) {
      if (!isShutOut(who, out)) continue;
      await this.#wire.close(connection);
      await this.disconnect(connection);
    }
  }

  #connections(audience: Audience, out: readonly ShutOut[]): string[] {
    if (typeof audience === 'object' && 'connection' in audience) return [audience.connection];
    const belongs = (who: DeskUser) => audience === 'everybody' || isTold(audience, who);
    return [...this.#open]
      .filter(([, who]) => belongs(who) && !isShutOut(who, out))
      .map(([connection]) => connection);
  }
}
