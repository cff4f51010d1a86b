export type EventPattern = (event: unknown) => boolean;

type Test = (value: unknown) => boolean;

const operators: Record<string, (operand: unknown) => Test> = {
  prefix: (operand) => text((value) => value.startsWith(String(operand))),
  suffix: (operand) => text((value) => value.endsWith(String(operand))),
  'equals-ignore-case': (operand) =>
    text((value) => value.toLowerCase() === String(operand).toLowerCase()),
  wildcard: (operand) => text((value) => wildcard(String(operand)).test(value)),
  exists: (operand) => (value) => (value !== undefined) === operand,
  'anything-but': (operand) => (value) => value !== undefined && ![operand].flat().includes(value),
  numeric: (operand) => comparison(operand as (string | number)[]),
};

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/**
 * Patterns of Lambda's event sources and of EventBridge's rules: every field named must fit one of its
 * alternatives; of a list, one of its values must. Throws for operators that the local cloud does not
 * know.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function eventPattern(pattern: unknown): EventPattern {
  if (Array.isArray(pattern)) return anyOf(pattern.map(alternative));
  if (typeof pattern !== 'object' || pattern === null) {
    throw new Error(`A filter needs lists of alternatives, got ${JSON.stringify(pattern)}`);
  }
  const fields = Object.entries(pattern).map(([key, inner]) => fieldTest(key, inner));
  return (event) => fields.every((fits) => fits(event));
}

function fieldTest(key: string, inner: unknown): Test {
  if (key === '$or') {
    const patterns = (inner as unknown[]).map(eventPattern);
    return (event) => patterns.some((fits) => fits(event));
  }
  const fits = eventPattern(inner);
  return (event) => fits((event as Record<string, unknown>)?.[key]);
}

function anyOf(tests: Test[]): Test {
  const fits = (value: unknown) => tests.some((test) => test(value));
  return (value) => (Array.isArray(value) ? value.some(fits) : fits(value));
}

function alternative(given: unknown): Test {
  if (typeof given !== 'object' || given === null) return (value) => value === given;
  const [operator = '', operand] = Object.entries(given)[0] ?? [];
  const test = operators[operator];
  const isNested =
    typeof operand === 'object' && !Array.isArray(operand) && operator !== '' && operand !== null;
  if (test && !isNested) return test(operand);
  throw new Error(`The local cloud does not know the filter operator "${operator}"`);
}

function text(fits: (value: string) => boolean): Test {
  return (value) => typeof value === 'string' && fits(value);
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** `['>', 0, '<=', 5]` */
function comparison(operand: (string | number)[]): Test {
  const tests = operand.flatMap((symbol, n) => {
    const compare = comparisons[String(symbol)];
    return n % 2 === 0 && compare ? [{ compare, limit: Number(operand[n + 1]) }] : [];
  });
  return (value) =>
    typeof value === 'number' && tests.every(({ compare, limit }) => compare(value, limit));
}
