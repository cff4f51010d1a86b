import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A number as the network dials it (E.164), or undefined when it cannot be one. A number without
 * a country code is read as the country's own; what is impossible there is tried as international.
 * Possible is enough: whether it exists is for the network to say.
 */
export function toE164(given: string, country: string): string | undefined {
  const text = given.trim();
  return possible(text, country) ?? possible(`+${text.replace(/\D/g, '')}`);
}

function possible(text: string, country?: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  return parsed?.isPossible() ? parsed.number : undefined;
}

/**
 * An operator's address in one canonical form: E.164, `client:name` or `sip:user@domain`;
 * undefined when the text is none of these. Client names are case-sensitive at Twilio, hosts are not.
 */
export function toAddress(given: string, country: string): string | undefined {
  const text = given.trim();
  if (/^client:[^\s,;]{1,256}$/.test(text)) return text;
  const sip = /^sips?:([^\s@]+)@([^\s@]+)$/i.exec(text);
  if (sip) return `sip:${sip[1]}@${sip[2]?.toLowerCase()}`;
  return text.includes(':') ? undefined : toE164(text, country);
}
