/** An encoding of text, as the Encoding Standard calls it. */
export type TextEncoding = string;

/** What a decoder puts where bytes stand for no character. */
export const lostCharacter = '\uFFFD';

/** The encoding that a person names; undefined where nobody knows it. `cp1251` is Windows-1251. */
export function encodingNamed(name: string): TextEncoding | undefined {
  const label = name.trim().replace(/^(?:cp|dos|ibm|oem)[-_ ]?866$/i, 'ibm866');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

const names: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  ibm866: 'CP866',
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
};

/** As a reader knows it: Windows-1251, KOI8-R. */
export function encodingText(encoding: TextEncoding): string {
  const text = names[encoding] ?? encoding.replace(/^(iso|koi8)/, (it) => it.toUpperCase());
  return text.replace(/^windows/, 'Windows');
}

/** Decodes piece by piece; a byte without a character is a lost one, not a control character. */
export function decoderOf(encoding: TextEncoding): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  const unassigned = encoding.startsWith('windows-') ? /[\u0080-\u009f]/g : undefined;
  return (bytes) => {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    return unassigned ? text.replaceAll(unassigned, lostCharacter) : text;
  };
}
