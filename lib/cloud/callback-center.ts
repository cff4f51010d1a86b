import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Attempts } from './attempts.ts';
import type { Config } from './config.ts';
import { ConsoleApi } from './console-api.ts';
import { DeskNews } from './desk-news.ts';
import { DeskSockets } from './desk-sockets.ts';
import { DialQueue } from './dial-queue.ts';
import { Directory } from './directory.ts';
import { Engine } from './engine.ts';
import { Forms } from './forms.ts';
import { hostConsole } from './hosted-console.ts';
import { Locks } from './locks.ts';
import { monitor } from './monitoring.ts';
import { tell, tellOutputs } from './outputs.ts';
import { PublicApi } from './public-api.ts';
import type { SignIn } from './sign-in.ts';
import { Subscribers } from './subscribers.ts';
import type { Subsystems } from './subsystems.ts';
import { Sweeps } from './sweeps.ts';
import { Timers } from './timers.ts';
import { TwilioAccount } from './twilio-account.ts';
import { Views } from './views.ts';
import { Webhooks } from './webhooks.ts';

export interface CallbackCenterProps extends StackProps {
  config: Config;
  /** The folder with one bundle a function. */
  bundles: string;
  /** The folder with the console's bundled pages; needed where they are hosted. */
  pages?: string | undefined;
}

/** The call centre: a table of contents. */
export class CallbackCenter extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { config, bundles, pages, ...props }: CallbackCenterProps,
  ) {
    super(scope, id, props);
    const subsystems = this.#subsystems(config, bundles);
    new Engine(this, 'Engine', { ...subsystems, callsAtOnce: config.callsAtOnce });
    const { reconcile } = new Sweeps(this, 'Sweeps', subsystems);
    new Webhooks(this, 'Webhooks', subsystems);
    new DeskNews(this, 'DeskNews', subsystems);
    const signIn = this.#signIn(config, subsystems, pages);
    if (signIn) new ConsoleApi(this, 'Console', { ...subsystems, signIn });
    tellOutputs(this, subsystems);
    tell(this, 'ReconcileFunction', reconcile.functionName, 'Finds what lost its message');
    monitor(this, config);
  }

  #subsystems(config: Config, bundles: string): Subsystems {
    const { stage, logRetentionDays } = config;
    const house = { bundles, logRetentionDays };
    const api = new PublicApi(this, 'Api', config);
    const subscribers = new Subscribers(this, 'Subscribers');
    const locks = new Locks(this, 'Locks');
    const dialQueue = new DialQueue(this, 'DialQueue');
    return {
      house,
      api,
      subscribers,
      locks,
      dialQueue,
      attempts: new Attempts(this, 'Attempts', { subscribers, locks }),
      directory: new Directory(this, 'Directory'),
      timers: new Timers(this, 'Timers', { dialQueue }),
      twilio: new TwilioAccount(this, 'Twilio', { stage, publicBaseUrl: api.address }),
      views: new Views(this, 'Views', { subscribers }),
      forms: new Forms(this, 'Forms', { subscribers }),
      deskSockets: new DeskSockets(this, 'DeskSockets', { house }),
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
