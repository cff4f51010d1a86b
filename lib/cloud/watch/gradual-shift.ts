import {
  type ILambdaDeploymentConfig,
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgePolicy } from '../base/findings.ts';
import type { CompleteStageConfig } from '../stages/stage-schema.ts';
import { shiftedFunctions } from './alarm-list.ts';
import type { Alarms } from './alarms.ts';
import type { WatchedParts } from './watched-parts.ts';

export type Shift = Exclude<CompleteStageConfig['shift'], 'at-once'>;

/**
 * An alarm needs two bad periods of five minutes: both pass before the next version gets all calls
 * (`canary`), or before it gets half of them (`linear`, which shows more where there are few calls).
 */
const shifts: Record<Shift, ILambdaDeploymentConfig> = {
  canary: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES,
  linear: LambdaDeploymentConfig.LINEAR_10PERCENT_EVERY_3MINUTES,
};

export interface GradualShiftProps {
  shift: Shift;
  /** Undefined where nothing watches: then only a person stops a shift. */
  alarms: Alarms | undefined;
  parts: WatchedParts;
}

/**
 * A deployment leads each function's calls to its next version step by step. An alarm that rings
 * meanwhile, or rang before, takes them back, and with them the whole deployment. Built last.
 */
export class GradualShift extends Construct {
  constructor(scope: Construct, id: string, { shift, alarms, parts }: GradualShiftProps) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Default');
    const role = this.#role();
    for (const fn of shiftedFunctions(parts)) {
      new LambdaDeploymentGroup(this, fn.node.id, {
        application,
        role,
        alias: fn.alias,
        deploymentConfig: shifts[shift],
        alarms: alarms?.thatTakeBack(fn) ?? [],
      });
    }
  }

  #role(): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    });
    acknowledgePolicy(
      role,
      'AWSCodeDeployRoleForLambdaLimited',
      'What CodeDeploy needs to move aliases and to look at alarms is for AWS to say',
    );
    return role;
  }
}
