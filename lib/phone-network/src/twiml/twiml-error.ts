/** TwiML that cannot be fetched or run. Codes: https://www.twilio.com/docs/api/errors */
export class TwimlError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const twimlErrors = {
  tooManyCalls: 10004,
  invalidUrl: 11100,
  retrieval: 11200,
  connection: 11205,
  redirects: 11215,
  tooLong: 11750,
  parse: 12100,
  unknownVerb: 12200,
  contentType: 12300,
  whisperDial: 13201,
  callerId: 13214,
  notE164: 13223,
  geoPermission: 13227,
  conferenceMusic: 13238,
  sipUri: 13243,
  clientName: 13224,
} as const;
