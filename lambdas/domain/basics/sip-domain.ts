/**
 * The name of a SIP domain at Twilio, small letters, without the edge by which a phone registered there:
 * `office.sip.dublin.twilio.com` is `office.sip.twilio.com`. Another host is as it is.
 * https://www.twilio.com/docs/global-infrastructure/localized-uris/sip-uris
 */
export function sipDomainOf(host: string): string {
  return host.toLowerCase().replace(/\.sip\.([a-z0-9-]+\.){1,2}twilio\.com$/, '.sip.twilio.com');
}
