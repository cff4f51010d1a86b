import { pause } from '../base/clock.ts';
import type { Leg } from '../legs/leg.ts';
import { callIn } from '../phones/call-in.ts';
import type { NetworkParts } from '../twiml/scene.ts';
import { type DeviceGrant, readAccessToken, type TokenRules } from './access-token.ts';
import type { DeviceCommand, DeviceNews } from './device-messages.ts';
import type { CallTaker, RegisteredDevices } from './registered-devices.ts';

export interface DeviceLineParts {
  network: NetworkParts;
  devices: RegisteredDevices;
  keys: Omit<TokenRules, 'now'>;
  tell: (news: DeviceNews) => void;
}

/** Codes as the Voice SDK reports them. */
const refusals = {
  invalid: { code: 20101, message: 'Invalid access token' },
  expired: { code: 20104, message: 'Access token expired or expiration date invalid' },
  mayNotRegister: { code: 20151, message: 'The token does not allow incoming calls' },
} as const;
const connectionError = 31005;

/**
 * One browser phone, from its token to the end of its socket
 *
 *   unknown ──identify──▶ identified ──register──▶ registered ──unregister──▶ identified
 *
 * A token that expires, or another that is refused, makes it unknown; nobody tells the device that it is
 * not registered any more, as it was seen at Twilio (twilio-voice.js issues 31 and 93). An identified phone may call, a registered one is called too. The calls that it placed or
 * answered end with the socket; those that only rang here ring on elsewhere.
 */
export class DeviceLine implements CallTaker {
  readonly #parts: DeviceLineParts;
  readonly #offered = new Map<string, Leg>();
  readonly #carried = new Map<string, Leg>();
  /** What the phone called its calls before it knew their SIDs. */
  readonly #sids = new Map<string, string>();
  #grant: DeviceGrant | null = null;
  #withdraw: (() => void) | null = null;
  #expiry = new AbortController();

  constructor(parts: DeviceLineParts) {
    this.#parts = parts;
  }

  /** Commands are obeyed one after the other: the caller waits for the promise. */
  async obey(command: DeviceCommand): Promise<void> {
    const { phones } = this.#parts.network;
    switch (command.do) {
      case 'identify':
        return this.#identify(command.token);
      case 'register':
        return this.#register();
      case 'unregister':
        return this.#unregister();
      case 'connect':
        return this.#connect(command);
      case 'accept':
        return this.#accept(command.sid);
      case 'reject':
        return this.#with(this.#offered, command.sid, (leg) => phones.decline(leg));
      case 'hangUp':
        return this.#with(this.#carried, command.sid, (leg) => phones.hangUp(leg));
      case 'press':
        return this.#with(
          this.#carried,
          command.sid,
          (leg) => void phones.press(leg, command.keys),
        );
      default:
        return command satisfies never;
    }
  }

  offer(leg: Leg): void {
    const { sid, from, to, customParameters } = leg.record;
    const { accountSid } = this.#parts.network;
    this.#offered.set(sid, leg);
    const parameters = { CallSid: sid, From: from, To: to, AccountSid: accountSid };
    this.#parts.tell({ tells: 'incoming', sid, parameters, customParameters });
    this.#follow(leg);
  }

  /** Is no phone any more: what rings here rings on elsewhere. */
  leave(): void {
    this.#forgetToken();
    this.#withdrawNow();
    this.#offered.clear();
  }

  /** Ends the calls that it placed or answered. */
  hangUp(): void {
    for (const leg of this.#carried.values()) this.#parts.network.phones.hangUp(leg);
  }

  async #identify(token: string): Promise<void> {
    const { network, keys, tell } = this.#parts;
    const now = network.clock.now();
    const grant = await readAccessToken(token, { ...keys, now });
    if (typeof grant === 'string') return this.#refuse(grant);
    if (this.#grant && this.#grant.identity !== grant.identity) return this.#refuse('invalid');
    this.#forgetToken();
    this.#grant = grant;
    this.#expiry = new AbortController();
    const millisecondsLeft = grant.expiresAt - now;
    pause(network.clock, millisecondsLeft, this.#expiry.signal).then(
      () => this.#refuse('expired'),
      () => {},
    );
    tell({ tells: 'identified', identity: grant.identity, secondsLeft: millisecondsLeft / 1000 });
  }

  #forgetToken(): void {
    this.#expiry.abort();
    this.#grant = null;
  }

  #refuse(reason: keyof typeof refusals): void {
    if (reason !== 'mayNotRegister') this.#forgetToken();
    this.#parts.tell({ tells: 'refused', ...refusals[reason] });
    const wasRegistered = this.#withdraw !== null;
    this.#withdrawNow();
    if (!wasRegistered) this.#parts.tell({ tells: 'unregistered' });
  }

  #register(): void {
    if (!this.#grant) return this.#refuse('invalid');
    if (!this.#grant.mayTakeCalls) return this.#refuse('mayNotRegister');
    this.#withdraw ??= this.#parts.devices.register(addressOf(this.#grant), this);
    this.#parts.tell({ tells: 'registered' });
  }

  #withdrawNow(): void {
    this.#withdraw?.();
    this.#withdraw = null;
  }

  #unregister(): void {
    this.#withdrawNow();
    this.#parts.tell({ tells: 'unregistered' });
  }

  #connect({ connection, params }: Extract<DeviceCommand, { do: 'connect' }>): void {
    const { network, tell } = this.#parts;
    const applicationSid = this.#grant?.applicationSid;
    const decline = (message: string) =>
      tell({ tells: 'declined', connection, code: connectionError, message });
    if (!this.#grant || !applicationSid) return decline('The token does not allow outgoing calls');
    const order = { from: addressOf(this.#grant), to: params.To ?? '', params, applicationSid };
    const result = callIn(order, network);
    if (result.kind === 'refused') return decline(result.reason);
    const { leg } = result;
    this.#carried.set(leg.record.sid, leg);
    this.#sids.set(connection, leg.record.sid);
    tell({ tells: 'ringing', connection, sid: leg.record.sid });
    this.#follow(leg);
  }

  #accept(sid: string): void {
    const leg = this.#offered.get(sid);
    if (!leg) return;
    this.#offered.delete(sid);
    this.#carried.set(sid, leg);
    this.#parts.network.phones.answer(leg);
  }

  #follow(leg: Leg): void {
    const { sid } = leg.record;
    const { tell } = this.#parts;
    leg.events.once('answered', () => {
      if (this.#carried.has(sid)) tell({ tells: 'answered', sid });
      else if (this.#offered.delete(sid)) tell({ tells: 'canceled', sid });
    });
    leg.events.once('ended', () => {
      if (this.#carried.delete(sid)) tell({ tells: 'ended', sid });
      else if (this.#offered.delete(sid)) tell({ tells: 'canceled', sid });
    });
  }

  #with(legs: Map<string, Leg>, name: string, act: (leg: Leg) => void): void {
    const leg = legs.get(this.#sids.get(name) ?? name);
    if (leg) act(leg);
  }
}

function addressOf({ identity }: DeviceGrant): string {
  return `client:${identity}`;
}
