import type { FeedUpdate } from '../phones/phones-feed.ts';
import type { PhoneCommand } from '../phones-socket.ts';

export type LinkState = 'waiting' | 'connected' | 'lost';

const longestPauseMilliseconds = 5000;

/** The page's line to the network; comes back by itself when it breaks. */
export class NetworkLink {
  readonly #onUpdate: (update: FeedUpdate) => void;
  readonly #onState: (state: LinkState) => void;
  #socket: WebSocket | undefined;
  #pauseMilliseconds = 250;

  constructor(onUpdate: (update: FeedUpdate) => void, onState: (state: LinkState) => void) {
    this.#onUpdate = onUpdate;
    this.#onState = onState;
  }

  connect(): void {
    const socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/phones/socket`,
    );
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#pauseMilliseconds = 250;
      this.#onState('connected');
    });
    socket.addEventListener('message', ({ data }) => this.#onUpdate(JSON.parse(data)));
    socket.addEventListener('close', () => {
      this.#onState('lost');
      setTimeout(() => this.connect(), this.#pauseMilliseconds);
      this.#pauseMilliseconds = Math.min(this.#pauseMilliseconds * 2, longestPauseMilliseconds);
    });
  }

  order(command: PhoneCommand): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(command));
  }
}

/** Sends JSON; resolves to the sentence that says why not, or to null. */
export async function sendJson(
  method: string,
  path: string,
  body: unknown,
): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
    return response.ok ? null : ((await response.json()) as { error: string }).error;
  } catch {
    return 'The network does not answer. Is it still running?';
  }
}
