/** What a template's expressions refer to. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  condition(name: string): boolean;
}

/** Stands for a property that is left out (`AWS::NoValue`). */
export const noValue = Symbol('AWS::NoValue');

type Evaluate = (argument: unknown, scope: Scope) => unknown;

/** Replaces every intrinsic function in `value` by what it stands for in `scope`. */
export function resolveIntrinsics(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolveIntrinsics(item, scope)).filter((item) => item !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;
  const [only, second] = Object.entries(value);
  if (only && !second) {
    const evaluate = intrinsics[only[0]];
    if (evaluate) return evaluate(only[1], scope);
    if (only[0].startsWith('Fn::')) throw new Error(`The local cloud does not know ${only[0]}`);
  }
  const properties = Object.entries(value).map(([key, item]) => [
    key,
    resolveIntrinsics(item, scope),
  ]);
  return Object.fromEntries(properties.filter(([, item]) => item !== noValue));
}

const intrinsics: Record<string, Evaluate> = {
  Ref: (name, scope) => scope.ref(String(name)),
  Condition: (name, scope) => scope.condition(String(name)),
  'Fn::GetAtt': getAttribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return String(left) === String(right);
  },
  'Fn::And': (argument, scope) => list(argument, scope).every(Boolean),
  'Fn::Or': (argument, scope) => list(argument, scope).some(Boolean),
  'Fn::Not': (argument, scope) => !list(argument, scope)[0],
};

function list(argument: unknown, scope: Scope): unknown[] {
  const items = resolveIntrinsics(argument, scope);
  if (!Array.isArray(items)) throw new Error(`Expected a list, got ${JSON.stringify(argument)}`);
  return items;
}

function getAttribute(argument: unknown, scope: Scope): string {
  const parts = typeof argument === 'string' ? argument.split('.') : list(argument, scope);
  const [logicalId, ...attribute] = parts.map(String);
  return scope.attribute(logicalId ?? '', attribute.join('.'));
}

function join(argument: unknown, scope: Scope): string {
  const [separator, parts] = list(argument, scope);
  return (parts as unknown[]).map(String).join(String(separator));
}

function substitute(argument: unknown, scope: Scope): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = resolveIntrinsics(variables, scope) as Record<string, unknown>;
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return String(own[name]);
    return String(name.includes('.') ? getAttribute(name, scope) : scope.ref(name));
  });
}

function select(argument: unknown, scope: Scope): unknown {
  const [index, items] = list(argument, scope);
  return (items as unknown[])[Number(index)];
}

function split(argument: unknown, scope: Scope): string[] {
  const [separator, text] = list(argument, scope);
  return String(text).split(String(separator));
}

function choose(argument: unknown, scope: Scope): unknown {
  const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
  return resolveIntrinsics(scope.condition(condition) ? whenTrue : whenFalse, scope);
}
