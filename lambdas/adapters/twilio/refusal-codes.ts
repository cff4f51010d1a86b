import type { RefusalClass } from '../../domain/attempt/facts.ts';

/**
 * Twilio's error codes for creating a call and for `<Dial>` with its nouns `<Number>`, `<Client>` and
 * `<Sip>`: whose each one is. Every code is explained at https://www.twilio.com/docs/api/errors/CODE; the
 * list is that dictionary's as of November 2026, without what is about conferences, queues,
 * recordings, trunks (Elastic SIP Trunking) and other products.
 *
 * Of a `<Dial>` Twilio tells the code in its log alone, as far as is documented. Where a callback brings
 * one (`ErrorCode`), it is sorted by the same table.
 */
const codesOf: Record<Exclude<RefusalClass, 'unlisted'>, readonly number[]> = {
  retry: [
    20429, // too many requests
  ],
  wait: [
    10004, // call concurrency limit exceeded
    32013, // SIP: parent account's calls per second exceeded
    86008, // the newer code for the limit of calls at the same time
  ],
  number: [
    13223, // Dial: invalid phone number format
    13224, // Dial: number not supported or invalid
    13225, // Dial: call blocked by Twilio
    13226, // Dial: invalid country code
    13243, // Dial->Sip: invalid SIP URI
    13250, // Dial: too many URIs
    13251, // Dial: too many headers in the URI
    13252, // Dial: invalid header name in the URI
    13253, // Dial: header in the URI too long
    13254, // Dial->Sip: the host does not resolve, or to an address that is not public
    13255, // Dial: this .sip.twilio.com address may not be dialled
    21202, // the called number is a premium number
    21211, // invalid To
    21214, // To cannot be reached
    21216, // call blocked by Twilio
    21217, // the number does not appear to be valid
    21227, // headers of the SIP URI too long
    21228, // illegal characters in a SIP header's name
    21229, // illegal characters in a SIP header's value
    21401, // invalid phone number
    21421, // phone number is invalid
    32002, // SIP: no such SIP domain
    32006, // SIP: too many hops
    32009, // the user is not registered with the SIP domain
    32011, // SIP: the infrastructure called does not answer
    32016, // PSTN: the call was not set up in time
    32101, // SIP: invalid phone number
    32110, // SIP: the URI is formatted incorrectly
    32203, // SIP: call blocked by Twilio
    32214, // SIP: invalid <Dial><Sip>
    32215, // a SIP domain called without its region
    32216, // SIP: address on a deny list
    32220, // a registered SIP user called at an edge
    32221, // SIP: no device registered at that edge
    32223, // SIP: no user name in the URI
  ],
  permission: [
    13227, // Dial: geo permissions do not permit the call
    14111, // trial: invalid To
    21203, // international calling not enabled
    21215, // geo permissions do not permit the call
    21219, // trial: To not verified
    32100, // SIP: trial accounts call verified numbers alone
    32205, // SIP: geo permissions do not permit the call
    573005, // the newer code of 21219
  ],
  stop: [
    10001, // account is not active
    10002, // trial accounts do not support the feature
    10003, // account is not active (incoming calls)
    10005, // voice calling disabled for the account
    13214, // Dial: invalid caller ID
    13246, // Dial: SIP not enabled for the account
    13247, // Dial: invalid From (caller ID)
    13248, // Dial: caller ID too long
    20003, // permission denied
    20005, // account not active
    20006, // access denied
    20008, // test credentials
    20010, // action disabled for the account
    20151, // authentication failed
    20403, // forbidden
    20404, // no such account
    21210, // From not verified
    21212, // invalid From
    21213, // From missing
    21226, // SIP calling not enabled for the account
    21264, // From not verified
    21470, // invalid account SID
    21471, // account does not exist
    21472, // account is not active
    32005, // SIP: voice calling disabled for the account
    32017, // PSTN: a carrier blocked the call for its caller ID
    32200, // SIP: insufficient permissions
    32204, // SIP: From not verified
    32206, // SIP: invalid From (caller ID)
  ],
  request: [
    11100, // invalid URL format
    13201, // Dial: not from within a dialled leg
    13210, // Dial: invalid method
    13211, // Dial: invalid ifMachine
    13212, // Dial: invalid timeout
    13213, // Dial: invalid hangupOnStar
    13215, // Dial: invalid nested element
    13216, // Dial: invalid timeLimit
    13217, // Dial: invalid record
    13218, // Dial: invalid sequential
    13219, // Dial: invalid answerOnBridge
    13220, // Dial: invalid ringTone
    13221, // Dial->Number: invalid method
    13222, // Dial->Number: invalid sendDigits
    13241, // Dial->Sip: invalid method
    13242, // Dial->Sip: invalid sendDigits
    13244, // Dial: no SIP authorization
    13245, // Dial: not in this version of the API
    13249, // Dial: invalid user name or password
    20001, // unknown parameters
    20004, // method not allowed
    20011, // invalid TLS version
    20012, // invalid TLS cipher suite
    20413, // request entity too large
    20422, // invalid parameter
    20423, // invalid SID
    20426, // upgrade required
    21200, // Calls resource
    21201, // To missing
    21204, // call already initiated
    21205, // invalid Url
    21206, // invalid SendDigits
    21207, // invalid IfMachine
    21208, // invalid Timeout
    21209, // invalid Method
    21218, // invalid ApplicationSid
    21220, // invalid call state
    21221, // SipAuthUsername too long
    21222, // illegal characters in SipAuthUsername
    21223, // SipAuthPassword too long
    21224, // illegal characters in SipAuthPassword
    21225, // SipAuthPassword missing
    21234, // invalid machine detection value
    21262, // no AMD status callback
    21263, // invalid AMD parameters
    21300, // invalid BYOC trunk SID
    21402, // invalid Url
    21403, // invalid Method
    21420, // ApplicationSid is not accessible
    21502, // invalid callback Url
    21609, // invalid StatusCallback
    21626, // invalid StatusCallbackEvent
    32018, // TwiML too large
    32019, // TwiML and Url both set
    32111, // SIP: invalid header name
    32112, // SIP: invalid header value
    32113, // SIP: header name not allowed
    32114, // SIP: unsupported parameter value
  ],
};

const classes = Object.entries(codesOf) as [RefusalClass, readonly number[]][];

export const refusalCodes: ReadonlyMap<number, RefusalClass> = new Map(
  classes.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)),
);
