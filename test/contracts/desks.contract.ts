import type { Wire } from '../../lambdas/adapters/websocket/wire.ts';
import type { DeskMessage, Desks, DeskUser } from '../../lambdas/ports/people/desks.ts';
import type { Presence } from '../../lambdas/ports/people/presence.ts';
import { MemoryClock } from '../support/memory/memory-clock.ts';
import { noon, second } from './samples.ts';

/** Takes everything down; some browsers are gone, some cannot be reached. */
export class WatchedWire implements Wire {
  readonly posts: { connection: string; message: DeskMessage }[] = [];
  readonly gone = new Set<string>();
  readonly broken = new Set<string>();
  readonly closed: string[] = [];

  async post(connection: string, text: string): Promise<'told' | 'gone'> {
    if (this.broken.has(connection)) throw new TypeError('no way through');
    if (this.gone.has(connection)) return 'gone';
    this.posts.push({ connection, message: JSON.parse(text) });
    return 'told';
  }

  async close(connection: string): Promise<void> {
    if (this.broken.has(connection)) throw new TypeError('no way through');
    this.closed.push(connection);
  }

  get heard(): string[] {
    return this.posts.map(({ connection }) => connection).sort();
  }
}

type OpenDesks = (parts: { clock: MemoryClock; wire: WatchedWire }) => Promise<Desks & Presence>;

interface Scene {
  clock: MemoryClock;
  wire: WatchedWire;
  desks: Desks & Presence;
}

const anna: DeskUser = { operator: 'anna', role: 'operator' };
const boss: DeskUser = { operator: 'olga', role: 'supervisor' };
const news: DeskMessage = { kind: 'promises' };

async function ticketFor(desks: Desks, who: DeskUser): Promise<string> {
  return new URL(await desks.openTicket(who)).searchParams.get('ticket') ?? '';
}

async function sitDown({ desks }: Scene, connection: string, who: DeskUser): Promise<void> {
  expect(await desks.connect(await ticketFor(desks, who), connection)).toBe(true);
}

export function desksContract(openDesks: OpenDesks): void {
  const open = async (): Promise<Scene> => {
    const parts = { clock: new MemoryClock(noon), wire: new WatchedWire() };
    return { ...parts, desks: await openDesks(parts) };
  };
  describe('tickets', () => ticketsContract(open));
  describe('telling', () => tellingContract(open));
  describe('presence', () => presenceContract(open));
}

function presenceContract(open: () => Promise<Scene>): void {
  const there = (isPhoneReady: boolean) => new Map([['anna', { isPhoneReady }]]);

  test('who has an open desk is there, and their phone is not ready until the desk says so', async () => {
    const scene = await open();
    expect(await scene.desks.of(['anna'])).toEqual(new Map());
    await sitDown(scene, 'c1', anna);
    expect(await scene.desks.of(['anna', 'olga'])).toEqual(there(false));
    await scene.desks.notePhone('c1', { isReady: true });
    expect(await scene.desks.of(['anna'])).toEqual(there(true));
    await scene.desks.notePhone('c1', { isReady: false });
    expect(await scene.desks.of(['anna'])).toEqual(there(false));
  });

  test('one ready phone of several desks is enough', async () => {
    const scene = await open();
    for (const connection of ['c1', 'c2', 'c3']) await sitDown(scene, connection, anna);
    await scene.desks.notePhone('c2', { isReady: true });
    expect(await scene.desks.of(['anna'])).toEqual(there(true));
    await scene.desks.disconnect('c2');
    expect(await scene.desks.of(['anna'])).toEqual(there(false));
  });

  test('an operator’s calls are watched at their own desk, and everybody’s by a supervisor', async () => {
    const scene = await open();
    const watched = () =>
      Promise.all(['anna', 'ivan', undefined].map((id) => scene.desks.isWatched(id)));
    expect(await watched()).toEqual([false, false, false]);
    await sitDown(scene, 'c1', anna);
    await scene.clock.advanceTo(noon + 10 * second);
    expect(await watched()).toEqual([true, false, false]);
    await sitDown(scene, 'c2', boss);
    await scene.clock.advanceTo(noon + 20 * second);
    expect(await watched()).toEqual([true, true, true]);
  });

  test('a phone of an unknown desk is nobody’s', async () => {
    const { desks } = await open();
    await desks.notePhone('c9', { isReady: true });
    expect(await desks.of(['anna'])).toEqual(new Map());
  });
}

