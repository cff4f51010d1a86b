import path from 'node:path';
import type { Dashboard, IAlarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
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
import { type Config, completeConfig } from './stages/config.ts';
import type { CenterConfig } from './stages/stage-config.ts';
import { DialQueue } from './timing/dial-queue.ts';
import { Timers } from './timing/timers.ts';
import { monitor } from './watch/monitoring.ts';
import { type OwnMetricName, type OwnMetricOptions, ownMetric } from './watch/own-metrics.ts';
import { type Workers, watchedParts } from './watch/watched-parts.ts';
import { ConsoleApi } from './work/console-api.ts';
import { DeskNews } from './work/desk-news.ts';
import { Engine } from './work/engine.ts';
import { EventNews } from './work/event-news.ts';
import { output, tellOutputs } from './work/outputs.ts';
import type { Subsystems } from './work/subsystems.ts';
import { Sweeps } from './work/sweeps.ts';
import { Webhooks } from './work/webhooks.ts';

export interface CallbackCenterProps {
  config: CenterConfig;
  /** The folder with one bundle a function; that of the package, unless it is another. */
  bundles?: string | undefined;
  /** The folder with the console's bundled pages; that of the package, unless it is another. */
  pages?: string | undefined;
  /** Alarms that are not made, by what they say: `Orders are noticed late`. */
  withoutAlarms?: readonly string[] | undefined;
}

/** Beside this file once it is packed: see `lib/package`. */
const packed = {
  bundles: path.join(import.meta.dirname, 'functions'),
  pages: path.join(import.meta.dirname, 'pages'),
};

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
  /** Each with its article in the runbook; none where nothing is watched. */
  readonly alarms: readonly IAlarm[];
  /** Widgets of yours come below its own; undefined where there is none. */
  readonly dashboard: Dashboard | undefined;
  /** Finds what lost its message: to be run after a restore. */
  readonly reconcile: IFunction;

  constructor(scope: Construct, id: string, props: CallbackCenterProps) {
    super(scope, id);
    const { bundles = packed.bundles, pages = packed.pages, withoutAlarms = [] } = props;
    const config = completeConfig(props.config);
    const subsystems = this.#subsystems(config, bundles);
    const workers = this.#workers(config, subsystems, pages);
    const { reconcile } = workers.sweeps;
    tellOutputs(this, subsystems, config.language);
    output(this, 'ReconcileFunction', reconcile.live.functionName, 'Finds what lost its message');
    const parts = watchedParts(subsystems, workers);
    const { alarms, dashboard } = monitor(this, { config, parts, withoutAlarms });
    this.alarmTopic = alarms?.topic;
    this.alarms = alarms?.list ?? [];
    this.dashboard = dashboard?.board;
    this.eventBus = workers.eventNews?.eventBus.bus;
    this.tables = tablesOf(subsystems);
    this.apiAddress = subsystems.api.address;
    this.reconcile = reconcile.live;
  }

  /** What the functions count of this call centre: for alarms and widgets of yours. */
  metric(name: OwnMetricName, options: OwnMetricOptions = {}): Metric {
    return ownMetric(this, name, options);
  }

  #workers(config: Config, subsystems: Subsystems, pages: string): Workers {
    const { callsAtOnce, apologiesAt, testCall } = config;
    const workers = {
      engine: new Engine(this, 'Engine', { ...subsystems, callsAtOnce }),
      sweeps: new Sweeps(this, 'Sweeps', { ...subsystems, testCall }),
      webhooks: new Webhooks(this, 'Webhooks', subsystems),
      deskNews: new DeskNews(this, 'DeskNews', { ...subsystems, testCall }),
      eventNews: this.#tellOthers(config, subsystems),
    };
    subsystems.twilio.apologizeAt(apologiesAt === 'api' ? subsystems.api.address : apologiesAt);
    const signIn = this.#signIn(config, subsystems, pages);
    return { ...workers, consoleApi: signIn && this.#answerPeople(config, subsystems, signIn) };
  }

  #answerPeople({ newTasks }: Config, subsystems: Subsystems, signIn: SignIn): ConsoleApi {
    const consoleApi = new ConsoleApi(this, 'Console', { ...subsystems, signIn, newTasks });
    output(this, 'ApiId', subsystems.api.id, 'The HTTP API');
    output(this, 'SignInAuthorizer', consoleApi.authorizerId, 'What admits tokens to the API');
    output(this, 'PagesClientId', signIn.audience, 'Of the pages, as tokens name it');
    return consoleApi;
  }

  #tellOthers({ events: settings }: Config, subsystems: Subsystems): EventNews | undefined {
    if (settings === 'none') return undefined;
    const eventNews = new EventNews(this, 'Events', { ...subsystems, settings });
    const { eventBusArn } = eventNews.eventBus.bus;
    output(this, 'EventBus', eventBusArn, 'Where other software hears what happens');
    return eventNews;
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
  #signIn(config: Config, subsystems: Subsystems, pages: string): SignIn | undefined {
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
