export interface TableNames {
  subscribers: string;
  attempts: string;
  locks: string;
  directory: string;
}

/** What desks look up, and which are open. */
export interface DeskTableNames {
  views: string;
  connections: string;
}
