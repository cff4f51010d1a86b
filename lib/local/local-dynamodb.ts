/** Where outside software finds the tables; any access key may do everything there. */
export interface LocalDynamoDb {
  endpoint: string;
  region: string;
  /** Physical names. */
  tables: { subscribers: string; attempts: string; locks: string; directory: string };
}
