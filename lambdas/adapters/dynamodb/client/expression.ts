import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Item, toAttribute } from './attribute-value.ts';

/**
 * Collects the names and values of one request's expressions. Every name goes through a
 * placeholder: many of ours are reserved words (status), and columns may be Cyrillic.
 */
export class Expression {
  readonly #names = new Map<string, string>();
  readonly #values: Item = {};

  /** The placeholder of an attribute, or of a path into a map. */
  name(...path: string[]): string {
    return path.map((part) => this.#alias(part)).join('.');
  }

  #alias(name: string): string {
    const alias = this.#names.get(name) ?? `#${this.#names.size}`;
    this.#names.set(name, alias);
    return alias;
  }

  value(value: unknown): string {
    return this.stored(toAttribute(value));
  }

  /** The placeholder of a value in the database's own form, so that it compares exactly. */
  stored(value: AttributeValue): string {
    const placeholder = `:${Object.keys(this.#values).length}`;
    this.#values[placeholder] = value;
    return placeholder;
  }

  absent(...path: string[]): string {
    return `attribute_not_exists(${this.name(...path)})`;
  }

  present(...path: string[]): string {
    return `attribute_exists(${this.name(...path)})`;
  }

  equal(name: string, value: unknown): string {
    return `${this.name(name)} = ${this.value(value)}`;
  }

  beginsWith(name: string, value: string): string {
    return `begins_with(${this.name(name)}, ${this.value(value)})`;
  }

  /** What the request needs besides its expressions. */
  placeholders(): {
    ExpressionAttributeNames: Record<string, string>;
    ExpressionAttributeValues?: Item;
  } {
    const names = [...this.#names].map(([name, alias]) => [alias, name]);
    const ExpressionAttributeNames: Record<string, string> = Object.fromEntries(names);
    if (Object.keys(this.#values).length === 0) return { ExpressionAttributeNames };
    return { ExpressionAttributeNames, ExpressionAttributeValues: this.#values };
  }
}

export function all(...conditions: string[]): string {
  return conditions.join(' AND ');
}
