/** `{column}`: the row's column, or `task` and `Id`, which every row has. */
const place = /\{([^{}]{1,255})\}/g;

/** Where it leads is the task's to say, and no row's: places come after the host. */
const beginning = /^https:\/\/[^/?#\\{}@\s]+(?=[/?#]|$)/;

/** Whether it is the address of pages of other software, with places for what rows say. */
export function isCardUrl(template: string): boolean {
  const filled = template.replaceAll(place, 'x');
  return beginning.test(template) && !/[{}\s]/.test(filled) && URL.canParse(filled);
}

/** A customer's page; undefined where the row has nothing for one of the places. */
export function cardUrlOf(
  template: string,
  textIn: (column: string) => string | undefined,
): string | undefined {
  const values = [...template.matchAll(place)].map(([, name = '']) => textIn(name));
  if (values.some((it) => it === undefined)) return undefined;
  return template.replaceAll(place, () => encodeURIComponent(values.shift()?.toWellFormed() ?? ''));
}
