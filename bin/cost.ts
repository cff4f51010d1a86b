import { runCommand } from '../lib/command-line/run-command.ts';
import { costCommand } from '../lib/cost/cost-command.ts';

await runCommand(costCommand);
