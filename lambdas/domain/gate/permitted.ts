declare const byTheGate: unique symbol;

/**
 * An address that the gate lets be dialled. Whatever makes a telephone ring takes one of these, and
 * only the gate makes them: a test sees to that.
 */
export type Permitted = string & { readonly [byTheGate]: true };

/** For the gate alone. */
export function permitted(address: string): Permitted {
  return address as Permitted;
}
