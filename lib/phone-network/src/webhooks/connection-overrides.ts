/** Twilio's "connection overrides": how a webhook's URL fragment changes timeouts and retries. */
export interface ConnectionOverrides {
  connectMilliseconds: number;
  readMilliseconds: number;
  totalMilliseconds: number;
  retries: number;
  retryOn: ReadonlySet<RetryCause>;
}

export type RetryCause = 'ct' | 'rt' | '4xx' | '5xx';

const everyCause: readonly RetryCause[] = ['ct', 'rt', '4xx', '5xx'];

const defaults: ConnectionOverrides = {
  connectMilliseconds: 5000,
  readMilliseconds: 15_000,
  totalMilliseconds: 15_000,
  retries: 1,
  retryOn: new Set(['ct']),
};

/** Values outside of Twilio's ranges count as not given. */
export function parseConnectionOverrides(url: string): ConnectionOverrides {
  const fragment = new URLSearchParams(url.split('#')[1] ?? '');
  return {
    connectMilliseconds: within(fragment.get('ct'), [100, 10_000]) ?? defaults.connectMilliseconds,
    readMilliseconds: within(fragment.get('rt'), [100, 15_000]) ?? defaults.readMilliseconds,
    totalMilliseconds: within(fragment.get('tt'), [100, 15_000]) ?? defaults.totalMilliseconds,
    retries: within(fragment.get('rc'), [0, 5]) ?? defaults.retries,
    retryOn: retryCauses(fragment.get('rp')) ?? defaults.retryOn,
  };
}

function within(text: string | null, [lowest, highest]: [number, number]): number | undefined {
  if (text === null || !/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= lowest && value <= highest ? value : undefined;
}

function retryCauses(text: string | null): ReadonlySet<RetryCause> | undefined {
  if (text === null) return undefined;
  if (text === 'all') return new Set(everyCause);
  return new Set(everyCause.filter((cause) => text.split(',').includes(cause)));
}
