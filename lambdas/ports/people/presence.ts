/** Who sits at a desk. */
export interface Presence {
  /**
   * Those of the operators who have an open desk, and whether a browser there can be rung: a desk
   * tells when its phone is ready, and when it is not any more.
   */
  of(operators: readonly string[]): Promise<ReadonlyMap<string, { isPhoneReady: boolean }>>;

  /**
   * Whether a page shows the operator's calls as they go: a desk of theirs, or a supervisor's. It may
   * be some seconds old.
   */
  isWatched(operator: string | undefined): Promise<boolean>;
}
