/** A fauxqs that does nothing of what the patches look for. */
export async function startFauxqs(): Promise<object> {
  return { port: 0 };
}
