import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';

export const scheduler = 'scheduler.amazonaws.com';

/**
 * Scheduler, acting for the group's schedules. With the ARN of a schedule in the group's place, an
 * update can be accepted and every later fire be dropped without a word (Scheduler user guide,
 * "Confused deputy").
 */
export function schedulerFor(group: ScheduleGroup): ServicePrincipal {
  return new ServicePrincipal(scheduler, {
    conditions: {
      StringEquals: {
        'aws:SourceAccount': Stack.of(group).account,
        'aws:SourceArn': group.scheduleGroupArn,
      },
    },
  });
}
