import { eraseCommand } from '../lib/command-line/evidence/erase-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(eraseCommand);
