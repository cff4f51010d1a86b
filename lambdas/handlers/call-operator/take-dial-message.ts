import type { DialMessage } from '../../ports/calls/dial-queue.ts';
import { type CallOperatorPorts, callOperator } from '../../use-cases/callback/call-operator.ts';
import { type OfferPorts, offerNextRow } from '../../use-cases/callback/offer-next-row.ts';
import { serveLine } from '../../use-cases/callback/serve-line.ts';
import type { FollowPorts } from '../../use-cases/promises/follow-row.ts';
import { judgeUnfollowed } from '../../use-cases/promises/judge-unfollowed.ts';
import { retimeTask } from '../../use-cases/promises/retime-rows.ts';
import {
  type LookUpRecordingPorts,
  lookUpRecordings,
} from '../../use-cases/recording/look-up-recordings.ts';
import { removeRecordings } from '../../use-cases/recording/remove-recordings.ts';
import { checkAttempt } from '../../use-cases/recovery/check-attempt.ts';

export type DialMessagePorts = CallOperatorPorts & OfferPorts & FollowPorts & LookUpRecordingPorts;

export async function takeDialMessage(
  ports: DialMessagePorts,
  message: DialMessage,
): Promise<void> {
  switch (message.kind) {
    case 'call':
      return callOperator(ports, message);
    case 'check':
      return checkAttempt(ports, message.attempt);
    case 'recordings':
      return lookUpRecordings(ports, message);
    case 'remove-recordings':
      return removeRecordings(ports);
    case 'offer':
      return offerNextRow(ports, message.operator);
    case 'slot-free':
      return serveLine(ports);
    case 'retime':
      return retimeTask(ports, message);
    case 'judge':
      return judgeUnfollowed(ports, message);
    default:
      message satisfies never;
  }
}
