export interface TableNames {
  subscribers: string;
  attempts: string;
  locks: string;
  directory: string;
}
