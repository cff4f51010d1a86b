import { Chance } from '../properties/floor/chance.ts';

/** The same oddities every time: `SEED` gives others. */
export const usualSeed = Number(process.env.SEED ?? 20_261_130);

const texts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff and more',
  '\u202e',
  '👾'.repeat(20),
  'Ω≈ç√∫',
  'x'.repeat(300),
  '\ufdfa'.repeat(300),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '10',
  '11',
  '14',
  '010',
  '1e400',
  '-0',
  'NaN',
  '9007199254740993',
  '99999999999999999999999999999999999999',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '2026-11-23',
  '10:30',
  '25:61',
  '24:00',
  'Europe/London',
  'Mars/Base',
  '+442079460017',
  '+881612345678',
  'client:anna',
  'client:',
  'sip:a@b',
  `sip:a@${'b'.repeat(3_000)}`,
  '../../etc',
  '%00',
  '%',
  'a.b.c',
  'demo.17.a1',
  'demo#x',
  '{имя}',
  "' OR 1=1 --",
  '<Hangup/>',
  ']]>',
  '=1+1',
];

const numbers = [
  0,
  -0,
  1,
  -1,
  0.1,
  10,
  11,
  14,
  17,
  600,
  525_601,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  1e21,
  1e124,
  1e126,
  1e-131,
  -1e300,
  5e-324,
];

/** Names that mean something in JavaScript, in the table or in neither. */
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'then',
  'toJSON',
  'length',
  'status',
  'tel',
  'Id',
  'task',
  '_due_at',
  '_attempt',
  'callaftermin',
  'имя',
  '',
  'x'.repeat(256),
];

/** Makes what no honest sender sends, the same for the same seed. */
export class OddValues {
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  below(count: number): number {
    return Math.floor(this.#chance.next() * count);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  isOneIn(count: number): boolean {
    return this.below(count) === 0;
  }

  text(): string {
    const text = this.pick(texts);
    return this.isOneIn(4) ? text + this.pick(texts) : text;
  }

  name(): string {
    return this.isOneIn(6) ? this.text() : this.pick(names);
  }

  /** What JSON can say. */
  json(depth = 0): unknown {
    const kind = this.below(depth > 3 ? 6 : 10);
    if (kind < 3) return this.text();
    if (kind < 5) return this.pick(numbers);
    if (kind === 5) return this.pick([null, true, false]);
    if (kind < 8) return this.object(depth);
    return Array.from({ length: this.below(4) }, () => this.json(depth + 1));
  }

  object(depth = 0): object {
    const entries = Array.from({ length: this.below(5) }, () => [
      this.name(),
      this.json(depth + 1),
    ]);
    return withOwn(entries as [string, unknown][]);
  }

  /** The value with something in it changed, left out or put in, or all of it. */
  bent(value: unknown): unknown {
    if (this.isOneIn(8) || typeof value !== 'object' || value === null) return this.json();
    if (Array.isArray(value)) return this.#bentList(value);
    const entries = Object.entries(value);
    const at = this.below(entries.length + 1);
    const [name, old] = entries[at] ?? [this.name(), undefined];
    const others = entries.filter((_, n) => n !== at);
    if (this.isOneIn(6)) return withOwn(others);
    return withOwn([...others, [this.isOneIn(8) ? this.name() : name, this.bent(old)]]);
  }

  #bentList(value: unknown[]): unknown[] {
    const at = this.below(value.length + 1);
    return [...value.slice(0, at), this.bent(value[at]), ...value.slice(at + 1)];
  }

  /** As JSON, which may be cut, deep, long, or hold what `JSON.stringify` would not write. */
  body(value: unknown): string {
    const text = JSON.stringify(value) ?? '';
    switch (this.below(40)) {
      case 0:
        return text.slice(0, this.below(text.length));
      case 1:
        return `${'['.repeat(3_000)}${text}`;
      case 2:
        return `{"a":${'{"a":'.repeat(40)}1${'}'.repeat(41)}`;
      case 3:
        return text.replace(/\d+/, '1e400');
      case 4:
        return `{${Array.from({ length: 3_000 }, (_, n) => `"c${n}":1`).join()}}`;
      case 5:
        return text.replace('{', '{"__proto__":{"tel":"+442079460017"},');
      case 6:
        return `${' '.repeat(this.isOneIn(4) ? 5_000_000 : 1_000_000)}${text}`;
      default:
        return text;
    }
  }

  /** Of `x-www-form-urlencoded` fields. */
  fields(given: Record<string, string>): Record<string, string> {
    const bent = Object.entries(given).flatMap(([name, value]) =>
      this.isOneIn(5) ? [] : [[name, this.isOneIn(3) ? this.text() : value]],
    );
    const more = this.isOneIn(3) ? [[this.name() || 'x', this.text()]] : [];
    return withOwn([...bent, ...more] as [string, string][]) as Record<string, string>;
  }
}

/** `__proto__` is a name like any other. */
function withOwn(entries: [string, unknown][]): object {
  return Object.fromEntries(entries);
}
