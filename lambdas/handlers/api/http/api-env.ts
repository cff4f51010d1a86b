import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Forms } from '../../../ports/forms.ts';
import type { Pins } from '../../../ports/pins.ts';
import type { Ports } from '../../../ports/ports.ts';
import type { RowEditor } from '../../../ports/row-editor.ts';
import type { Digest, RowImport } from '../../../ports/row-import.ts';
import type { Scripts } from '../../../ports/scripts.ts';
import type { VoiceTokens } from '../../../ports/voice-tokens.ts';
import type { InvocationJournal } from '../../boundary/invocation-journal.ts';
import type { Caller } from './api-user.ts';

export type ConsolePorts = Omit<Ports, 'timers' | 'journal'> & {
  rowEditor: RowEditor;
  forms: Forms;
  scripts: Scripts;
  pins: Pins;
  voiceTokens: VoiceTokens;
  /** Of lines of a file that is imported. */
  rowImport: RowImport;
  digest: Digest;
  journal: InvocationJournal;
};

/** What a request brings along, and what is known of it once it was let in. */
export interface ConsoleEnv {
  Bindings: { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  Variables: { caller: Caller };
}
