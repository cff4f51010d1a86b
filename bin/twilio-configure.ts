import { runCommand } from '../lib/command-line/run-command.ts';
import { twilioConfigureCommand } from '../lib/command-line/twilio/configure-command.ts';

await runCommand(twilioConfigureCommand);
