import type { DeviceCommand, DeviceNews } from '../devices/device-messages.ts';

export interface SignallingListener {
  opened(): void;
  heard(news: DeviceNews): void;
  /** The line broke; it comes back by itself. */
  lost(): void;
}

const pauses = { first: 250, longest: 5000 };

/** A browser phone's line to the network. */
export class Signalling {
  readonly #url: string;
  readonly #listener: SignallingListener;
  #socket: WebSocket | null = null;
  #pauseMilliseconds = pauses.first;
  #comeback: ReturnType<typeof setTimeout> | undefined;

  /** @param host without a scheme; the page's own by default */
  constructor(host: string | undefined, listener: SignallingListener) {
    const scheme = globalThis.location?.protocol === 'https:' ? 'wss' : 'ws';
    this.#url = `${scheme}://${host ?? globalThis.location.host}/phones/device`;
    this.#listener = listener;
    this.#open();
  }

  /** Nothing is sent while the line is broken. */
  send(command: DeviceCommand): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(command));
  }

  /** For good. */
  close(): void {
    clearTimeout(this.#comeback);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#pauseMilliseconds = pauses.first;
      this.#listener.opened();
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket) this.#listener.heard(JSON.parse(String(data)));
    });
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#comeback = setTimeout(() => this.#open(), this.#pauseMilliseconds);
      this.#pauseMilliseconds = Math.min(this.#pauseMilliseconds * 2, pauses.longest);
      this.#listener.lost();
    });
  }
}
