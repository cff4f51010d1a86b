/** Everything that can ring: a phone, a browser (`client:name`) or a SIP phone (`sip:user@domain`). */
export type AddressKind = 'phone' | 'client' | 'sip';

const forms: Record<AddressKind, RegExp> = {
  phone: /^\+[1-9]\d{4,14}$/,
  client: /^client:[^\s,;?&]{1,256}$/,
  sip: /^sips?:[^\s@]+@[^\s@]{1,250}$/i,
};

/** The kind of an address in its exact form (E.164, `client:…`, `sip:…`), or undefined. */
export function addressKind(text: string): AddressKind | undefined {
  return (Object.keys(forms) as AddressKind[]).find((kind) => forms[kind].test(text));
}

/** Takes away what people write between digits: `+44 20 7946-0001` becomes `+442079460001`. */
export function withoutPunctuation(number: string): string {
  return number.replace(/[\s().-]/g, '');
}
