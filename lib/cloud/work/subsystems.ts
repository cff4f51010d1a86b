import type { Attempts } from './attempts.ts';
import type { DeskSockets } from './desk-sockets.ts';
import type { DialQueue } from './dial-queue.ts';
import type { Directory } from './directory.ts';
import type { Forms } from './forms.ts';
import type { Locks } from './locks.ts';
import type { House } from './node-function.ts';
import type { PublicApi } from './public-api.ts';
import type { Subscribers } from './subscribers.ts';
import type { Timers } from './timers.ts';
import type { TwilioAccount } from './twilio-account.ts';
import type { Views } from './views.ts';

/** What functions are built from and get their permissions from. */
export interface Subsystems {
  house: House;
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
