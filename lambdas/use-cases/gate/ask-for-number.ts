import { refusedForGood } from '../../domain/gate/gate.ts';
import type { GateReason } from '../../domain/gate/gate-reasons.ts';
import {
  type AskedNumber,
  type NumberGatePorts,
  readHouseFacts,
  whoSaidNo,
} from './read-gate-facts.ts';

/** Why the number may not be called at any time; undefined where it may be at some. */
export type AskForNumber = (asked: AskedNumber) => Promise<GateReason | undefined>;

/** May a number ever be called? For one after the other, what is the same for all is read once. */
export function askForNumbers(ports: NumberGatePorts): AskForNumber {
  let house: ReturnType<typeof readHouseFacts> | undefined;
  return async (asked) => {
    house ??= readHouseFacts(ports);
    const [facts, saidNo] = await Promise.all([house, whoSaidNo(ports, asked)]);
    return refusedForGood({ to: asked.to, task: asked.task, facts: { ...facts, saidNo } });
  };
}
