import { Stack } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  type IAlarm,
  PeriodOverride,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { WatchedParts } from '../watched-parts.ts';
import { alarmSection } from './alarm-section.ts';
import { callsSection } from './calls-section.ts';
import { costSection } from './cost-section.ts';
import { machineSection } from './machine-section.ts';
import { operatorsSection } from './operators-section.ts';
import { promisesSection } from './promises-section.ts';

export interface DashboardProps {
  alarms: IAlarm[];
  runbookUrl: string;
  parts: WatchedParts;
}

/** One page that says, from top to bottom, how the call centre is. Built last: it shows all that is there. */
export class Dashboard extends Construct {
  /** Widgets of others come below its own. */
  readonly board: CloudWatchDashboard;

  constructor(scope: Construct, id: string, { alarms, runbookUrl, parts }: DashboardProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.board = new CloudWatchDashboard(this, 'Default', {
      // Dashboards belong to the account, not to a region.
      dashboardName: `${stack.stackName}-${stack.region}`,
      periodOverride: PeriodOverride.INHERIT,
      start: '-PT12H',
      widgets: [
        alarmSection(alarms, runbookUrl),
        ...promisesSection(this),
        ...callsSection(this),
        ...operatorsSection(this),
        ...machineSection(this, parts),
        ...costSection(parts),
      ],
    });
  }
}
