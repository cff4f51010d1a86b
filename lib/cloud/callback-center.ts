import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Attempts } from './attempts.ts';
import { ConsoleApi } from './console-api.ts';
import { DialQueue } from './dial-queue.ts';
import { Directory } from './directory.ts';
import { Engine } from './engine.ts';
import { Locks } from './locks.ts';
import { PublicApi } from './public-api.ts';
import type { Settings } from './settings.ts';
import { Subscribers } from './subscribers.ts';
import type { Subsystems } from './subsystems.ts';
import { Sweeps } from './sweeps.ts';
import { Timers } from './timers.ts';
import { TwilioAccount } from './twilio-account.ts';
import { Webhooks } from './webhooks.ts';

export interface CallbackCenterProps extends StackProps {
  settings: Settings;
  /** The folder with one bundle a function. */
  bundles: string;
}

/** The call centre: a table of contents. */
export class CallbackCenter extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles, ...props }: CallbackCenterProps) {
    super(scope, id, props);
    const { stage, publicBaseUrl, signIn, callsAtOnce, logRetentionDays } = settings;
    const api = new PublicApi(this, 'Api', { publicBaseUrl });
    const subscribers = new Subscribers(this, 'Subscribers');
    const locks = new Locks(this, 'Locks');
    const attempts = new Attempts(this, 'Attempts', { subscribers, locks });
    const directory = new Directory(this, 'Directory');
    const dialQueue = new DialQueue(this, 'DialQueue');
    const timers = new Timers(this, 'Timers', { dialQueue });
    const twilio = new TwilioAccount(this, 'Twilio', { stage, publicBaseUrl: api.address });
    const house = { bundles, logRetentionDays };
    const subsystems = {
      api,
      subscribers,
      locks,
      attempts,
      directory,
      dialQueue,
      timers,
      twilio,
      house,
    };
    new Engine(this, 'Engine', { ...subsystems, callsAtOnce });
    const { reconcile } = new Sweeps(this, 'Sweeps', subsystems);
    new CfnOutput(this, 'ReconcileFunction', { value: reconcile.functionName });
    new Webhooks(this, 'Webhooks', subsystems);
    if (signIn) new ConsoleApi(this, 'Console', { ...subsystems, signIn });
    this.#tell(subsystems);
  }

  /** What starts with Twilio is named after the fields of Twilio's console. */
  #tell({ api, subscribers, attempts, locks, directory, dialQueue, twilio }: Subsystems): void {
    const outputs = {
      TwilioPhoneNumberVoiceUrl: api.url('/voice/inbound'),
      TwilioPhoneNumberVoiceFallbackUrl: api.url('/voice/fallback'),
      TwilioParameters: twilio.path,
      ApiUrl: api.url('/api'),
      SubscribersTable: subscribers.name,
      AttemptsTable: attempts.name,
      LocksTable: locks.name,
      DirectoryTable: directory.name,
      DialQueueUrl: dialQueue.queue.queueUrl,
      DialDeadLettersUrl: dialQueue.deadLetters.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
