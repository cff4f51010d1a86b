/** Carries a text to the browser at the other end of a connection. */
export interface Wire {
  /** `gone`: the browser has hung up, and nothing will reach it any more. Rejects on outages. */
  post(connection: string, text: string): Promise<'told' | 'gone'>;

  /** Hangs up. One that is gone already is fine; rejects on outages. */
  close(connection: string): Promise<void>;
}
