const toneHertz = [400, 450];
const loudness = 0.04;
const fadeSeconds = 0.03;
/** Two soft bursts, then silence: as British phones ring. */
const burstSeconds = 0.4;
const secondBurstAt = 0.6;
const cadenceMilliseconds = 3000;

/** Rings aloud while somebody is called; browsers allow it only after a click. */
export class Ringer {
  #context: AudioContext | undefined;
  #timer: number | undefined;
  #isOn = false;
  #isWanted = false;

  /** To be called from a click. */
  toggle(): boolean {
    this.#isOn = !this.#isOn;
    this.#context ??= new AudioContext();
    void this.#context.resume();
    this.#follow();
    return this.#isOn;
  }

  /** Whether any phone rings now. */
  ringWhile(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return;
    this.#isWanted = isWanted;
    this.#follow();
  }

  #follow(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!this.#isOn || !this.#isWanted) return;
    this.#ring();
    this.#timer = window.setInterval(() => this.#ring(), cadenceMilliseconds);
  }

  #ring(): void {
    for (const delay of [0, secondBurstAt]) this.#burst(delay);
  }

  #burst(delay: number): void {
    const context = this.#context;
    if (!context) return;
    const start = context.currentTime + delay;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setTargetAtTime(loudness, start, fadeSeconds);
    gain.gain.setTargetAtTime(0, start + burstSeconds, fadeSeconds);
    gain.connect(context.destination);
    for (const frequency of toneHertz) {
      const oscillator = new OscillatorNode(context, { frequency });
      oscillator.connect(gain);
      oscillator.start(start);
      oscillator.stop(start + secondBurstAt);
    }
  }
}
