import { parseArgs } from 'node:util';
import { accountText, runCourse } from './floor/course.ts';
import { calm, clear, type Faults, storm } from './floor/faults.ts';
import type { Account } from './floor/ledger.ts';
import { corner, type FloorSize, limitedCorner, planFloor, wholeFloor } from './floor/plan.ts';
import { shrink } from './floor/shrink.ts';
import { tellStory } from './floor/story.ts';
import { killAgainAndAgain } from './wire/kill-again-and-again.ts';

const usage = `npm run soak -- --wire [--restarts N] [--seed S] [--faults clear|calm|storm]
npm run soak -- [--hours N | --calls N | --courses N] [--seed S] [--floor whole|corner|limited] [--faults clear|calm|storm]

Runs courses of events against the engine's promises, each from the next seed, and ends at the first
broken promise with its shortest story. Without --floor and --faults, of every kind in turn. With --wire a
whole local system is killed (SIGKILL) and started again at random moments, thirty times unless told; in calm
weather one of 200 requests to DynamoDB, SQS, Scheduler and Twilio fails, in a storm, as is usual, one of 50.`;

const sizes: Record<string, FloorSize> = { whole: wholeFloor, corner, limited: limitedCorner };
const weathers: Record<string, Faults> = { clear, calm, storm };
const failing: Record<string, number> = { clear: 0, calm: 0.005, storm: 0.02 };
const kinds = [
  ...['clear', 'calm', 'storm'].map((faults) => ({ floor: 'whole', faults })),
  ...Array.from({ length: 30 }, (_, n) => ({
    floor: n % 5 === 4 ? 'limited' : 'corner',
    faults: n % 3 ? 'storm' : 'calm',
  })),
];

const { values } = parseArgs({
  options: {
    hours: { type: 'string' },
    calls: { type: 'string' },
    courses: { type: 'string' },
    seed: { type: 'string', default: '1' },
    floor: { type: 'string' },
    faults: { type: 'string' },
    wire: { type: 'boolean', default: false },
    restarts: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
});

class Soak {
  readonly #startedAt = performance.now();
  readonly #accounts = new Map<Account, number>();
  #calls = 0;
  #courses = 0;
  #toldAt = 0;

  async run(): Promise<number> {
    const first = numberOf(values.seed, 'seed');
    for (let seed = first; !this.#isOver(); seed++) {
      const { floor, faults } = this.#kind(seed);
      const plan = planFloor(seed, pick(sizes, floor), pick(weathers, faults));
      const course = await runCourse(plan);
      this.#add(course.calls, course.accounts);
      const [broken] = course.violations;
      if (broken === undefined) continue;
      console.log(`\n${broken}\n\nLooking for the shortest story of it …`);
      console.log(await tellStory(await shrink(plan, broken, 120_000)));
      console.log(
        `\nAgain: npm run soak -- --courses 1 --seed ${seed} --floor ${floor} --faults ${faults}`,
      );
      this.tell();
      return 1;
    }
    this.tell();
    return 0;
  }

  #kind(seed: number): { floor: string; faults: string } {
    const { floor, faults } = kinds[seed % kinds.length] as { floor: string; faults: string };
    return { floor: values.floor ?? floor, faults: values.faults ?? faults };
  }

  #isOver(): boolean {
    const { hours, calls, courses } = values;
    if (courses !== undefined) return this.#courses >= numberOf(courses, 'courses');
    if (calls !== undefined) return this.#calls >= numberOf(calls, 'calls');
    return this.#seconds >= numberOf(hours ?? '1', 'hours') * 3600;
  }

  #add(calls: number, accounts: ReadonlyMap<Account, number>): void {
    this.#calls += calls;
    this.#courses += 1;
    for (const [account, times] of accounts)
      this.#accounts.set(account, (this.#accounts.get(account) ?? 0) + times);
    if (this.#seconds - this.#toldAt < 10) return;
    this.#toldAt = this.#seconds;
    console.log(this.#progress);
  }

  get #progress(): string {
    const seconds = Math.round(this.#seconds);
    const rate = Math.round(this.#calls / this.#seconds);
    return `${seconds} s: ${this.#courses} courses, ${this.#calls} calls (${rate} a second)`;
  }

  /** So far. */
  tell(): void {
    console.log(`${this.#progress}\nPromises: ${accountText(this.#accounts)}`);
  }

  get #seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}

function pick<Kind>(kinds: Record<string, Kind>, name: string): Kind {
  const kind = kinds[name];
  if (kind === undefined)
    throw new Error(`expected one of ${Object.keys(kinds).join(', ')}, got ${name}`);
  return kind;
}

function numberOf(text: string, name: string): number {
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new Error(`--${name} must be a number, got ${text}`);
}

if (values.help) console.log(usage);
else if (values.wire) {
  const restarts = numberOf(values.restarts, 'restarts');
  const broken = await killAgainAndAgain({
    restarts,
    seed: numberOf(values.seed, 'seed'),
    failing: pick(failing, values.faults ?? 'storm'),
  });
  process.exit(broken.length > 0 ? 1 : 0);
} else {
  const soak = new Soak();
  process.once('SIGINT', () => {
    console.log('\nStopped. So far:');
    soak.tell();
    process.exit(130);
  });
  process.exitCode = await soak.run();
}
