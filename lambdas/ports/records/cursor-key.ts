/** The secret with which the API seals where its lists go on. */
export interface CursorKey {
  /** 32 bytes: the same for everybody who asks, and made by who asks first. */
  read(): Promise<Uint8Array>;
}
