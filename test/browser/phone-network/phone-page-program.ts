import { h, render } from 'preact';
import { followLine, toggleMute } from '../../../lambdas/console/desk/phone/browser-phone.ts';
import { phoneCall } from '../../../lambdas/console/desk/phone/line/phone-call.ts';
import { PhoneChip } from '../../../lambdas/console/desk/phone/phone-chip.tsx';
import { RingingButtons } from '../../../lambdas/console/desk/phone/ringing-buttons.tsx';
import {
  chooseSound,
  soundDevices,
} from '../../../lambdas/console/desk/phone/sound/sound-devices.ts';
import { me } from '../../../lambdas/console/shell/me.ts';
import { loadPageSettings } from '../../../lambdas/console/shell/page-settings.ts';
import { setSession } from '../../../lambdas/console/shell/sign-in/session.ts';
import type { Me, PhonePass } from '../../../lambdas/contract/people.ts';
import type { VoiceEdge, VoicePlace } from '../../../lambdas/ports/calls/voice-regions.ts';
import { GatewaySocket, PhoneGateway } from './phone-gateway.ts';

/** As long as those that the API gives. */
const tokenSeconds = 3600;

/** The phone of a desk alone: what the operator sees and does of it, without a system behind. */
export class PhonePage {
  readonly gateway = new PhoneGateway();
  #isApiReachable = true;
  #edge: VoiceEdge = 'roaming';
  readonly #asked = new Set<string>();
  #track: MediaStreamTrack | undefined;

  /** They choose this browser as their phone, or another phone. */
  ringAt(at: 'client:anna' | '+442079460991'): void {
    const operator = { id: 'anna', name: 'Anna', away: false, addresses: [at], at };
    me.set({
      role: 'operator',
      id: 'anna',
      operator,
      tasks: [],
      awayReasons: [],
      now: '',
    } satisfies Me);
  }

  get call(): { isRinging: boolean; isMuted: boolean } | undefined {
    return phoneCall.value && { ...phoneCall.value };
  }

  mute = toggleMute;

  loseApi(): void {
    this.#isApiReachable = false;
  }

  findApi(): void {
    this.#isApiReachable = true;
  }

  isAt({ region, edge }: VoicePlace): void {
    this.#edge = edge;
    this.gateway.home = region;
  }

  /** What the phone opened at other sites than its own. */
  addresses(): string[] {
    const sockets = this.gateway.sockets.map(({ url }) => new URL(url).origin);
    return [...new Set([...sockets, ...this.#asked])];
  }

  /** Another one than the browser's own choice; its name. */
  async chooseMicrophone(): Promise<string | undefined> {
    const [first] = await soundDevices('microphone');
    if (first !== undefined) await chooseSound('microphone', first.id);
    return first?.label;
  }

  /** The one that the call hears, or heard. */
  microphone(): { label: string | undefined; isOpen: boolean } {
    this.#track = phoneCall.value?.call.getLocalStream()?.getAudioTracks()[0] ?? this.#track;
    return { label: this.#track?.label, isOpen: this.#track?.readyState === 'live' };
  }

  refuseMicrophone(): void {
    const refused = new DOMException('Permission denied', 'NotAllowedError');
    navigator.mediaDevices.getUserMedia = () => Promise.reject(refused);
  }

  answer(address: string): Response {
    const { origin, pathname: path } = new URL(address, location.origin);
    if (origin !== location.origin) this.#asked.add(origin);
    if (path === '/console.json') return Response.json({ api: '/api', signIn: {} });
    if (path !== '/api/me/phone') return new Response('', { status: 404 });
    if (!this.#isApiReachable) throw new TypeError('there is no network');
    const pass = { identity: 'anna', edge: this.#edge, ...this.gateway.issue(tokenSeconds) };
    return Response.json(pass satisfies PhonePass, { status: 201 });
  }
}

const page = new PhonePage();
GatewaySocket.gateway = page.gateway;
Object.assign(globalThis, {
  WebSocket: GatewaySocket,
  phonePage: page,
  fetch: async (address: string) => page.answer(address),
});
setSession({ accessToken: 'a token', expiresAt: Number.POSITIVE_INFINITY });

function Phone() {
  return [h(PhoneChip, {}), phoneCall.value?.isRinging && h(RingingButtons, {})];
}

void loadPageSettings().then(() => {
  render(h(Phone, {}), document.body);
  followLine();
  document.body.dataset.started = '';
});
