import { useEffect, useRef, useState } from 'preact/hooks';
import type { PastAttempt, RecordingView } from '../../../contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { toast } from '../../parts/toasts.tsx';
import { fetchFile } from '../../shell/api/fetch-file.ts';
import { exactTime, span } from '../../words/times.ts';
import { recordingStoryWords } from './recording-story-words.ts';
import { Waveform } from './waveform.tsx';

/** What was recorded of a talk, to be listened to; or why there is nothing. */
export function Recordings({ attempt }: { attempt: PastAttempt }) {
  const words = recordingStoryWords();
  const { id, recording, recordings = [], bridgedAt, outcome } = attempt;
  if (recordings.length === 0) {
    const isMissing = recording !== undefined && recording !== 'on-demand' && bridgedAt && outcome;
    return isMissing ? <p class="soft">{words.none}</p> : null;
  }
  return (
    <ul class="recordings">
      {recordings.map((it) => (
        <li key={it.sid}>
          {it.state === 'completed' ? (
            <Player attempt={id} recording={it} />
          ) : (
            <span class="soft">{words.states[it.state]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Its sound is fetched when somebody wants to hear it, by the API, which asks who they are. */
function Player({ attempt, recording }: { attempt: string; recording: RecordingView }) {
  const words = recordingStoryWords();
  const [file, setFile] = useState<Blob>();
  const [busy, setBusy] = useState(false);
  const { sid, startedAt, at, seconds = 0 } = recording;
  const listen = async () => {
    setBusy(true);
    const found = await fetchFile(`/attempts/${attempt}/recordings/${sid}`);
    setBusy(false);
    if (found === undefined) toast(words.notThere, 'bad');
    else setFile(found);
  };
  if (file !== undefined) return <Sound file={file} />;
  return (
    <Button icon="play" busy={busy} onClick={() => void listen()}>
      {words.listen(exactTime(startedAt ?? at), span(seconds * 1000))}
    </Button>
  );
}

const speeds = ['1', '1.25', '1.5', '2'];

function Sound({ file }: { file: Blob }) {
  const words = recordingStoryWords();
  const audio = useRef<HTMLAudioElement>(null);
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const setSpeed = (speed: string) => {
    if (audio.current) audio.current.playbackRate = Number(speed);
  };
  const seek = (share: number) => {
    if (audio.current) audio.current.currentTime = share * (audio.current.duration || 0);
  };
  return (
    <div class="player">
      <Waveform file={file} onSeek={seek} />
      <div class="player-controls">
        {url !== '' && (
          // biome-ignore lint/a11y/useMediaCaption: what people said is written down nowhere
          <audio ref={audio} src={url} controls autoPlay aria-label={words.sound} />
        )}
        <select aria-label={words.speed} onChange={(event) => setSpeed(event.currentTarget.value)}>
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
