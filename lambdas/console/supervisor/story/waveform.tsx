import { useEffect, useState } from 'preact/hooks';

const columns = 160;

/** How loud each side was over time, one row a channel. A click moves there; the keyboard has the player's own slider. */
export function Waveform({ file, onSeek }: { file: Blob; onSeek: (share: number) => void }) {
  const [channels, setChannels] = useState<number[][]>([]);
  useEffect(() => {
    void peaksOf(file).then(setChannels);
  }, [file]);
  const click = (event: MouseEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    onSeek((event.clientX - left) / width);
  };
  return (
    <svg
      class="waveform"
      viewBox={`0 0 ${columns} ${Math.max(channels.length, 1) * 2}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={click}
    >
      {channels.map((peaks, row) => (
        <path key={row} d={pathOf(peaks, row * 2 + 1)} />
      ))}
    </svg>
  );
}

function pathOf(peaks: readonly number[], middle: number): string {
  return peaks
    .map((peak, column) => {
      const height = Math.max(peak, 0.03).toFixed(2);
      return `M${column + 0.5} ${middle - Number(height)}V${middle + Number(height)}`;
    })
    .join('');
}

/** Nothing where the browser cannot read the sound: it may still play it. */
async function peaksOf(file: Blob): Promise<number[][]> {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return Array.from({ length: sound.numberOfChannels }, (_, it) =>
      peaksIn(sound.getChannelData(it)),
    );
  } catch {
    return [];
  } finally {
    void context.close();
  }
}

function peaksIn(samples: Float32Array): number[] {
  const width = Math.ceil(samples.length / columns);
  return Array.from({ length: columns }, (_, column) => {
    const part = samples.subarray(column * width, (column + 1) * width);
    return part.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  });
}
