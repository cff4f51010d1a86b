/** A number in groups that people can read out: `+44 20 7946 0991`, as far as its length tells. */
export function phoneText(number: string): string {
  const digits = /^\+(\d{7,15})$/.exec(number.trim())?.[1];
  if (digits === undefined) return number;
  const code = codeOf(digits);
  return [`+${code}`, ...groupsOf(code, digits.slice(code.length))].join(' ');
}

/** Calling codes have one to three digits: 1 and 7 one, the others two where listed, else three. */
const twoDigits = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function codeOf(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, twoDigits.test(digits) ? 2 : 3);
}

/** How the numbers of a country are written, where threes are not the custom. */
const customs: Record<string, RegExp> = {
  7: /^(\d{3})(\d{3})(\d{2})(\d{2})$/,
  44: /^(?:(20)(\d{4})(\d{4})|(7\d{3})(\d{6}))$/,
};

function groupsOf(code: string, rest: string): string[] {
  const found = customs[code]?.exec(rest);
  return found ? found.slice(1).filter(Boolean) : grouped(rest);
}

/** Threes, and at the end fours or a pair: 202 555 0101, 7700 900 123. */
function grouped(digits: string): string[] {
  const groups: string[] = [];
  let rest = digits;
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  return [...groups, rest];
}

/** Where an operator is rung, in short: the number, or what follows `client:` and `sip:`. */
export function addressText(address: string): string {
  return address.startsWith('+') ? phoneText(address) : address.replace(/^(client|sips?):/, '');
}
