import { CfnOutput, type Stack } from 'aws-cdk-lib';
import {
  type CallEntry,
  callEntries,
  callNewsPath,
  fallbackPath,
  type VoicePath,
} from '../../../lambdas/ports/voice-paths.ts';
import { twilioOutputs } from '../../command-line/twilio/twilio-outputs.ts';
import type { Subsystems } from './subsystems.ts';

type Output = [name: string, value: string, description: string];

/** What a person, or a command on another machine, needs to know of the stack. */
export function tellOutputs(stack: Stack, subsystems: Subsystems): void {
  const all = [...ofTwilio(subsystems), ...ofCommands(subsystems), ...ofDomain(subsystems)];
  for (const it of all) output(stack, ...it);
}

export function output(stack: Stack, ...[name, value, description]: Output): void {
  new CfnOutput(stack, name, { value, description });
}

function ofTwilio({ api, twilio }: Subsystems): Output[] {
  const entries = Object.keys(callEntries) as CallEntry[];
  return [
    ...entries.flatMap((entry) => ofEntry(entry, api)),
    ['TwilioParameters', twilio.path, 'Parameter Store, the path of the Twilio credentials'],
  ];
}

function ofEntry(entry: CallEntry, api: Subsystems['api']): Output[] {
  const { where, voice, fallback, news } = twilioOutputs[entry];
  const output = ([name, field]: readonly [string, string], path: VoicePath): Output => [
    name,
    api.url(path),
    `Twilio console, ${where}: ${field}`,
  ];
  return [
    output(voice, callEntries[entry]),
    output(fallback, fallbackPath),
    output(news, callNewsPath),
  ];
}

function ofCommands(subsystems: Subsystems): Output[] {
  const { api, deskSockets, dialQueue } = subsystems;
  return [
    ['ApiUrl', api.url('/api'), "The console's API"],
    ['DeskSocketsUrl', deskSockets.url, 'Where desks open their WebSockets'],
    ['SubscribersTable', subsystems.subscribers.name, 'The subscriber table'],
    ['AttemptsTable', subsystems.attempts.name, 'Every try to reach a customer'],
    ['LocksTable', subsystems.locks.name, 'What is live now'],
    ['DirectoryTable', subsystems.directory.name, 'Tasks, operators and scripts'],
    ['ViewsTable', subsystems.views.name, 'What desks look things up in'],
    ['FormsTable', subsystems.forms.name, 'What customers said'],
    ['DialQueueUrl', dialQueue.queue.queueUrl, 'Calls that are due within 15 minutes'],
    ['DialDeadLettersUrl', dialQueue.deadLetters.queueUrl, 'Calls that could not be prepared'],
  ];
}

/** Where an own domain's name is to lead; entered by hand where its zone is not in Route 53. */
function ofDomain({ api }: Subsystems): Output[] {
  if (api.domainTarget === undefined) return [];
  return [['ApiDomainTarget', api.domainTarget, "CNAME target of the API's own domain"]];
}
