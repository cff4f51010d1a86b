import { importCommand } from '../lib/command-line/import-command.ts';
import { runCommand } from '../lib/command-line/run-command.ts';

await runCommand(importCommand);
