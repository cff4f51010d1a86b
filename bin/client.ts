import { clientCommand } from '../lib/command-line/client/client-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(clientCommand);
