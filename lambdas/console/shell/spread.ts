/** Within so long all desks ask for a list that changed for all of them. */
const widestMilliseconds = 1000;

/**
 * What many desks do because of one message: somewhere in the next second, and once for all messages that
 * come until then. Who acted themselves sees it at once, by the answer that they got.
 */
export function spread(act: () => void, share: () => number = Math.random): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      act();
    }, share() * widestMilliseconds);
  };
}
