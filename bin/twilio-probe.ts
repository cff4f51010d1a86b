import { runCommand } from '../lib/command-line/run-command.ts';
import { twilioProbeCommand } from '../lib/command-line/twilio/probe-command.ts';

await runCommand(twilioProbeCommand);
