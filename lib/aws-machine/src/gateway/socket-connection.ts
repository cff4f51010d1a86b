import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Clock } from '../base/clock.ts';
import { FrameLengths } from './frame-lengths.ts';
import type { ConnectionFacts } from './socket-event.ts';

/**
 * API Gateway's quotas.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
const idleMilliseconds = 10 * 60_000;
const longestMilliseconds = 2 * 60 * 60_000;
const longestFrameBytes = 32 * 1024;
export const longestMessageBytes = 128 * 1024;

const goingAway = { code: 1001, reason: 'Going away' };
const closedNormally = { code: 1000, reason: 'Connection Closed Normally' };
const tooBig = { code: 1009, reason: '' };

/** One open connection, closed by its limits: idle for 10 minutes, 2 hours old, a frame over 32 KB. */
export class SocketConnection {
  readonly facts: ConnectionFacts;
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #lastActiveAt: number;
  #stopWatching: () => void = () => undefined;

  constructor(parts: { facts: ConnectionFacts; socket: WebSocket; stream: Duplex; clock: Clock }) {
    this.facts = parts.facts;
    this.#socket = parts.socket;
    this.#clock = parts.clock;
    this.#lastActiveAt = parts.facts.connectedAt;
    this.#measureFrames(parts.stream);
    this.#watch();
    this.#socket.once('close', () => this.#stopWatching());
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get lastActiveAt(): number {
    return this.#lastActiveAt;
  }

  /** Says that something came or went. */
  touch(): void {
    this.#lastActiveAt = this.#clock.now();
  }

  /** Everything goes as text, as it does in AWS. */
  send(data: Buffer | string): void {
    this.touch();
    this.#socket.send(data, { binary: false });
  }

  /** As a function asks for it. */
  close(): void {
    this.#end(closedNormally);
  }

  /** At once, without waiting for the client. */
  drop(): void {
    this.#stopWatching();
    this.#end(goingAway);
    this.#socket.terminate();
  }

  /** The library tells no lengths of frames: they are read from the stream, before it reads them. */
  #measureFrames(stream: Duplex): void {
    const frames = new FrameLengths();
    stream.prependListener('data', (chunk: Buffer) => {
      if (frames.read(chunk).some((length) => length > longestFrameBytes)) this.#end(tooBig);
    });
  }

  #watch(): void {
    this.#stopWatching = this.#clock.at(this.#endsAt(), () => {
      if (this.#clock.now() >= this.#endsAt()) this.#end(goingAway);
      else this.#watch();
    });
  }

  #endsAt(): number {
    return Math.min(
      this.#lastActiveAt + idleMilliseconds,
      this.facts.connectedAt + longestMilliseconds,
    );
  }

  #end({ code, reason }: { code: number; reason: string }): void {
    this.#socket.close(code, reason);
  }
}
