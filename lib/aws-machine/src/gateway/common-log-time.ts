/** `12/Mar/2026:19:03:58 +0000`, as API Gateway writes the time of a request. */
export function commonLogTime(instant: Date): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(instant.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
