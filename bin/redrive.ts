import { redriveCommand } from '../lib/command-line/redrive/redrive-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(redriveCommand);
