/**
 * A number that another page or program wants to be dialled: it opens `/dial?to=…`, and the number stands
 * in the dial box. Whether it is dialled is for the operator to say.
 */

const mark = '#dial=';

/**
 * Goes over to the desk's own address, with the number behind `#`: it is kept there while somebody signs
 * in, and sent to no server.
 */
export function followDialAddress(): void {
  if (location.pathname !== '/dial') return;
  const to = new URLSearchParams(location.search).get('to') ?? '';
  history.replaceState(null, '', `/${mark}${encodeURIComponent(numberIn(to))}`);
}

/** The number, once. Empty where none is wanted. */
export function takeDialWish(): string {
  if (!location.hash.startsWith(mark)) return '';
  const number = numberIn(decoded(location.hash.slice(mark.length)));
  history.replaceState(null, '', location.pathname);
  return number;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

const mostCharacters = 40;

/** As `tel:` writes it (RFC 3966) or as people do; what no number has is left out. */
export function numberIn(text: string): string {
  const [bare = ''] = text
    .trim()
    .replace(/^(tel|callto):/i, '')
    .split(';');
  return bare
    .replaceAll(/[^\d+*#(). -]/g, '')
    .trim()
    .slice(0, mostCharacters);
}

/** Whether this browser can bring the numbers of other pages here. */
export const canBringNumbers = (): boolean => 'registerProtocolHandler' in navigator;

/** The browser asks whether links to telephone numbers shall open the desk; it may refuse that. */
export function bringNumbersHere(): void {
  navigator.registerProtocolHandler('tel', `${location.origin}/dial?to=%s`);
}
