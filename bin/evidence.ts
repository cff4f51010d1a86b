import { evidenceCommand } from '../lib/command-line/evidence/evidence-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(evidenceCommand);
