import { CfnOutput, type Stack } from 'aws-cdk-lib';
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

/** Named after the fields of Twilio's console that they belong in. */
function ofTwilio({ api, twilio }: Subsystems): Output[] {
  const number = 'Twilio console, Phone Numbers, the number, Voice Configuration';
  const app = 'Twilio console, TwiML Apps, the app, Voice Configuration';
  const domain = 'Twilio console, SIP Domains, the domain, Call Control Configuration';
  const [fallback, events] = [api.url('/voice/fallback'), api.url('/events/inbound')];
  return [
    ['TwilioPhoneNumberVoiceUrl', api.url('/voice/inbound'), `${number}: A call comes in`],
    ['TwilioPhoneNumberVoiceFallbackUrl', fallback, `${number}: Primary handler fails`],
    ['TwilioPhoneNumberStatusCallbackUrl', events, `${number}: Call status changes`],
    ['TwimlAppVoiceRequestUrl', api.url('/voice/browser'), `${app}: Request URL`],
    ['TwimlAppVoiceFallbackUrl', fallback, `${app}: Fallback URL`],
    ['TwimlAppStatusCallbackUrl', events, `${app}: Status Callback URL`],
    ['SipDomainVoiceRequestUrl', api.url('/voice/desk-phone'), `${domain}: Request URL`],
    ['SipDomainVoiceFallbackUrl', fallback, `${domain}: Fallback URL`],
    ['SipDomainStatusCallbackUrl', events, `${domain}: Status Callback URL`],
    ['TwilioParameters', twilio.path, 'Parameter Store, the path of the Twilio credentials'],
  ];
}

function ofCommands(subsystems: Subsystems): Output[] {
  const { api, deskSockets, dialQueue } = subsystems;
  return [
    ['ApiUrl', api.url('/api'), 'The console’s API'],
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
  return [['ApiDomainTarget', api.domainTarget, 'CNAME target of the API’s own domain']];
}
