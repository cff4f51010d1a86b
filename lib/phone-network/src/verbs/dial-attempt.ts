import { unlessAborted } from '../base/clock.ts';
import type { Interrupted, Leg } from '../legs/leg.ts';
import type { FinalStatus } from '../legs/leg-record.ts';
import type { Scene } from '../twiml/scene.ts';
import type { Callee, DialPlan } from './dial-plan.ts';
import { listenForMachine } from './machine-detection.ts';

export interface DialOutcome {
  status: FinalStatus;
  /** The callee that was connected, else the one that ended last. */
  child: Leg | null;
  wasBridged: boolean;
  /** The child was taken out of the Dial by other TwiML and lives on. */
  isRedirected: boolean;
  recordingSid: string | null;
}

const requestTerminated = 487;

/**
 * Rings every callee of a Dial at once. The first that is ready (answered, whisper heard to its end) is connected, the
 * others are dropped; the attempt is over when the connection is.
 */
export class DialAttempt {
  readonly #plan: DialPlan;
  readonly #scene: Scene;
  readonly #children: Leg[] = [];
  #connected: Leg | null = null;
  #isRedirected = false;
  #recordingSid: string | null = null;

  constructor(plan: DialPlan, scene: Scene) {
    this.#plan = plan;
    this.#scene = scene;
  }

  /** Rejects with Interrupted when the parent ends or is redirected; see `abandon`. */
  async run(): Promise<void> {
    const { callees, isSequential } = this.#plan;
    for (const batch of isSequential ? callees.map((callee) => [callee]) : [callees]) {
      const winner = await unlessAborted(firstReady(this.#ringAll(batch)), this.#scene.signal);
      if (winner) return this.#bridge(winner);
      if (this.#children.some((child) => child.record.answeredAt !== null)) return;
    }
  }

  /** Ends what the parent leaves behind. */
  abandon({ kind }: Interrupted): void {
    for (const child of this.#children) {
      if (!this.#isRedirected)
        child.end(kind === 'ended' ? 'no-answer' : 'canceled', requestTerminated);
    }
  }

  outcome(): DialOutcome {
    const child = this.#connected ?? lastEnded(this.#children);
    const status = child && !child.isLive ? (child.record.status as FinalStatus) : 'completed';
    return {
      status: child ? status : 'failed',
      child,
      wasBridged: this.#connected !== null,
      isRedirected: this.#isRedirected,
      recordingSid: this.#recordingSid,
    };
  }

  #ringAll(callees: Callee[]): Promise<Leg | null>[] {
    const { network, leg } = this.#scene;
    const children = callees.map(({ address, statusCallback, customParameters }) =>
      network.exchange.open({
        to: address,
        from: this.#plan.callerId,
        direction: 'outbound-dial',
        parentSid: leg.record.sid,
        statusCallback,
        customParameters,
      }),
    );
    this.#children.push(...children);
    for (const [index, child] of children.entries()) {
      const callback = callees[index]?.machineCallback;
      if (callback) listenForMachine(network, child, callback);
    }
    const readiness = children.map((child, index) =>
      this.#whenReady(child, callees[index]?.whisper ?? null),
    );
    for (const child of children) network.exchange.dial(child, this.#plan.timeoutSeconds);
    return readiness;
  }

  async #whenReady(child: Leg, whisper: Callee['whisper']): Promise<Leg | null> {
    const isAnswered = await answeredOrEnded(child);
    if (!isAnswered) return null;
    if (whisper && !(await this.#scene.network.whisper(child, whisper))) return null;
    return child.isLive ? child : null;
  }

  async #bridge(winner: Leg): Promise<void> {
    const { leg: parent, signal } = this.#scene;
    if (!winner.isLive) return;
    this.#connected = winner;
    for (const child of this.#children)
      if (child !== winner) child.end('canceled', requestTerminated);
    parent.answer();
    const disconnect = parent.connect(winner);
    const endRecording = this.#record(parent);
    const callOffLimit = winner.after(this.#plan.timeLimitSeconds * 1000, () => winner.hangUp());
    const hearKey = (key: string) => {
      if (key === '*' && this.#plan.hangsUpOnStar) winner.hangUp();
    };
    parent.events.on('pressed', hearKey);
    try {
      await unlessAborted(this.#separated(winner), signal);
    } finally {
      parent.events.off('pressed', hearKey);
      callOffLimit();
      endRecording();
      disconnect();
    }
  }

  /** That a whisper is not on it is assumed: both legs are recorded from when they hear each other. */
  #record(parent: Leg): () => void {
    const order = this.#plan.recording;
    if (order === null) return () => {};
    const { recordings } = this.#scene.network;
    const { sid } = recordings.start(parent, order);
    this.#recordingSid = sid;
    return () => recordings.end(sid);
  }

  #separated(winner: Leg): Promise<void> {
    return new Promise((resolve) => {
      winner.events.once('ended', resolve);
      winner.events.once('redirected', () => {
        this.#isRedirected = true;
        resolve();
      });
    });
  }
}

function answeredOrEnded(leg: Leg): Promise<boolean> {
  return new Promise((resolve) => {
    leg.events.once('answered', () => resolve(true));
    leg.events.once('ended', () => resolve(false));
  });
}

function firstReady(candidates: Promise<Leg | null>[]): Promise<Leg | null> {
  return new Promise((resolve, reject) => {
    for (const candidate of candidates) candidate.then((leg) => leg && resolve(leg), reject);
    Promise.all(candidates).then(() => resolve(null), reject);
  });
}

function lastEnded(children: Leg[]): Leg | null {
  const ended = (leg: Leg) => leg.record.endedAt ?? 0;
  return children.reduce<Leg | null>(
    (last, leg) => (last && ended(last) > ended(leg) ? last : leg),
    null,
  );
}
