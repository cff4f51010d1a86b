import { signal } from '@preact/signals';
import type { LiveMessage } from '../../contract/live.ts';
import { setServerTime } from '../browser/clock.ts';
import { language } from '../words/language.ts';
import { ask } from './api/ask.ts';
import { Heartbeat } from './heartbeat.ts';

/**
 * The WebSocket over which the server tells what happens. It is opened again whenever it is lost,
 * and then everything is fetched again: what was told meanwhile is told to nobody.
 *
 *     connecting → on → lost → on → …
 */
export const liveState = signal<'connecting' | 'on' | 'lost'>('connecting');

type Kind = LiveMessage['kind'];
type Listener<K extends Kind> = (message: Extract<LiveMessage, { kind: K }>) => void;

const listeners = new Map<Kind, Set<Listener<never>>>();
const returns = new Set<() => void>();

/** @returns what ends it */
export function onLive<K extends Kind>(kind: K, listener: Listener<K>): () => void {
  const set = listeners.get(kind) ?? new Set();
  const anyListener = listener as unknown as Listener<never>;
  listeners.set(kind, set);
  set.add(anyListener);
  return () => set.delete(anyListener);
}

/**
 * Called when the socket is there again after it was not, the first time too; and when another language
 * was chosen, since some sentences are the server's.
 */
export function onLiveReturn(fetchAgain: () => void): () => void {
  returns.add(fetchAgain);
  return () => returns.delete(fetchAgain);
}

const beatMilliseconds = 2000;
const longestPauseMilliseconds = 15_000;

let socket: WebSocket | undefined;
let heartbeat = new Heartbeat(Date.now());
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Connects, and stays connected until the page ends. */
export function startLive(): void {
  void connect();
  followLanguage();
  setInterval(beat, beatMilliseconds);
  // A laptop that wakes up, or a cable that is plugged in again, need not wait for the next try.
  addEventListener('online', () => {
    if (socket?.readyState === WebSocket.OPEN) liveState.value = 'on';
    else connectNow();
  });
  // An open socket does not notice for minutes that its network is gone.
  addEventListener('offline', () => {
    liveState.value = 'lost';
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    connectNow();
    beat();
  });
}

function followLanguage(): void {
  let fetched = language.value;
  language.subscribe((chosen) => {
    if (chosen === fetched) return;
    fetched = chosen;
    fetchAll();
  });
}

function fetchAll(): void {
  for (const fetchAgain of returns) fetchAgain();
}

function connectNow(): void {
  if (retry === undefined) return;
  clearTimeout(retry);
  retry = undefined;
  void connect();
}

async function connect(): Promise<void> {
  const ticket = await ask('POST', '/me/socket');
  if (ticket.kind !== 'done') return lose();
  const opened = new WebSocket(ticket.value.url);
  socket = opened;
  heartbeat = new Heartbeat(Date.now());
  opened.addEventListener('open', () => {
    failures = 0;
    liveState.value = 'on';
    ping();
    tellPhone();
    fetchAll();
  });
  opened.addEventListener('message', ({ data }) => {
    if (socket === opened) hear(String(data));
  });
  opened.addEventListener('close', () => {
    if (socket === opened) lose();
  });
}

function lose(): void {
  socket = undefined;
  failures++;
  if (failures > 1 || liveState.value === 'on') liveState.value = 'lost';
  const longest = Math.min(longestPauseMilliseconds, 500 * 2 ** failures);
  // Jitter: a thousand desks that lost one server do not come back in one second.
  retry = setTimeout(
    () => {
      retry = undefined;
      void connect();
    },
    longest * (0.5 + Math.random() / 2),
  );
}

/** A line that does not answer is given up at once: the browser takes minutes to close it. */
function beat(): void {
  if (socket === undefined) return;
  const place = document.visibilityState === 'visible' ? 'foreground' : 'background';
  const next = heartbeat.beat(Date.now(), place);
  if (next === 'ask') ping();
  if (next !== 'give-up') return;
  socket.close();
  lose();
}

function ping(): void {
  say({ action: 'ping' });
}

let isPhoneReady = false;

/** Whether this browser can be rung: the server rings it only then. Told again on each new socket. */
export function notePhone(isReady: boolean): void {
  if (isPhoneReady === isReady) return;
  isPhoneReady = isReady;
  say({ action: 'phone', ready: isReady });
}

function tellPhone(): void {
  if (isPhoneReady) say({ action: 'phone', ready: true });
}

function say(message: object): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function hear(text: string): void {
  heartbeat.heard(Date.now());
  const message = JSON.parse(text) as LiveMessage;
  if (message.kind === 'pong' || message.kind === 'hello') setServerTime(message.now);
  for (const listener of listeners.get(message.kind) ?? []) listener(message as never);
}
