import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { fallbackLanguage, type Language } from '../../../lambdas/domain/basics/language.ts';
import {
  apologyPath,
  type CallEntry,
  callEntries,
  callNewsPath,
  repeatRule,
  type VoicePath,
} from '../../../lambdas/ports/calls/voice-paths.ts';
import { twilioOutputs } from '../../command-line/twilio/twilio-outputs.ts';
import type { Subsystems } from './subsystems.ts';

type Output = [name: string, value: string, description: string];

/** What a person, or a command on another machine, needs to know of the stack. */
export function tellOutputs(
  center: Construct,
  subsystems: Subsystems,
  language: Language = fallbackLanguage,
): void {
  const all = [
    ...ofTwilio(subsystems, language),
    ...ofCommands(subsystems),
    ...ofDomain(subsystems),
  ];
  for (const it of all) output(center, ...it);
}

/** By its own name wherever the call centre stands in its stack: commands ask for it. */
export function output(center: Construct, ...[name, value, description]: Output): void {
  new CfnOutput(center, name, { value, description }).overrideLogicalId(name);
}

function ofTwilio({ api, twilio }: Subsystems, language: Language): Output[] {
  const apology = twilio.apologies && `${twilio.apologies}${apologyPath(language)}${repeatRule}`;
  const entries = Object.keys(callEntries) as CallEntry[];
  return [
    ...entries.flatMap((entry) => ofEntry(entry, { api, apology })),
    ['TwilioParameters', twilio.path, 'Parameter Store, the path of the Twilio credentials'],
    ['TwilioRegion', twilio.place.region, 'Where Twilio handles the calls'],
  ];
}

function ofEntry(
  entry: CallEntry,
  { api, apology }: { api: Subsystems['api']; apology: string | undefined },
): Output[] {
  const { where, voice, fallback, news } = twilioOutputs[entry];
  const place = (field: string) => `Twilio console, ${where}: ${field}`;
  const webhook = ([name, field]: readonly [string, string], path: VoicePath): Output => [
    name,
    `${api.url(path)}${repeatRule}`,
    place(field),
  ];
  const [name, field] = fallback;
  return [
    webhook(voice, callEntries[entry]),
    ...(apology ? [[name, apology, `${place(field)}, HTTP GET`] satisfies Output] : []),
    webhook(news, callNewsPath),
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
