import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * Values in the database's own form. The SDK's converter takes an object with a column `constructor`
 * for an instance of some class, and fails at one called `__proto__`: they are names like any other.
 */

export type Item = Record<string, AttributeValue>;

/** @throws TypeError for what the database has no form for */
export function toAttribute(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'bigint':
      return { N: String(value) };
    case 'number':
      return { N: finite(value) };
    case 'object':
      return ofObject(value);
    default:
      throw new TypeError(`a ${typeof value} cannot be stored`);
  }
}

function finite(value: number): string {
  if (Number.isFinite(value)) return String(value);
  throw new TypeError(`${value} cannot be stored`);
}

function ofObject(value: object | null): AttributeValue {
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: value };
  if (value instanceof Set) return ofSet([...value]);
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  return { M: toItem(value) };
}

function ofSet(values: unknown[]): AttributeValue {
  if (values.every((it) => typeof it === 'number')) return { NS: values.map(finite) };
  if (values.every((it) => it instanceof Uint8Array)) return { BS: values };
  return { SS: values.map(String) };
}

/** Each property is an attribute, those that are undefined are none. */
export function toItem(values: object): Item {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, toAttribute(value)]));
}

/**
 * An item's values by name, without what every object has: a column that is not there is undefined,
 * whatever it is called.
 */
export function fromItem(
  item: Item,
  readNumber: (digits: string) => unknown,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(item) as [string, AttributeValue | undefined][]) {
    // the SDK empties an attribute called `__proto__`, which is nobody's but the system's to write
    if (value !== undefined) values[name] = fromAttribute(value, readNumber);
  }
  return values;
}

function fromAttribute(value: AttributeValue, readNumber: (digits: string) => unknown): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return readNumber(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.M !== undefined) return fromItem(value.M, readNumber);
  if (value.L !== undefined) return value.L.map((it) => fromAttribute(it, readNumber));
  if (value.NS !== undefined) return new Set(value.NS.map(readNumber));
  return value.B ?? new Set<unknown>(value.SS ?? value.BS);
}
