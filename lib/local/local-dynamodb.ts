/** Where outside software finds the tables; any access key may do everything there. */
export interface LocalDynamoDb {
  endpoint: string;
  region: string;
  /** Physical names. */
  tables: Record<'subscribers' | 'attempts' | 'locks' | 'directory' | 'forms' | 'views', string>;
}
