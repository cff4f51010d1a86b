import type {
  Recorder,
  RecordingNews,
  Sound,
  SoundRange,
} from '../../../lambdas/ports/calls/recorder.ts';

/** The network's recordings: what tests put into it, and what is done with it. */
export class MemoryRecorder implements Recorder {
  readonly kept = new Map<string, RecordingNews>();
  readonly removed: string[] = [];
  /** Of every recording. */
  bytes = new Uint8Array();

  async start(call: string): Promise<RecordingNews | undefined> {
    const news = { sid: `RE${this.kept.size + 1}`, call, state: 'open' } as const;
    this.kept.set(news.sid, news);
    return news;
  }

  async change(call: string, to: 'recording' | 'paused'): Promise<RecordingNews | undefined> {
    const open = (await this.ofCall(call)).find(
      ({ state }) => state === 'open' || state === 'paused',
    );
    if (open === undefined) return undefined;
    const changed: RecordingNews = { ...open, state: to === 'paused' ? 'paused' : 'open' };
    this.kept.set(open.sid, changed);
    return changed;
  }

  async ofCall(call: string): Promise<RecordingNews[]> {
    return [...this.kept.values()].filter((it) => it.call === call);
  }

  async sound(sid: string, { from, to }: SoundRange): Promise<Sound | undefined> {
    if (!this.kept.has(sid)) return undefined;
    const bytes = this.bytes.subarray(from, to + 1);
    return { bytes, from, total: this.bytes.length, contentType: 'audio/mpeg' };
  }

  async remove({ sid }: { sid: string }): Promise<void> {
    this.kept.delete(sid);
    this.removed.push(sid);
  }
}
