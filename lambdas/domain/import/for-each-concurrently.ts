/** Hands the items out to so many workers at once; after a failure no more are begun. */
export async function forEachConcurrently<Item>(
  items: AsyncIterable<Item>,
  handle: (item: Item) => Promise<void>,
  workers: number,
): Promise<void> {
  const left = items[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => left };
  const work = async () => {
    for await (const item of rest) await handle(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
