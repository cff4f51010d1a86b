export interface TableNames {
  subscribers: string;
  attempts: string;
  locks: string;
  directory: string;
  /** How long a new attempt is kept; for good, if undefined. */
  keepAttemptsDays?: number | undefined;
}

/** What desks look up, and which are open. */
export interface DeskTableNames {
  views: string;
  connections: string;
}
