/** Operators' PINs for dialling in; only their hashes are stored. */
export interface Pins {
  /** A text that the PIN cannot be read from, another one each time. */
  hashOf(pin: string): Promise<string>;

  /** Takes as long for a wrong PIN as for the right one. */
  fits(pin: string, hash: string): Promise<boolean>;
}
