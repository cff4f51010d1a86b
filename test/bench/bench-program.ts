import { runCommand } from '../../lib/command-line/run-command.ts';
import { benchCommand } from './bench-command.ts';

/** `npm run bench` */
await runCommand(benchCommand);
