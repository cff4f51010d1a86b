import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Hash } from '../../../domain/evidence/chain.ts';
import type { NewTasks } from '../../../domain/task/new-tasks.ts';
import type { Conferences } from '../../../ports/calls/conferences.ts';
import type { Texts } from '../../../ports/calls/texts.ts';
import type { VoiceTokens } from '../../../ports/calls/voice-tokens.ts';
import type { CalendarLinks } from '../../../ports/people/calendar-links.ts';
import type { Pins } from '../../../ports/people/pins.ts';
import type { Scripts } from '../../../ports/people/scripts.ts';
import type { StateLog } from '../../../ports/people/state-log.ts';
import type { Ports } from '../../../ports/ports.ts';
import type { AnsweredRequests } from '../../../ports/records/answered-requests.ts';
import type { AuditLog } from '../../../ports/records/audit-log.ts';
import type { CursorKey } from '../../../ports/records/cursor-key.ts';
import type { Forms } from '../../../ports/records/forms.ts';
import type { Traces } from '../../../ports/records/traces.ts';
import type { RowEditor } from '../../../ports/rows/row-editor.ts';
import type { Digest, RowImport } from '../../../ports/rows/row-import.ts';
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
  auditLog: AuditLog;
  journal: InvocationJournal;
};

/** What it takes to answer desks. */
export type DeskPorts = SharedPorts &
  Pick<Ports, 'dialler' | 'presence' | 'recorder' | 'recordings'> & {
    forms: Forms;
    conferences: Conferences;
    voiceTokens: VoiceTokens;
    texts: Texts;
  };

/** What it takes to answer what supervisors alone ask. */
export type SupervisorPorts = SharedPorts &
  Pick<Ports, 'recordings'> & {
    forms: Pick<Forms, 'get' | 'many'>;
    traces: Traces;
    cursorKey: CursorKey;
    calendarLinks: CalendarLinks;
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
