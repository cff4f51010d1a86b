/** Which rows of a list are chosen, by their keys. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** The one that was chosen last: where a range begins. */
  readonly anchor?: string;
}

export const nothingChosen: Selection = { chosen: new Set() };

/**
 * Chooses a row, or no longer. With `toRange` all rows between it and the one that was chosen
 * before become as it does.
 */
export function toggled(
  { chosen, anchor }: Selection,
  key: string,
  { shown, toRange }: { shown: readonly string[]; toRange: boolean },
): Selection {
  const becomes = !chosen.has(key);
  const changed = toRange && anchor !== undefined ? between(shown, anchor, key) : [key];
  const next = new Set(chosen);
  for (const it of changed) {
    if (becomes) next.add(it);
    else next.delete(it);
  }
  return { chosen: next, anchor: key };
}

function between(shown: readonly string[], one: string, other: string): readonly string[] {
  const places = [shown.indexOf(one), shown.indexOf(other)].sort((a, b) => a - b);
  const [from = -1, to = -1] = places;
  return from < 0 ? [other] : shown.slice(from, to + 1);
}

/** Chooses all that are shown, or none of them if all are chosen. */
export function toggledAll({ chosen }: Selection, shown: readonly string[]): Selection {
  const hasAll = shown.every((it) => chosen.has(it));
  return hasAll ? nothingChosen : { chosen: new Set(shown) };
}

/** What is no longer shown is no longer chosen: nobody changes what they do not see. */
export function stillShown(selection: Selection, shown: readonly string[]): Selection {
  const left = shown.filter((it) => selection.chosen.has(it));
  return left.length === selection.chosen.size ? selection : { chosen: new Set(left) };
}
