/**
 * AWS answers within milliseconds. Left alone, the SDK would wait for a lost answer for ever; a
 * webhook has 15 s, and the SDK tries three times.
 */
export const requestLimits = {
  connectionTimeout: 1_000,
  requestTimeout: 3_000,
  throwOnRequestTimeout: true,
};
