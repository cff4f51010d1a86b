import { Stack } from 'aws-cdk-lib';
import { Dashboard as CloudWatchDashboard, PeriodOverride } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { watchedParts } from '../watched-parts.ts';
import { callsSection } from './calls-section.ts';
import { costSection } from './cost-section.ts';
import { machineSection } from './machine-section.ts';
import { operatorsSection } from './operators-section.ts';
import { promisesSection } from './promises-section.ts';

/** One page that says, from top to bottom, how the call centre is. Built last: it shows all that is there. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = Stack.of(this);
    const parts = watchedParts(stack);
    new CloudWatchDashboard(this, 'Default', {
      dashboardName: stack.stackName,
      periodOverride: PeriodOverride.INHERIT,
      start: '-PT12H',
      widgets: [
        ...promisesSection(this),
        ...callsSection(this),
        ...operatorsSection(this),
        ...machineSection(this, parts),
        ...costSection(parts),
      ],
    });
  }
}
