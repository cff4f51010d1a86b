import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import type { NewTasks } from '../../../lambdas/domain/task/new-tasks.ts';
import type { SupervisorPorts } from '../../../lambdas/handlers/api/http/api-env.ts';
import { supervisorRoutes } from '../../../lambdas/handlers/supervisor-api/supervisor-routes.ts';
import { NodeFunction } from '../base/node-function.ts';
import type { SignIn } from '../base/sign-in.ts';
import type { Subsystems } from './subsystems.ts';

export interface ConsoleApiProps extends Subsystems {
  /** How tasks are filled in that leave something out. */
  newTasks: NewTasks;
  /** The gateway checks a token's signature, issuer, audience and expiry; the function its claims. */
  signIn: SignIn;
}

/** A call that an operator makes may wait 5 s for its slot, and Twilio has 10 s to take it. */
const timeout = Duration.seconds(20);

/** A thousand desks that ask once a second; what each supervisor's page asks is one of forty routes. */
const throttle = { rateLimit: 1000, burstLimit: 2000 };
const rareThrottle = { rateLimit: 50, burstLimit: 200 };

/**
 * What people do with calls, forms, rows, tasks and operators. Desks, supervisors and who reads what
 * the API can do are answered by functions of their own: each has room to grow, and only what
 * it needs of rights.
 */
export class ConsoleApi extends Construct {
  /** What admits tokens: the command `client` tells it of software that signs in by itself. */
  readonly authorizerId: string;
  readonly desks: NodeFunction;
  readonly supervisors: NodeFunction;
  readonly description: NodeFunction;
  readonly calendar: NodeFunction;

  constructor(scope: Construct, id: string, { signIn, newTasks, ...subsystems }: ConsoleApiProps) {
    super(scope, id);
    const { api } = subsystems;
    const authorizer = new HttpJwtAuthorizer('SignIn', signIn.issuer, {
      jwtAudience: [signIn.audience],
    });
    const { ANY, GET } = HttpMethod;
    const desks = this.#desks(subsystems);
    this.desks = desks;
    api.route({ method: ANY, path: '/api/{proxy+}', fn: desks, authorizer, throttle });
    const fn = this.#supervisors(subsystems);
    this.supervisors = fn;
    fn.addEnvironment('NEW_TASKS', newTasks);
    for (const asked of [desks, fn]) tellClaims(asked, signIn);
    for (const { method, path } of supervisorDeclarations()) {
      api.route({ method: HttpMethod[method], path, fn, authorizer, throttle: rareThrottle });
    }
    const openBecause = 'It says what the API can do, which is in the repository too';
    this.description = this.#openApi(subsystems);
    this.calendar = this.#calendar(subsystems);
    api.route({
      method: GET,
      path: '/api/calendar/{kind}/{id}/{secret}',
      fn: this.calendar,
      openBecause: 'Calendar programs bring no token: its address holds a secret of 256 bits',
      throttle: rareThrottle,
    });
    this.authorizerId = authorizer.authorizerId;
    for (const path of ['/api/openapi.json', '/api/docs']) {
      api.route({ method: GET, path, fn: this.description, openBecause, throttle: rareThrottle });
    }
  }

