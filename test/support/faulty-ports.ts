import type { Chance } from '../properties/floor/chance.ts';

/** A function that died in the middle: what it had written stands, the rest never happens. */
class Crash extends Error {}

/**
 * The port with calls that take their time, so that what runs at once interleaves in every way,
 * and that sometimes end the function before or after they did their work.
 */
export function faulty<T extends object>(port: T, chance: Chance, crashes: () => number): T {
  return new Proxy(port, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function') return member;
      if (isGenerator(member)) return member.bind(target);
      return async (...args: unknown[]) => {
        for (let n = chance.between(0, 2); n > 0; n--) await undefined;
        if (chance.happens(crashes() / 2)) throw new Crash(`before ${String(name)}`);
        const result = await (member.apply(target, args) as Promise<unknown>);
        if (chance.happens(crashes() / 2)) throw new Crash(`after ${String(name)}`);
        return result;
      };
    },
  });
}

/** What is read page by page is left as it is. */
function isGenerator(member: object): boolean {
  return Object.prototype.toString.call(member) === '[object AsyncGeneratorFunction]';
}
