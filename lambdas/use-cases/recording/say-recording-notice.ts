import { parseAttemptId } from '../../domain/attempt/attempt.ts';
import { recordingNoticeOf, type VoiceStep } from '../../domain/phone/voice-step.ts';
import type { Ports } from '../../ports/ports.ts';
import type { OperatorWebhook } from '../call/find-attempt.ts';

/**
 * The customer has answered, and hears that the talk is recorded before they are joined. Whatever leg
 * asks, and however often: nothing is written, and the answer is the same. Without a task nobody is
 * joined.
 */
export async function sayRecordingNotice(
  { directory }: Pick<Ports, 'directory'>,
  { attempt }: Pick<OperatorWebhook, 'attempt'>,
): Promise<VoiceStep> {
  const row = parseAttemptId(attempt)?.row;
  const task = row && (await directory.task(row.task));
  if (task === undefined) return { kind: 'hang-up' };
  return { kind: 'say-notice', ...recordingNoticeOf(task) };
}
