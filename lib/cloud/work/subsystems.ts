import type { FunctionDefaults } from '../base/node-function.ts';
import type { Attempts } from '../data/attempts.ts';
import type { Directory } from '../data/directory.ts';
import type { Forms } from '../data/forms.ts';
import type { Locks } from '../data/locks.ts';
import type { Subscribers } from '../data/subscribers.ts';
import type { Views } from '../data/views.ts';
import type { DeskSockets } from '../doors/desk-sockets.ts';
import type { PublicApi } from '../doors/public-api.ts';
import type { TwilioAccount } from '../doors/twilio-account.ts';
import type { DialQueue } from '../timing/dial-queue.ts';
import type { Timers } from '../timing/timers.ts';

/** What functions are built from and get their permissions from. */
export interface Subsystems {
  defaults: FunctionDefaults;
  /** So many functions at once are kept free for the voice, and no more; undefined where none are. */
  voiceConcurrency: number | undefined;
  api: PublicApi;
  subscribers: Subscribers;
  attempts: Attempts;
  locks: Locks;
  directory: Directory;
  dialQueue: DialQueue;
  timers: Timers;
  twilio: TwilioAccount;
  views: Views;
  forms: Forms;
  deskSockets: DeskSockets;
}
