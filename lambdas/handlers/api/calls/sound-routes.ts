import type { Attempt } from '../../../domain/attempt/attempt.ts';
import type { Recorder } from '../../../ports/calls/recorder.ts';
import { enterAttempt } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { notFound } from '../http/replies.ts';
import { type Reply, type Route, routeWithin } from '../http/route.ts';

/**
 * An answer of a function is 6 MB at most, as text: a recording comes in pieces, whatever was asked for.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const longestPiece = 1024 * 1024;

/** Recordings to listen to, by way of this API alone: the network's address of one is nobody's to know. */
export function soundRoutes(ports: DeskPorts): Route[] {
  return [
    routeWithin(
      enterAttempt(ports),
      {
        method: 'GET',
        path: '/api/attempts/{attempt}/recordings/{recording}',
        summary: 'The sound of a recording, in pieces of a megabyte at most: ask by `Range`',
        who: 'leads',
        status: 206,
        refusals: { 404: { why: 'There is no such recording of the call, or not any more' } },
      },
      ({ param, header }, attempt) => soundOf(ports, attempt, { sid: param('recording'), header }),
    ),
  ];
}

async function soundOf(
  { recorder }: { recorder: Pick<Recorder, 'sound'> },
  { recordings = [] }: Attempt,
  { sid, header }: { sid: string; header: (name: string) => string | undefined },
): Promise<Reply> {
  const isTheirs = recordings.some((it) => it.sid === sid && it.state === 'completed');
  const range = wantedRange(header('range'));
  const sound = isTheirs ? await recorder.sound(sid, range) : undefined;
  if (sound === undefined) return notFound(refusalWords.noRecording);
  const { bytes, from, total, contentType } = sound;
  const last = Math.max(from, from + bytes.length - 1);
  return { status: 206, bytes, contentType, range: `bytes ${from}-${last}/${total}` };
}

/** Of `bytes=0-`, `bytes=1024-2047`; what is none of these begins at the beginning. */
function wantedRange(given: string | undefined): { from: number; to: number } {
  const [, first = '0', last = ''] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(given ?? '') ?? [];
  const from = Number(first);
  const most = from + longestPiece - 1;
  return { from, to: last === '' ? most : Math.min(Math.max(from, Number(last)), most) };
}
