import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CallbackCenter, type CallbackCenterProps } from './callback-center.ts';

/** A call centre in a stack of its own, as `cdk deploy` takes it. */
export class CallbackCenterStack extends Stack {
  readonly center: CallbackCenter;

  constructor(
    scope: Construct,
    id: string,
    { config, bundles, pages, ...props }: CallbackCenterProps & StackProps,
  ) {
    super(scope, id, {
      description: `Callback center, stage ${config.stage}`,
      terminationProtection: config.stage === 'prod',
      tags: { application: 'callback-center', stage: config.stage },
      ...props,
    });
    // CDK leaves “Default” out of logical ids: they are as if everything stood in the stack itself.
    this.center = new CallbackCenter(this, 'Default', { config, bundles, pages });
  }
}
