import type { StateList } from '../../../contract/people.ts';
import { toIso } from '../../../domain/basics/instant.ts';
import type { StateSpan } from '../../../domain/views/state-span.ts';

export function showStates(spans: readonly StateSpan[]): StateList {
  return {
    spans: spans.map(({ from, until, ...rest }) => ({
      ...rest,
      from: toIso(from),
      ...(until !== undefined && { until: toIso(until) }),
    })),
  };
}
