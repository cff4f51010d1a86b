import { localSignIn } from '../base/sign-in.ts';
import type { StageConfig } from './stage-config.ts';

/** What `npm start` plays on one machine: pages and sign-in are served by the machine itself. */
export const local: StageConfig = {
  console: 'api',
  apologiesAt: 'api',
  monitoring: 'none',
  signIn: localSignIn,
  newTasks: 'open',
  events: {},
  sipDomains: ['office.sip.twilio.com'],
};