  #desks(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, directory, forms, locks, deskSockets, views } = subsystems;
    const fn = new NodeFunction(this, 'Api', {
      defaults,
      name: 'api',
      description: 'The console: what people do with calls and rows',
      timeout,
    });
    this.#allowListing(fn, subsystems);
    this.#allowCalling(fn, subsystems);
    subscribers.allowKeeping(fn);
    directory.allowListing(fn);
    directory.allowChangingOperators(fn);
    directory.allowKeepingDoNotCall(fn);
    directory.allowCountingIds(fn);
    forms.allowKeeping(fn);
    forms.allowListing(fn);
    views.allowNotingLateChanges(fn);
    locks.allowOnce(fn);
    locks.allowAnsweringOnce(fn);
    views.allowKeepingStates(fn);
    deskSockets.allowAdmitting(fn);
    return fn;
  }

  #supervisors(subsystems: Subsystems): NodeFunction {
    const { defaults, subscribers, directory, forms, locks, views, deskSockets } = subsystems;
    const fn = new NodeFunction(this, 'SupervisorApi', {
      defaults,
      name: 'supervisor-api',
      description: 'The console: what supervisors do with files, tasks, operators and promises',
      timeout,
    });
    this.#allowListing(fn, subsystems);
    subscribers.allowReading(fn);
    subscribers.allowChanging(fn);
    subscribers.allowAdding(fn);
    directory.allowKeeping(fn);
    deskSockets.allowClosing(fn);
    locks.allowFindingHeld(fn);
    locks.allowAnsweringOnce(fn);
    views.allowKeepingDays(fn);
    forms.allowReadingMany(fn);
    this.#allowErasing(fn, subsystems);
    return fn;
  }

  /** What the API can do is no secret: a program that is being written has no token yet. */
  #openApi({ defaults }: Subsystems): NodeFunction {
    return new NodeFunction(this, 'OpenApi', {
      defaults,
      name: 'open-api',
      description: 'The console: what its API answers, as OpenAPI and as a page',
      timeout,
    });
  }

  /** Promised calls for calendar programs, which sign in nowhere: it can read what it shows, and nothing else. */
  #calendar({ defaults, directory, views }: Subsystems): NodeFunction {
    const fn = new NodeFunction(this, 'Calendar', {
      defaults,
      name: 'calendar',
      description: 'Promised calls for calendar programs that bring a secret',
      timeout,
    });
    directory.allowListing(fn);
    views.allowLooking(fn);
    return fn;
  }

  /** All that is personal of a number, when its customer asks for that. */
  #allowErasing(fn: NodeFunction, subsystems: Subsystems): void {
    const { subscribers, attempts, directory, forms, locks, views } = subsystems;
    forms.allowReading(fn);
    for (const table of [subscribers, attempts, directory, forms, views]) table.allowErasing(fn);
    locks.allowDropping(fn);
    views.allowKeepingRecordings(fn);
  }

  /** What is looked up, who is told of changes, and that a free operator is offered a call. */
  #allowListing(fn: NodeFunction, subsystems: Subsystems): void {
    const { attempts, locks, views, deskSockets, dialQueue } = subsystems;
    views.allowLooking(fn);
    attempts.allowReading(fn);
    locks.allowFinding(fn);
    deskSockets.allowTelling(fn);
    dialQueue.allowSending(fn);
  }

  /** An operator's own calls, and what they do with any call of theirs. */
  #allowCalling(fn: NodeFunction, { attempts, locks, twilio }: Subsystems): void {
    attempts.allowClaiming(fn);
    attempts.allowRecording(fn);
    attempts.allowSettling(fn);
    locks.allowTakingSlots(fn);
    twilio.allowUsing(fn);
    twilio.allowGivingPasses(fn);
  }
}

/** What routes are is known without what they work with. */
function supervisorDeclarations() {
  return supervisorRoutes({} as SupervisorPorts).map(({ declaration }) => declaration);
}

/** Names of claims that are not Cognito's. */
function tellClaims(fn: NodeFunction, signIn: SignIn): void {
  const names = {
    USER_CLAIM: signIn.userClaim,
    USER_SUFFIX: signIn.userSuffix,
    GROUPS_CLAIM: signIn.groupsClaim,
    OPERATOR_GROUP: signIn.operatorGroup,
    LEAD_GROUP: signIn.leadGroup,
    VIEWER_GROUP: signIn.viewerGroup,
    SUPERVISOR_GROUP: signIn.supervisorGroup,
  };
  for (const [name, value] of Object.entries(names)) {
    if (value !== undefined) fn.addEnvironment(name, value);
  }
}
