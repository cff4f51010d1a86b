import { toAttribute } from '../../lambdas/adapters/dynamodb/client/attribute-value.ts';

/** What DynamoDB refuses to keep, memory would take: this port refuses it, too. */
export function strict<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        for (const it of given) assertStorable(it);
        return member.apply(target, given);
      };
    },
  });
}

const mostBytes = 409_600;

function assertStorable(value: unknown): void {
  if (typeof value === 'function' || value === undefined) return;
  inspect(value, 0);
  if (JSON.stringify(value).length > 3 * mostBytes) throw invalid('Item size has exceeded');
}

function inspect(value: unknown, depth: number): void {
  if (depth > 36) throw invalid('Nesting Levels have exceeded supported limits');
  if (typeof value === 'string' && !value.isWellFormed()) throw invalid('not UTF-8');
  if (typeof value === 'number' && !Number.isNaN(value)) assertNumber(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, it] of Object.entries(value)) {
    if (name === '') throw invalid('Empty attribute name');
    inspect(name, depth);
    inspect(it, depth + 1);
  }
}

function assertNumber(value: number): void {
  if (!Number.isFinite(value)) return; // sets no limit
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-130 || size >= 1e126)) throw invalid('Number overflow');
  toAttribute(value);
}

function invalid(why: string): Error {
  return Object.assign(new Error(why), { name: 'ValidationException' });
}
