import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgePolicy } from './findings.ts';

const policy = 'AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * Access logs of WebSocket APIs need a role that API Gateway keeps once for the account and region.
 * Whatever else logs there uses it too, so it stays when the stack goes, and any stack may set it:
 * all write with the same rights.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
 */
export class GatewayLogging extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(`service-role/${policy}`)],
    });
    const account = new CfnAccount(this, 'Default', { cloudWatchRoleArn: role.roleArn });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const reason = 'API Gateway asks for this policy on its account-wide logging role';
    acknowledgePolicy(role, policy, reason);
  }
}
