import { WebSocket } from 'ws';
import type { DeskMessage } from '../../lambdas/ports/people/desks.ts';
import { eventually, type LocalSystem } from './local-system.ts';

export interface Heard {
  message: DeskMessage;
  at: number;
}

/** An open desk in a browser: what it hears, in its order. */
export class DeskSocket {
  readonly heard: Heard[] = [];
  /** When it was closed, by whomever. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve(Date.now())));
    socket.on('message', (data) => {
      this.heard.push({ message: JSON.parse(String(data)) as DeskMessage, at: Date.now() });
    });
  }

  /** Signs in, gets a ticket and opens the socket with it; open when the first ping is answered. */
  static async open(
    system: LocalSystem,
    person: Parameters<LocalSystem['token']>[0],
  ): Promise<DeskSocket> {
    const socket = new WebSocket(await ticketUrl(system, person));
    const desk = new DeskSocket(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    await desk.ping();
    return desk;
  }

  async ping(): Promise<void> {
    const before = this.messages('pong').length;
    this.#socket.send(JSON.stringify({ action: 'ping' }));
    await this.hears('pong', before + 1);
  }

  messages<Kind extends DeskMessage['kind']>(kind: Kind): (DeskMessage & { kind: Kind })[] {
    return this.heard.flatMap(({ message }) =>
      message.kind === kind ? [message as DeskMessage & { kind: Kind }] : [],
    );
  }

  /** Waits for so many messages of the kind. */
  async hears(kind: DeskMessage['kind'], count = 1): Promise<void> {
    await eventually(
      async () => this.messages(kind).length,
      (it) => it >= count,
    );
  }

  close(): void {
    this.#socket.close();
  }
}

/** The address with a ticket in it, as the console's API gives it. */
export async function ticketUrl(
  system: LocalSystem,
  person: Parameters<LocalSystem['token']>[0],
): Promise<string> {
  const authorization = `Bearer ${await system.token(person)}`;
  const asked = { method: 'POST', headers: { authorization } };
  const { url } = (await (await system.request('/api/me/socket', asked)).json()) as { url: string };
  return url;
}
