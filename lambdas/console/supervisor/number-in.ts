/** The number that a form's text names. What is no number is left to the server, which says so. */
export function numberIn(text: string): number | string {
  const trimmed = text.trim();
  return /^-?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : trimmed;
}
