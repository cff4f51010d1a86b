import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { RefusalClass } from '../../lambdas/domain/attempt/facts.ts';
import type { Instant } from '../../lambdas/domain/basics/instant.ts';
import type {
  Dialler,
  LegNews,
  OperatorCall,
  Submission,
} from '../../lambdas/ports/calls/dialler.ts';
import type { Clock } from '../../lambdas/ports/clock.ts';

/** A leg as the telephone network would tell of it; a test sets its state by hand. */
export interface ScriptedLeg {
  sid: string;
  to: string;
  /** The operator's leg that dialled this one. */
  parent?: string;
  createdAt: Instant;
  state: LegNews['state'];
}

/** How the network takes a request for a call: an answer, or silence with or without a call. */
export type ScriptedAnswer =
  | { kind: 'refused'; class: RefusalClass; code: number }
  | { kind: 'silent'; makes: 'a call' | 'no call' };

/** The telephone network: it does what a test scripts, and keeps what it was asked for. */
export class ScriptedDialler implements Dialler {
  readonly rung: (OperatorCall & { at: Instant })[] = [];
  readonly legs: ScriptedLeg[] = [];
  readonly toldWithdrawn: AttemptId[] = [];
  readonly messagesLeft: string[] = [];
  readonly conferred: string[] = [];
  readonly ledOut: string[] = [];
  readonly hungUp: string[] = [];
  /** What happens elsewhere while the network has not answered a request for a call yet. */
  meanwhile: ((call: OperatorCall) => Promise<unknown>) | undefined;
  readonly #clock: Pick<Clock, 'now'>;
  #answers: ScriptedAnswer[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** What the next requests meet; those after them are answered with a call. */
  script(...answers: ScriptedAnswer[]): void {
    this.#answers = answers;
  }

  async ring(call: OperatorCall): Promise<Submission> {
    this.rung.push({ ...call, at: this.#clock.now() });
    await this.meanwhile?.(call);
    const answer = this.#answers.shift();
    if (answer?.kind === 'refused') return answer;
    if (answer?.makes === 'no call') return { kind: 'unknown' };
    const leg = this.add({ to: call.to });
    return answer === undefined ? { kind: 'created', sid: leg.sid } : { kind: 'unknown' };
  }

  /** A leg that rings from now on. */
  add(leg: Pick<ScriptedLeg, 'to' | 'parent'>): ScriptedLeg {
    const sid = `CA${String(this.legs.length + 1).padStart(32, '0')}`;
    const added: ScriptedLeg = { sid, createdAt: this.#clock.now(), state: 'ringing', ...leg };
    this.legs.push(added);
    return added;
  }

  async leg(sid: string): Promise<LegNews | undefined> {
    return this.legs.find((it) => it.sid === sid);
  }

  async legsTo(address: string, since: Instant): Promise<LegNews[]> {
    return this.legs.filter((it) => it.to === address && !it.parent && it.createdAt >= since);
  }

  async childrenOf(sid: string): Promise<LegNews[]> {
    return this.legs.filter((it) => it.parent === sid);
  }

  async tellWithdrawn(_sid: string, attempt: AttemptId): Promise<void> {
    this.toldWithdrawn.push(attempt);
  }

  /** Their leg lives on, away from the operator's. */
  async leaveMessage(sid: string): Promise<void> {
    this.messagesLeft.push(sid);
  }

  async confer(sid: string): Promise<void> {
    this.conferred.push(sid);
  }

  async leaveConference(sid: string): Promise<void> {
    this.ledOut.push(sid);
  }

  async hangUp(sid: string): Promise<void> {
    this.hungUp.push(sid);
  }
}
