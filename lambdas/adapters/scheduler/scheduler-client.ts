import { SchedulerClient, type SchedulerClientConfig } from '@aws-sdk/client-scheduler';
import { requestLimits } from '../request-limits.ts';

export function schedulerClient(config: SchedulerClientConfig = {}): SchedulerClient {
  return new SchedulerClient({ requestHandler: requestLimits, ...config });
}