function ticketsContract(open: () => Promise<Scene>): void {
  test('a ticket opens one desk, once', async () => {
    const { desks } = await open();
    const ticket = await ticketFor(desks, anna);
    expect(await desks.connect(ticket, 'c1')).toBe(true);
    expect(await desks.connect(ticket, 'c2')).toBe(false);
    expect(await desks.online(['anna'])).toEqual(new Set(['anna']));
  });

  test('of many who come with one ticket at once, one is let in', async () => {
    const { desks } = await open();
    const ticket = await ticketFor(desks, anna);
    const tries = Array.from({ length: 8 }, (_, n) => desks.connect(ticket, `c${n}`));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  test('a ticket is good for 30 s', async () => {
    const { desks, clock } = await open();
    const first = await ticketFor(desks, anna);
    const second_ = await ticketFor(desks, anna);
    await clock.advanceTo(noon + 30 * second);
    expect(await desks.connect(first, 'c1')).toBe(true);
    await clock.advanceTo(noon + 30 * second + 1);
    expect(await desks.connect(second_, 'c2')).toBe(false);
  });

  test.each(['', 'x', 'anna', 'everybody'])('nobody is let in with “%s”', async (ticket) => {
    const { desks } = await open();
    await desks.openTicket(anna);
    expect(await desks.connect(ticket, 'c1')).toBe(false);
    expect(await desks.online(['anna'])).toEqual(new Set());
  });

  test('tickets are long, and no two are the same', async () => {
    const { desks } = await open();
    const tickets = await Promise.all([1, 2, 3].map(() => ticketFor(desks, anna)));
    expect(new Set(tickets).size).toBe(3);
    for (const ticket of tickets) expect(ticket).toMatch(/^[\w-]{43}$/);
  });
}

function tellingContract(open: () => Promise<Scene>): void {
  test('an operator is told at all their desks, others are not', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', anna);
    await sitDown(scene, 'c2', anna);
    await sitDown(scene, 'c3', { operator: 'ivan', role: 'operator' });
    await sitDown(scene, 'c4', boss);
    const told = await scene.desks.notify({ operators: ['anna'], supervisors: false }, news);
    expect(told).toEqual({ failed: 0 });
    expect(scene.wire.heard).toEqual(['c1', 'c2']);
    expect(scene.wire.posts[0]?.message).toEqual(news);
  });

  test('a supervisor hears their own calls once', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await sitDown(scene, 'c2', anna);
    const operators = ['olga', 'anna', 'anna'];
    await scene.desks.notify({ operators, supervisors: true }, news);
    expect(scene.wire.heard).toEqual(['c1', 'c2']);
  });

  test('who sees all hears what supervisors hear; a lead, where they came as one, what is for them', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', { operator: 'vera', role: 'viewer' });
    await sitDown(scene, 'c2', { operator: 'lena', role: 'lead' });
    await sitDown(scene, 'c3', { operator: 'lena', role: 'operator' });
    await scene.desks.notify({ operators: [], supervisors: true }, news);
    await scene.desks.notify({ operators: [], leads: ['lena'], supervisors: false }, news);
    expect(scene.wire.heard).toEqual(['c1', 'c2']);
  });

  test('everybody is everybody, and one desk is one desk', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await sitDown(scene, 'c2', anna);
    await scene.desks.notify('everybody', news);
    await scene.desks.notify({ connection: 'c2' }, news);
    expect(scene.wire.heard).toEqual(['c1', 'c2', 'c2']);
  });

  test('who hung up hears nothing, and closing twice is fine', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await scene.desks.disconnect('c1');
    await scene.desks.disconnect('c1');
    await scene.desks.disconnect('unknown');
    await scene.desks.notify({ operators: ['olga'], supervisors: true }, news);
    await scene.desks.notify('everybody', news);
    expect(scene.wire.heard).toEqual([]);
    expect(await scene.desks.online(['olga'])).toEqual(new Set());
  });

  test('who left is told nothing', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await sitDown(scene, 'c2', anna);
    await scene.desks.notify({ operators: ['anna'], supervisors: true }, news, [
      { operator: 'olga' },
    ]);
    expect(scene.wire.heard).toEqual(['c2']);
    await scene.desks.notify('everybody', news, [{ operator: 'olga' }]);
    expect(scene.wire.heard).toEqual(['c2', 'c2']);
  });

  test('all desks of who left are closed, once, and those of others stay open', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await sitDown(scene, 'c2', boss);
    await sitDown(scene, 'c3', anna);
    const out = [{ operator: 'olga' }, { operator: 'ivan' }];
    for (let n = 0; n < 2; n++) await scene.desks.close(out);
    expect(scene.wire.closed.sort()).toEqual(['c1', 'c2']);
    expect(await scene.desks.online(['olga', 'anna'])).toEqual(new Set(['anna']));
  });

  test('of who lost a role those desks are over that were opened in it', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    await sitDown(scene, 'c2', { ...boss, role: 'operator' });
    const out = [{ operator: 'olga', role: 'operator' }] as const;
    await scene.desks.notify('everybody', news, out);
    expect(scene.wire.heard).toEqual(['c2']);
    await scene.desks.close(out);
    expect(scene.wire.closed).toEqual(['c1']);
  });

  test('a desk that could not be closed is closed the next time', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', boss);
    scene.wire.broken.add('c1');
    await expect(scene.desks.close([{ operator: 'olga' }])).rejects.toThrow('no way through');
    scene.wire.broken.delete('c1');
    await scene.desks.close([{ operator: 'olga' }]);
    expect(scene.wire.closed).toEqual(['c1']);
  });

  test('a desk that is gone is forgotten', async () => {
    const scene = await open();
    await sitDown(scene, 'c1', anna);
    scene.wire.gone.add('c1');
    expect(await scene.desks.notify('everybody', news)).toEqual({ failed: 0 });
    expect(await scene.desks.online(['anna', 'ivan'])).toEqual(new Set());
  });

  test('a desk that cannot be told keeps nobody from being told', async () => {
    const scene = await open();
    for (const connection of ['c1', 'c2', 'c3']) await sitDown(scene, connection, anna);
    scene.wire.broken.add('c2');
    expect(await scene.desks.notify('everybody', news)).toEqual({ failed: 1, reason: 'TypeError' });
    expect(scene.wire.heard).toEqual(['c1', 'c3']);
    expect(await scene.desks.online(['anna'])).toEqual(new Set(['anna']));
  });
}
