import { Call, type CallLine } from './call.ts';

/** The calls of a browser phone: those that ring, and the one that is talked on. */
export class CallBook {
  readonly #line: CallLine;
  #ringing: Call[] = [];
  #active: Call | null = null;

  constructor(send: CallLine['send']) {
    this.#line = { send, take: (call) => this.#take(call) };
  }

  get ringing(): Call[] {
    return this.#ringing;
  }

  get active(): Call | null {
    return this.#active;
  }

  /** One more call rings. */
  ring(parameters: Record<string, string>, customParameters: Record<string, string>): Call {
    const call = this.#follow(new Call(this.#line, { parameters, customParameters }));
    this.#ringing = [...this.#ringing, call];
    return call;
  }

  /** A call is placed: whatever rings is ignored. */
  place(customParameters: Record<string, string>): Call {
    for (const call of this.#ringing) call.ignore();
    this.#ringing = [];
    const call = this.#follow(new Call(this.#line, { customParameters }));
    this.#take(call);
    return call;
  }

  /** By SID, or by the name that it had before. */
  named(name: string): Call | undefined {
    const calls = this.#active ? [this.#active, ...this.#ringing] : this.#ringing;
    return calls.find((call) => call.sid === name || call.outboundConnectionId === name);
  }

  #follow(call: Call): Call {
    for (const end of ['cancel', 'disconnect', 'reject']) call.once(end, () => this.#drop(call));
    return call;
  }

  #take(call: Call): void {
    if (this.#active !== call) this.#active?.disconnect();
    this.#ringing = this.#ringing.filter((other) => other !== call);
    this.#active = call;
  }

  #drop(call: Call): void {
    this.#ringing = this.#ringing.filter((other) => other !== call);
    if (this.#active === call) this.#active = null;
  }
}
