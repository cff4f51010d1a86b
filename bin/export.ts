import { exportCommand } from '../lib/command-line/export-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(exportCommand);
