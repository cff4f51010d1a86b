import type { ColumnMap } from './header.ts';

/** How other programs name what the row's contract has a column for: lower case, letters and digits alone. */
const names = {
  tel: [
    ...[
      'phone',
      'phonenumber',
      'phoneno',
      'phone1',
      'primaryphone',
      'contactphone',
      'contactnumber',
    ],
    ...['telephone', 'telephonenumber', 'telno', 'telnumber', 'msisdn', 'mobile', 'mobilephone'],
    ...['mobilenumber', 'cell', 'cellphone', 'homephone', 'workphone', 'businessphone'],
    ...['телефон', 'номертелефона', 'номер', 'мобильный', 'мобильныйтелефон', 'контактныйтелефон'],
    ...['рабочийтелефон', 'telefon', 'telefonnummer', 'rufnummer', 'telefono', 'téléphone'],
  ],
  date_callback: ['callbackdate', 'nextcalldate', 'датаперезвона', 'датазвонка'],
  time_callback: ['callbacktime', 'nextcalltime', 'времяперезвона', 'времязвонка'],
  callaftermin: ['callafterminutes', 'callinminutes', 'перезвонитьчерезминут'],
  operator_number: ['operator', 'agent', 'operatornumber', 'оператор', 'номероператора'],
  time_zone: ['timezone', 'tz', 'часовойпояс', 'zeitzone'],
} as const;

/** What the file's columns may well be, by how they are named; each of ours is suggested once. */
export function suggestColumns(header: readonly string[]): ColumnMap {
  const suggested = new Map<string, string>();
  for (const [ours, theirs] of Object.entries(names)) {
    if (header.includes(ours)) continue;
    const likely = theirs.flatMap((name) => header.find((it) => plain(it) === name) ?? []);
    const found = likely.find((it) => !suggested.has(it));
    if (found !== undefined) suggested.set(found, ours);
  }
  return suggested;
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
