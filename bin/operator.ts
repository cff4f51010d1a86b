import { operatorCommand } from '../lib/command-line/operator/operator-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(operatorCommand);
