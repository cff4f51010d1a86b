import { Interrupted } from '../legs/leg.ts';
import { secondsTalked } from '../legs/leg-record.ts';
import { mediaPath } from '../recordings/recordings.ts';
import { fetchTwiml } from '../twiml/fetch-twiml.ts';
import { next, type Scene, type Step, sourceAt, type VerbExecutor, warn } from '../twiml/scene.ts';
import type { TwimlElement } from '../twiml/twiml-document.ts';
import { TwimlError } from '../twiml/twiml-error.ts';
import { DialAttempt, type DialOutcome } from './dial-attempt.ts';
import { conferenceOf, joinConference } from './dial-conference.ts';
import { type DialPlan, readDialPlan } from './dial-plan.ts';

const failed: DialOutcome = {
  status: 'failed',
  child: null,
  wasBridged: false,
  isRedirected: false,
  recordingSid: null,
};

/**
 * Connects the leg with somebody. The leg goes on at `action` when that is over, else at the next verb. A leg that ends
 * during the Dial has its `action` requested all the same; the answer has no effect then.
 */
export const dial: VerbExecutor = async (verb, scene) => {
  const conference = conferenceOf(verb);
  if (conference) return dialConference(conference, verb, scene);
  const plan = planOrNull(verb, scene);
  if (!plan) return continueAfter(verb, { scene, outcome: failed });
  if (!plan.answersOnBridge) scene.leg.answer();
  const attempt = new DialAttempt(plan, scene);
  try {
    await attempt.run();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    attempt.abandon(error);
    const outcome = attempt.outcome();
    if (error.kind === 'ended') requestInVain(continueAfter(verb, { scene, outcome }), scene);
    throw error;
  }
  return continueAfter(verb, { scene, outcome: attempt.outcome() });
};

async function dialConference(noun: TwimlElement, verb: TwimlElement, scene: Scene): Promise<Step> {
  const step = () => goOnAt(verb, scene, conferenceOutcome);
  try {
    await joinConference(noun, verb, scene);
  } catch (error) {
    if (error instanceof Interrupted && error.kind === 'ended') requestInVain(step(), scene);
    throw error;
  }
  return step();
}

/**
 * Of a conference the action is told no other leg and no duration.
 * https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values
 */
const conferenceOutcome = { DialCallStatus: 'answered' };

/** A Dial that cannot be dialled is a failed one: the call goes on (13214, 13223 … in the debugger). */
function planOrNull(verb: TwimlElement, scene: Scene): DialPlan | null {
  try {
    return readDialPlan(verb, scene);
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    warn(scene, error.code, error.message);
    return null;
  }
}

function continueAfter(
  verb: TwimlElement,
  { scene, outcome }: { scene: Scene; outcome: DialOutcome },
): Step {
  return goOnAt(verb, scene, outcomeParameters(outcome, scene));
}

function goOnAt(
  { attributes }: TwimlElement,
  scene: Scene,
  parameters: Record<string, string>,
): Step {
  const { action, method } = attributes;
  if (!action) return next;
  return { kind: 'goto', source: sourceAt(scene, { url: action, method, parameters }) };
}

function requestInVain(step: Step, scene: Scene): void {
  if (step.kind !== 'goto') return;
  const nobodyStops = new AbortController().signal;
  fetchTwiml({ ...scene, signal: nobodyStops }, step.source).catch((error: unknown) => {
    if (!(error instanceof TwimlError)) throw error;
    warn(scene, error.code, error.message);
  });
}

function outcomeParameters(
  { status, child, wasBridged, isRedirected, recordingSid }: DialOutcome,
  { network }: Scene,
): Record<string, string> {
  const duration =
    child && !isRedirected ? String(secondsTalked(child.record, network.clock.now()) ?? 0) : null;
  const isSip = child?.record.to.startsWith('sip');
  return {
    DialCallStatus: status,
    DialBridged: String(wasBridged),
    ...(child && { DialCallSid: child.record.sid }),
    ...(duration !== null && { DialCallDuration: duration }),
    ...(recordingSid && {
      RecordingUrl: `https://api.twilio.com${mediaPath(network.accountSid, recordingSid)}`,
    }),
    ...(isSip && { DialSipResponseCode: String(child?.record.sipResponseCode ?? '') }),
  };
}
