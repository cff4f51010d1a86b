import { reconcile } from '../../../lambdas/use-cases/recovery/reconcile.ts';
import type { CallCentre } from '../../support/call-centre.ts';
import { talking } from '../../support/scenarios.ts';

export interface Asked {
  /** Of attempts, locks and rows. */
  writes: number;
  /** Each runs a function. */
  messages: number;
  /** Asked of the telephone network. */
  lookUps: number;
}

const kinds: Record<keyof Asked, Record<string, readonly string[]>> = {
  writes: {
    attempts: [
      'claim',
      'record',
      'permit',
      'settle',
      'correct',
      'release',
      'dropLock',
      'endWrapUp',
    ],
    rows: ['change'],
  },
  messages: { dialQueue: ['send'] },
  lookUps: { dialler: ['leg', 'legsTo', 'childrenOf'] },
};
const minuteMilliseconds = 60_000;
const talkBegins = Date.parse('2026-11-23T10:30:06Z');

/**
 * One callback on memory adapters, from the customer's answer until it is settled, with the
 * reconciler every minute.
 */
export async function askedDuringTalk(seconds: number): Promise<Asked> {
  const { centre, call } = await talking();
  const asked = countAsked(centre);
  const endsAt = talkBegins + seconds * 1_000;
  for (let at = talkBegins + minuteMilliseconds; at < endsAt; at += minuteMilliseconds) {
    await centre.runUntil(new Date(at).toISOString());
    await reconcile(centre.ports);
  }
  await centre.runUntil(new Date(endsAt).toISOString());
  await call.customerIs('completed', seconds);
  await call.dialEnds({ as: 'completed', bridged: true, seconds });
  await call.operatorIs('completed');
  await centre.runUntil(new Date(endsAt + minuteMilliseconds).toISOString());
  return asked;
}

function countAsked({ ports }: CallCentre): Asked {
  const asked: Asked = { writes: 0, messages: 0, lookUps: 0 };
  const all = ports as unknown as Record<string, Record<string, (...given: unknown[]) => unknown>>;
  for (const [kind, places] of Object.entries(kinds)) {
    for (const [port, methods] of Object.entries(places)) {
      for (const method of methods) count(all[port], method, () => asked[kind as keyof Asked]++);
    }
  }
  return asked;
}

function count(
  port: Record<string, (...given: unknown[]) => unknown> | undefined,
  method: string,
  counted: () => void,
): void {
  const original = port?.[method];
  if (port === undefined || original === undefined) throw new Error(`no port has ${method}`);
  port[method] = (...given) => {
    counted();
    return original.apply(port, given);
  };
}
