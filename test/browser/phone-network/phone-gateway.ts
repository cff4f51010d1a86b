/**
 * Twilio's signalling as the SDK's source speaks it (2.18.5, `lib/twilio/pstream.ts`, `wstransport.ts`), within
 * the page: its instants are the page's, so that hours pass as fast as the test turns the clock.
 *
 *     listen → connected → register → ready (again every 30 s)
 *
 * Another `listen`, with a newer token, gets no second `connected`:
 * https://github.com/twilio/twilio-voice.js/issues/93
 */
export class PhoneGateway {
  /** All that were ever opened. */
  readonly sockets: GatewaySocket[] = [];
  readonly #endsOf = new Map<string, number>();
  #customer: RTCPeerConnection | undefined;
  #isReachable = true;
  /** The region that a token was made for. */
  home: string | undefined;
  /** Refusals that devices were told. */
  readonly told: number[] = [];

  issue(lifeSeconds: number): { token: string; expiresAt: string } {
    const token = `token ${this.#endsOf.size + 1}`;
    const end = Date.now() + lifeSeconds * 1000;
    this.#endsOf.set(token, end);
    return { token, expiresAt: new Date(end).toISOString() };
  }

  get isReachable(): boolean {
    return this.#isReachable;
  }

  get issued(): number {
    return this.#endsOf.size;
  }

  get open(): GatewaySocket[] {
    return this.sockets.filter(({ readyState }) => readyState === GatewaySocket.OPEN);
  }

  /** At which calls ring. */
  get registered(): GatewaySocket[] {
    return this.open.filter(
      ({ token, isRegistered }) => isRegistered && this.#secondsLeft(token) > 0,
    );
  }

  /** No network, until it is found again. */
  lose(): void {
    this.#isReachable = false;
    for (const socket of this.open) socket.end(lost);
  }

  find(): void {
    this.#isReachable = true;
  }

  /** Refuses what is registered, as when a key was withdrawn. */
  refuse(code: number): void {
    for (const socket of this.open) this.#refuse(socket, code);
  }

  /** Calls what is registered, with sound. */
  async ring(): Promise<void> {
    const customer = new RTCPeerConnection();
    customer.addTransceiver('audio');
    await customer.setLocalDescription();
    await gathered(customer);
    this.#customer = customer;
    const sdp = customer.localDescription?.sdp;
    for (const socket of this.registered) socket.tell('invite', { callsid: 'CA1', sdp });
  }

  hangUp(): void {
    this.#customer?.close();
    this.#customer = undefined; // an answer that comes later is nobody's
    for (const socket of this.registered) socket.tell('hangup', { callsid: 'CA1' });
  }

  hear(socket: GatewaySocket, { type, payload }: Message): void {
    if (type === 'listen') this.#admit(socket, String(payload.token));
    if (type === 'register') this.#register(socket);
    if (type === 'answer') {
      void this.#customer?.setRemoteDescription({ type: 'answer', sdp: String(payload.sdp) });
    }
  }

  #admit(socket: GatewaySocket, token: string): void {
    if (this.#secondsLeft(token) <= 0) return this.#refuse(socket, 20104);
    const isFirst = socket.token === undefined;
    socket.token = token;
    if (!isFirst) return;
    const ttl = Math.floor(this.#secondsLeft(token));
    socket.tell('connected', {
      region: 'US_EAST_VIRGINIA',
      edge: 'ashburn',
      home: this.home,
      gateway: 'gateway of the tests',
      token: { identity: 'anna', ttl },
    });
  }

  #register(socket: GatewaySocket): void {
    if (socket.token === undefined) return this.#refuse(socket, 31204);
    if (this.#secondsLeft(socket.token) <= 0) return this.#refuse(socket, 31205);
    socket.isRegistered = true;
    socket.tell('ready', {});
  }

  #refuse(socket: GatewaySocket, code: number): void {
    this.told.push(code);
    socket.isRegistered = false;
    socket.tell('error', { error: { code, message: `refused with ${code}` } });
  }

  #secondsLeft(token: string | undefined): number {
    return ((this.#endsOf.get(token ?? '') ?? 0) - Date.now()) / 1000;
  }
}

/** All ways to it are known. */
async function gathered(connection: RTCPeerConnection): Promise<void> {
  while (connection.iceGatheringState !== 'complete') {
    await new Promise((resolve) =>
      connection.addEventListener('icegatheringstatechange', resolve, { once: true }),
    );
  }
}

interface Message {
  type: string;
  payload: Record<string, unknown>;
}

/** Without a goodbye. */
const lost = 1006;
const heartbeatMs = 10_000;
/** There and back. */
const wayMs = 20;

/** The page's end of a WebSocket, and the gateway's. */
export class GatewaySocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static gateway = new PhoneGateway();

  readyState: number = GatewaySocket.CONNECTING;
  token: string | undefined;
  isRegistered = false;
  readonly #gateway = GatewaySocket.gateway;
  #beat: ReturnType<typeof setInterval> | undefined;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    this.#gateway.sockets.push(this);
    setTimeout(() => this.#open(), wayMs);
  }

  #open(): void {
    if (this.readyState !== GatewaySocket.CONNECTING) return;
    if (!this.#gateway.isReachable) return this.end(lost);
    this.readyState = GatewaySocket.OPEN;
    this.#beat = setInterval(() => this.#deliver('\n'), heartbeatMs);
    this.dispatchEvent(new Event('open'));
  }

  send(text: string): void {
    if (text !== '\n') setTimeout(() => this.#gateway.hear(this, JSON.parse(text)), wayMs);
  }

  tell(type: string, payload: object): void {
    setTimeout(() => this.#deliver(JSON.stringify({ type, payload })), wayMs);
  }

  close(): void {
    this.end(1000);
  }

  end(code: number): void {
    if (this.readyState === GatewaySocket.CLOSED) return;
    this.readyState = GatewaySocket.CLOSED;
    clearInterval(this.#beat);
    this.dispatchEvent(new CloseEvent('close', { code }));
  }

  #deliver(data: string): void {
    if (this.readyState !== GatewaySocket.OPEN) return;
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
