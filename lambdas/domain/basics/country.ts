/**
 * Countries with telephone numbers of their own, by ISO 3166, with Ascension (AC) and Kosovo (XK): those of
 * libphonenumber. They stand here as a list so that pages need not load its numbering plans.
 */
export const countries: readonly string[] = `
  AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
  BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC
  EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB
  LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY
  MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS
  RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TG TH TJ TK TL
  TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/);

const known: ReadonlySet<string> = new Set(countries);

/** Whether it is one of them: `GB`, and not `UK`. */
export function isCountry(code: string): boolean {
  return known.has(code);
}

/** What people write and ISO 3166 does not, with what they mean. */
const habits: Readonly<Partial<Record<string, string>>> = {
  UK: 'GB',
  EN: 'GB',
  ENGLAND: 'GB',
  USA: 'US',
  GER: 'DE',
  DEU: 'DE',
  RUS: 'RU',
  РФ: 'RU',
  ESP: 'ES',
  FRA: 'FR',
  POL: 'PL',
  EL: 'GR',
};

/** The country that was meant by a code that is none, where that is known. */
export function countryInsteadOf(given: string): string | undefined {
  const capital = given.trim().toUpperCase();
  return isCountry(capital) ? capital : habits[capital];
}
