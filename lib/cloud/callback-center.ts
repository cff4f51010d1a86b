import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Center } from './base/center.ts';
import type { SignIn } from './base/sign-in.ts';
import { Attempts } from './data/attempts.ts';
import { Directory } from './data/directory.ts';
import { Forms } from './data/forms.ts';
import { Locks } from './data/locks.ts';
import { Subscribers } from './data/subscribers.ts';
import { Views } from './data/views.ts';
import { DeskSockets } from './doors/desk-sockets.ts';
import { PublicApi } from './doors/public-api.ts';
import { TwilioAccount } from './doors/twilio-account.ts';
import { hostConsole } from './pages/hosted-console.ts';
import type { Config } from './stages/config.ts';
import { DialQueue } from './timing/dial-queue.ts';
import { Timers } from './timing/timers.ts';
import { monitor } from './watch/monitoring.ts';
import { ConsoleApi } from './work/console-api.ts';
import { DeskNews } from './work/desk-news.ts';
import { Engine } from './work/engine.ts';
import { EventNews } from './work/event-news.ts';
import { output, tellOutputs } from './work/outputs.ts';
import type { Subsystems } from './work/subsystems.ts';
import { Sweeps } from './work/sweeps.ts';
import { Webhooks } from './work/webhooks.ts';

export interface CallbackCenterProps {
  config: Config;
  /** The folder with one bundle a function. */
  bundles: string;
  /** The folder with the console's bundled pages; needed where they are hosted. */
  pages?: string | undefined;
}

/** The call centre: a table of contents. It stands in any stack of any app, once in a stack. */
export class CallbackCenter extends Center {
  /** By what they hold; functions of yours are granted what they need by the table itself. */
  readonly tables: Readonly<Record<TableName, ITable>>;
  /** Of the HTTP API, without a slash at the end. */
  readonly apiAddress: string;
  /** Where events are told; undefined where the stage asks for none. */
  readonly eventBus: EventBus | undefined;
  /** Who subscribes is told of alarms; undefined where nothing is watched. */
  readonly alarmTopic: ITopic | undefined;
  /** Finds what lost its message: to be run after a restore. */
  readonly reconcile: IFunction;

  constructor(scope: Construct, id: string, { config, bundles, pages }: CallbackCenterProps) {
    super(scope, id);
    const subsystems = this.#subsystems(config, bundles);
    new Engine(this, 'Engine', { ...subsystems, callsAtOnce: config.callsAtOnce });
    const { reconcile } = new Sweeps(this, 'Sweeps', subsystems);
    new Webhooks(this, 'Webhooks', subsystems);
    new DeskNews(this, 'DeskNews', subsystems);
    this.eventBus = this.#tellOthers(config, subsystems);
    const { apologiesAt } = config;
    subsystems.twilio.apologizeAt(apologiesAt === 'api' ? subsystems.api.address : apologiesAt);
    const signIn = this.#signIn(config, subsystems, pages);
    if (signIn) this.#answerPeople(config, subsystems, signIn);
    tellOutputs(this, subsystems, config.language);
    output(this, 'ReconcileFunction', reconcile.live.functionName, 'Finds what lost its message');
    this.alarmTopic = monitor(this, config)?.topic;
    this.tables = tablesOf(subsystems);
    this.apiAddress = subsystems.api.address;
    this.reconcile = reconcile.live;
  }

  #answerPeople({ newTasks }: Config, subsystems: Subsystems, signIn: SignIn): void {
    const { authorizerId } = new ConsoleApi(this, 'Console', { ...subsystems, signIn, newTasks });
    output(this, 'ApiId', subsystems.api.id, 'The HTTP API');
    output(this, 'SignInAuthorizer', authorizerId, 'What admits tokens to the API');
    output(this, 'PagesClientId', signIn.audience, 'Of the pages, as tokens name it');
  }

  #tellOthers({ events: settings }: Config, subsystems: Subsystems): EventBus | undefined {
    if (settings === 'none') return undefined;
    const { eventBus } = new EventNews(this, 'Events', { ...subsystems, settings });
    output(this, 'EventBus', eventBus.bus.eventBusArn, 'Where other software hears what happens');
    return eventBus.bus;
  }

  #subsystems(config: Config, bundles: string): Subsystems {
    const { stage, logRetentionDays, sipDomains, twilioRegion, twilioEdge } = config;
    const defaults = { bundles, logRetentionDays };
    const isFollowed = config.events !== 'none';
    const api = new PublicApi(this, 'Api', config);
    const subscribers = new Subscribers(this, 'Subscribers');
    const locks = new Locks(this, 'Locks');
    const dialQueue = new DialQueue(this, 'DialQueue');
    return {
      defaults,
      voiceConcurrency: config.voiceConcurrency,
      api,
      subscribers,
      locks,
      dialQueue,
      attempts: new Attempts(this, 'Attempts', {
        subscribers,
        locks,
        keepDays: config.keepAttemptsDays,
      }),
      directory: new Directory(this, 'Directory', { isFollowed }),
      timers: new Timers(this, 'Timers', { dialQueue }),
      twilio: new TwilioAccount(this, 'Twilio', {
        stage,
        publicBaseUrl: api.address,
        moreBaseUrls: config.publicBaseUrls,
        place: { region: twilioRegion, edge: twilioEdge },
        sipDomains,
      }),
      views: new Views(this, 'Views', {
        subscribers,
        keepDays: config.keepStoriesDays,
        isFollowed,
      }),
      forms: new Forms(this, 'Forms', {
        subscribers,
        keepDays: config.keepFormsDays,
        isFollowed,
      }),
      deskSockets: new DeskSockets(this, 'DeskSockets', { defaults }),
    };
  }

  /** Who signs in whom the console's API serves; undefined where there is no console. */
  #signIn(config: Config, subsystems: Subsystems, pages: string | undefined): SignIn | undefined {
    if (config.console === 'none') return undefined;
    return config.console === 'api'
      ? config.signIn
      : hostConsole(this, { ...subsystems, config, pages });
  }
}

type TableName = 'subscribers' | 'attempts' | 'forms' | 'directory' | 'views';

function tablesOf({ subscribers, attempts, forms, directory, views }: Subsystems) {
  return {
    subscribers: subscribers.source,
    attempts: attempts.source,
    forms: forms.source,
    directory: directory.source,
    views: views.source,
  };
}
