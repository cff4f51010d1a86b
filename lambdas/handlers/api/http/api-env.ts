import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Hash } from '../../../domain/evidence/chain.ts';
import type { NewTasks } from '../../../domain/task/new-tasks.ts';
import type { AnsweredRequests } from '../../../ports/answered-requests.ts';
import type { Forms } from '../../../ports/forms.ts';
import type { Pins } from '../../../ports/pins.ts';
import type { Ports } from '../../../ports/ports.ts';
import type { RowEditor } from '../../../ports/row-editor.ts';
import type { Digest, RowImport } from '../../../ports/row-import.ts';
import type { Scripts } from '../../../ports/scripts.ts';
import type { StateLog } from '../../../ports/state-log.ts';
import type { Texts } from '../../../ports/texts.ts';
import type { Traces } from '../../../ports/traces.ts';
import type { VoiceTokens } from '../../../ports/voice-tokens.ts';
import type { InvocationJournal } from '../../boundary/invocation-journal.ts';
import type { Caller } from './api-user.ts';

type SharedPorts = Omit<
  Ports,
  'timers' | 'journal' | 'dialler' | 'recorder' | 'recordings' | 'followedWrites' | 'presence'
> & {
  rowEditor: RowEditor;
  answeredRequests: AnsweredRequests;
  scripts: Scripts;
  stateLog: StateLog;
  journal: InvocationJournal;
};

/** What it takes to answer desks. */
export type DeskPorts = SharedPorts &
  Pick<Ports, 'dialler' | 'presence' | 'recorder' | 'recordings'> & {
    forms: Forms;
    voiceTokens: VoiceTokens;
    texts: Texts;
  };

/** What it takes to answer what supervisors alone ask. */
export type SupervisorPorts = SharedPorts &
  Pick<Ports, 'recordings'> & {
    forms: Pick<Forms, 'get' | 'many'>;
    traces: Traces;
    /** Of what is told as evidence. */
    hash: Hash;
    pins: Pins;
    /** How tasks are filled in that leave something out. */
    newTasks: NewTasks;
    /** Of lines of a file that is imported. */
    rowImport: RowImport;
    digest: Digest;
  };

export type ConsolePorts = DeskPorts & SupervisorPorts;

/** What a request brings along, and what is known of it once it was let in. */
export interface ConsoleEnv {
  Bindings: { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  Variables: { caller: Caller };
}
