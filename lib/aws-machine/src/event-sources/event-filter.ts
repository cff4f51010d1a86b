export type EventFilter = (event: unknown) => boolean;

type Test = (value: unknown) => boolean;

const operators: Record<string, (operand: unknown) => Test> = {
  prefix: (operand) => (value) => typeof value === 'string' && value.startsWith(String(operand)),
  suffix: (operand) => (value) => typeof value === 'string' && value.endsWith(String(operand)),
  exists: (operand) => (value) => (value !== undefined) === operand,
  'anything-but': (operand) => (value) => value !== undefined && ![operand].flat().includes(value),
};

/**
 * Lambda's filter patterns: every field named must fit one of its alternatives. Throws for
 * operators that the local cloud does not know.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function eventFilter(pattern: unknown): EventFilter {
  if (Array.isArray(pattern)) return anyOf(pattern.map(alternative));
  if (typeof pattern !== 'object' || pattern === null) {
    throw new Error(`A filter needs lists of alternatives, got ${JSON.stringify(pattern)}`);
  }
  const fields = Object.entries(pattern).map(([key, inner]) => ({ key, fits: eventFilter(inner) }));
  return (event) =>
    fields.every(({ key, fits }) => fits((event as Record<string, unknown>)?.[key]));
}

function anyOf(tests: Test[]): Test {
  return (value) => tests.some((test) => test(value));
}

function alternative(given: unknown): Test {
  if (typeof given !== 'object' || given === null) return (value) => value === given;
  const [operator = '', operand] = Object.entries(given)[0] ?? [];
  const test = operators[operator];
  if (!test) throw new Error(`The local cloud does not know the filter operator "${operator}"`);
  return test(operand);
}
