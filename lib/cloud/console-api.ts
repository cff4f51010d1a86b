import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { SignIn } from './sign-in.ts';
import type { Subsystems } from './subsystems.ts';

export interface ConsoleApiProps extends Subsystems {
  /** The gateway checks a token's signature, issuer, audience and expiry; the function its claims. */
  signIn: SignIn;
}

/** What people do with tasks and rows. */
export class ConsoleApi extends Construct {
  constructor(scope: Construct, id: string, { signIn, ...subsystems }: ConsoleApiProps) {
    super(scope, id);
    const { api, house, subscribers, directory } = subsystems;
    const fn = new NodeFunction(this, 'Api', {
      house,
      name: 'api',
      description: 'The console: tasks and rows for people',
      timeout: Duration.seconds(20),
    });
    subscribers.allowKeeping(fn);
    directory.allowKeeping(fn);
    const authorizer = new HttpJwtAuthorizer('SignIn', signIn.issuer, {
      jwtAudience: [signIn.audience],
    });
    api.route({ method: HttpMethod.ANY, path: '/api/{proxy+}', fn, authorizer });
  }
}
