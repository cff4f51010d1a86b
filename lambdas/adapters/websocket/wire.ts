/** Carries a text to the browser at the other end of a connection. */
export interface Wire {
  /** `gone`: the browser has hung up, and nothing will reach it any more. Rejects on outages. */
  post(connection: string, text: string): Promise<'told' | 'gone'>;
}
