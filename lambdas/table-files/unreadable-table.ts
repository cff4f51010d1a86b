/** The file as a whole cannot be read as a table; the message is a sentence for its owner. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable';
}
