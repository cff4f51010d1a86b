import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import { NodeFunction } from '../base/node-function.ts';
import type { SignIn } from '../base/sign-in.ts';
import type { Subsystems } from './subsystems.ts';

export interface ConsoleApiProps extends Subsystems {
  /** The gateway checks a token's signature, issuer, audience and expiry; the function its claims. */
  signIn: SignIn;
}

/** A call that an operator makes may wait 5 s for its slot, and Twilio has 10 s to take it. */
const timeout = Duration.seconds(20);

/** What people do with calls, forms, rows, tasks and operators. */
export class ConsoleApi extends Construct {
  constructor(scope: Construct, id: string, { signIn, ...subsystems }: ConsoleApiProps) {
    super(scope, id);
    const { api, defaults } = subsystems;
    const fn = new NodeFunction(this, 'Api', {
      defaults,
      name: 'api',
      description: 'The console: what people do with calls, rows and tasks',
      timeout,
    });
    this.#allowKeeping(fn, subsystems);
    this.#allowCalling(fn, subsystems);
    const authorizer = new HttpJwtAuthorizer('SignIn', signIn.issuer, {
      jwtAudience: [signIn.audience],
    });
    api.route({ method: HttpMethod.ANY, path: '/api/{proxy+}', fn, authorizer });
  }

  /** Rows, the directory and forms; what desks look up, and that they hear of changes. */
  #allowKeeping(fn: NodeFunction, subsystems: Subsystems): void {
    const { subscribers, directory, forms, views, deskSockets, locks } = subsystems;
    subscribers.allowKeeping(fn);
    directory.allowKeeping(fn);
    forms.allowKeeping(fn);
    forms.allowListing(fn);
    views.allowLooking(fn);
    locks.allowOnce(fn);
    deskSockets.allowAdmitting(fn);
    deskSockets.allowTelling(fn);
  }

  /** An operator's own calls, and what he does with any call of his. */
  #allowCalling(fn: NodeFunction, subsystems: Subsystems): void {
    const { subscribers, attempts, locks, dialQueue, twilio } = subsystems;
    subscribers.allowFindingWaiting(fn);
    attempts.allowReading(fn);
    attempts.allowClaiming(fn);
    attempts.allowRecording(fn);
    attempts.allowSettling(fn);
    locks.allowFinding(fn);
    locks.allowFindingHeld(fn);
    locks.allowTakingSlots(fn);
    dialQueue.allowSending(fn);
    twilio.allowUsing(fn);
    twilio.allowGivingPasses(fn);
  }
}
