import { useEffect, useRef, useState } from 'preact/hooks';
import { whyNotHeard } from '../line/microphone.ts';
import { phoneWords } from '../phone-words.ts';
import { defaultDevice } from './sound-devices.ts';

/** How loud the microphone hears them, or why it does not; listens while it is shown. */
export function LevelMeter({ microphone }: { microphone: string }) {
  const ref = useRef<HTMLMeterElement>(null);
  const [problem, setProblem] = useState<ReturnType<typeof whyNotHeard>>();
  useEffect(() => {
    setProblem(undefined);
    const show = (level: number) => {
      if (ref.current !== null) ref.current.value = level;
    };
    return listen(microphone, { show, failed: (error) => setProblem(whyNotHeard(error)) });
  }, [microphone]);
  const words = phoneWords();
  return (
    <>
      <meter class="level" ref={ref} min={0} max={1} low={0.05} aria-label={words.level} />
      {problem === undefined ? (
        <p class="help">{words.speak}</p>
      ) : (
        <p class="help" role="alert">
          {words.problems[problem]}
        </p>
      )}
    </>
  );
}

interface Listener {
  show(level: number): void;
  failed(error: unknown): void;
}

/** @returns what ends it */
function listen(microphone: string, { show, failed }: Listener): () => void {
  const context = new AudioContext();
  let stream: MediaStream | undefined;
  let isOver = false;
  const audio = microphone === defaultDevice ? true : { deviceId: { exact: microphone } };
  navigator.mediaDevices.getUserMedia({ audio }).then(
    (heard) => {
      stream = heard;
      if (isOver) return release();
      const analyser = new AnalyserNode(context, { fftSize: 1024 });
      context.createMediaStreamSource(heard).connect(analyser);
      follow(analyser);
    },
    (error: unknown) => {
      show(0);
      if (!isOver) failed(error);
    },
  );
  const follow = (analyser: AnalyserNode) => {
    const samples = new Float32Array(analyser.fftSize);
    const look = () => {
      if (isOver) return;
      analyser.getFloatTimeDomainData(samples);
      show(loudness(samples));
      requestAnimationFrame(look);
    };
    look();
  };
  const release = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  return () => {
    isOver = true;
    release();
    void context.close();
  };
}

/** 0 to 1; speech at the usual distance is around the middle. */
function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, it) => sum + it * it, 0) / samples.length;
  return Math.min(1, Math.sqrt(power) * 4);
}
