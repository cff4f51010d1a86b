import { CfnOutput, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import {
  OidcProviderNative,
  PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface PipelineAccessProps {
  /** `owner/name` at GitHub. */
  repository: string;
  /** Its environments, whose rules say who may deploy there. */
  environments: readonly string[];
}

const issuer = 'token.actions.githubusercontent.com';

/** What the CDK's own roles do for a deployment of an app without lookups and images. */
const tasks = ['deploy', 'file-publishing'];

/**
 * Lets the repository's workflow deploy, without a key that somebody would have to keep: GitHub says who
 * asks, and AWS believes it. It is deployed by hand, once for an account.
 */
export class PipelineAccess extends Stack {
  constructor(scope: Construct, id: string, { repository, environments }: PipelineAccessProps) {
    super(scope, id);
    const provider = new OidcProviderNative(this, 'GitHub', {
      url: `https://${issuer}`,
      clientIds: ['sts.amazonaws.com'],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new WebIdentityPrincipal(provider.oidcProviderArn, {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: environments.map((it) => `repo:${repository}:environment:${it}`),
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: tasks.map((task) => this.#roleOf(task)),
      }),
    );
    new CfnOutput(this, 'RoleArn', { value: role.roleArn });
  }

  /** As `cdk bootstrap` named it. */
  #roleOf(task: string): string {
    const qualifier =
      this.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
    const resourceName = `cdk-${qualifier}-${task}-role-${this.account}-${this.region}`;
    return this.formatArn({ service: 'iam', region: '', resource: 'role', resourceName });
  }
}
