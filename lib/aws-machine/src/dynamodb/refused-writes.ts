type Input = Record<string, unknown>;

const refusals = /\b(ConditionalCheckFailedException|TransactionCanceledException)$/;
const bytesPerUnit = 1024;
const unitsInTransaction = 2;

/**
 * The write units of a write that a condition refused: AWS bills it as if it had been carried out, in
 * a transaction every action twice (docs.aws.amazon.com: “Read and write operations”, “Managing
 * complex workflows with DynamoDB transactions”). An answer without a capacity does not say how large
 * the stored item is: what does not bring it along counts as one kilobyte.
 */
export function refusedWriteUnits(input: Input, error: unknown): number {
  if (!refusals.test(String(error))) return 0;
  const { TransactItems } = input as { TransactItems?: Record<string, Input>[] };
  if (TransactItems === undefined) return unitsOf(input);
  const actions = TransactItems.flatMap((item) => Object.values(item));
  return unitsInTransaction * actions.reduce((sum, action) => sum + unitsOf(action), 0);
}

function unitsOf({ Item }: Input): number {
  const bytes = Item === undefined ? 0 : Buffer.byteLength(JSON.stringify(Item));
  return Math.max(1, Math.ceil(bytes / bytesPerUnit));
}
