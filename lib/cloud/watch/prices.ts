/**
 * List prices in US dollars, without taxes, discounts and credits. AWS: us-east-1, on demand, arm64.
 * Twilio: United States. Both change, and other regions and countries cost otherwise: check them at
 * https://aws.amazon.com/pricing and https://www.twilio.com/voice/pricing before you rely on a sum.
 */
export const pricesOf = '2026-11-26';

const million = 1_000_000;

export const aws = {
  lambdaRequest: 0.2 / million,
  lambdaGigabyteSecond: 0.0000133334,
  httpApiRequest: 1 / million,
  webSocketMessage: 1 / million,
  webSocketMinute: 0.25 / million,
  writeUnit: 0.625 / million,
  readUnit: 0.125 / million,
  storedGigabyte: 0.25,
  /** Every second of the last 35 days. */
  recoverableGigabyte: 0.2,
  schedulerInvocation: 1 / million,
  sqsRequest: 0.4 / million,
  /** On a bus of one's own; what addresses are called with costs a fifth of it once more. */
  publishedEvent: 1 / million,
  ingestedGigabyte: 0.5,
  archivedGigabyte: 0.03,
  customMetric: 0.3,
  alarmMetric: 0.1,
  dashboard: 3,
};

/** What AWS takes no money for in every month and for good; shared with all else in the account. */
export const awsFree = {
  lambdaRequest: million,
  lambdaGigabyteSecond: 400_000,
  schedulerInvocation: 14 * million,
  sqsRequest: million,
  storedGigabyte: 25,
  ingestedGigabyte: 5,
  customMetric: 10,
  alarmMetric: 10,
};

/** By the begun minute of a leg; a month for a number. */
export const twilio = {
  outboundMinute: 0.014,
  browserMinute: 0.004,
  inboundMinute: 0.0085,
  number: 1.15,
  /** A minute of a talk; the same for one channel and for two. */
  recordedMinute: 0.0025,
  /** A minute of each who is in a conference, besides that of their leg. */
  conferenceMinute: 0.0018,
  /** A minute, each month that it is kept, above the first 10,000 of the account. */
  keptMinute: 0.0005,
};
