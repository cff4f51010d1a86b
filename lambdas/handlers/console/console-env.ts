import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Task } from '../../domain/task.ts';
import type { Directory } from '../../ports/directory.ts';
import type { EditPorts } from '../../use-cases/edit-row.ts';
import type { InvocationJournal } from '../boundary/invocation-journal.ts';
import type { Caller } from './caller.ts';

export type ConsolePorts = EditPorts & { directory: Directory; journal: InvocationJournal };

/** What a request brings along, and what is known of it once it was let in. */
export interface ConsoleEnv {
  Bindings: { event: APIGatewayProxyEventV2WithJWTAuthorizer };
  Variables: { caller: Caller; task: Task };
}
