import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Forms } from '../../ports/forms.ts';
import type { Digest, Intake } from '../../ports/intake.ts';
import type { PhonePasses } from '../../ports/phone-passes.ts';
import type { Pins } from '../../ports/pins.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RowDesk } from '../../ports/row-desk.ts';
import type { Scripts } from '../../ports/scripts.ts';
import type { InvocationJournal } from '../boundary/invocation-journal.ts';
import type { Caller } from './caller.ts';

export type ConsolePorts = Omit<Ports, 'timers' | 'journal'> & {
  desk: RowDesk;
  forms: Forms;
  scripts: Scripts;
  pins: Pins;
  phonePasses: PhonePasses;
  /** Of lines of a file that is imported. */
  intake: Intake;
  digest: Digest;
  journal: InvocationJournal;
};

/** What a request brings along, and what is known of it once it was let in. */
export interface ConsoleEnv {
  Bindings: { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  Variables: { caller: Caller };
}
