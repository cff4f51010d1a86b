import { voices } from '../../lambdas/domain/task/voices.ts';
import { listParameters } from '../../lib/phone-network/src/rest/call-list.ts';
import { orderParameters, updateParameters } from '../../lib/phone-network/src/rest/call-order.ts';
import { messageResource } from '../../lib/phone-network/src/rest/message-resource.ts';
import { pageParameters } from '../../lib/phone-network/src/rest/passed-over.ts';
import {
  recordingChangeParameters,
  recordingParameters,
} from '../../lib/phone-network/src/rest/recordings-api.ts';
import {
  credentialListResource,
  credentialResource,
  sipDomainResource,
} from '../../lib/phone-network/src/rest/sip-resources.ts';
import {
  applicationResource,
  keyResource,
  numberResource,
} from '../../lib/phone-network/src/rest/voice-resources.ts';
import { playedElements } from '../../lib/phone-network/src/twiml/played-elements.ts';
import { attributesOf, namesOf, unknownToTwilio } from '../support/twilio-types.ts';

/** The telephone network takes nothing that Twilio would not: by the types of Twilio's own library. */

test.each(Object.entries(playedElements))('every attribute of <%s> is Twilio’s', (name, played) => {
  const attributes = attributesOf(name);
  expect(attributes).toBeDefined();
  expect(played.filter((it) => !attributes?.has(it))).toEqual([]);
});

const account = 'rest/api/v2010/account';
const calls = `${account}/call`;
const list = [...namesOf(calls, 'CallListInstanceOptions')];

test.each([
  ['POST /Calls', orderParameters, namesOf(calls, 'CallListInstanceCreateOptions')],
  ['POST /Calls/{Sid}', updateParameters, namesOf(calls, 'CallContextUpdateOptions')],
  [
    'GET /Calls',
    listParameters.filter((it) => !pageParameters.includes(it)),
    // `startTimeBefore` is `StartTime<`.
    new Set(list.map((it) => it.replace(/(Before|After)$/, ''))),
  ],
  [
    'IncomingPhoneNumbers',
    Object.keys(numberResource.fields),
    namesOf(`${account}/incomingPhoneNumber`, 'IncomingPhoneNumberContextUpdateOptions'),
  ],
  [
    'Applications',
    Object.keys(applicationResource.fields),
    namesOf(`${account}/application`, 'ApplicationListInstanceCreateOptions'),
  ],
  [
    'Messages',
    Object.keys(messageResource.fields),
    namesOf(`${account}/message`, 'MessageListInstanceCreateOptions'),
  ],
  [
    'POST /Calls/{Sid}/Recordings',
    recordingParameters,
    namesOf(`${calls}/recording`, 'RecordingListInstanceCreateOptions'),
  ],
  [
    'POST /Calls/{Sid}/Recordings/{Sid}',
    recordingChangeParameters,
    namesOf(`${calls}/recording`, 'RecordingContextUpdateOptions'),
  ],
  [
    'Keys',
    Object.keys(keyResource.fields),
    namesOf(`${account}/newKey`, 'NewKeyListInstanceCreateOptions'),
  ],
  [
    'SIP/Domains',
    Object.keys(sipDomainResource.fields),
    namesOf(`${account}/sip/domain`, 'DomainListInstanceCreateOptions'),
  ],
  [
    'SIP/CredentialLists',
    Object.keys(credentialListResource.fields),
    namesOf(`${account}/sip/credentialList`, 'CredentialListListInstanceCreateOptions'),
  ],
  [
    'Credentials',
    Object.keys(credentialResource.fields),
    namesOf(`${account}/sip/credentialList/credential`, 'CredentialListInstanceCreateOptions'),
  ],
])('every parameter of %s is Twilio’s', (_, played, theirs) => {
  const named = (it: string) => `${it.charAt(0).toLowerCase()}${it.slice(1)}`;
  expect(played.filter((it) => !theirs.has(named(it)))).toEqual([]);
});

test('every voice that a task may choose is Twilio’s, and speaks a language of Twilio’s', () => {
  const [names, languages] = ['SayVoice', 'SayLanguage'].map((it) =>
    namesOf('twiml/VoiceResponse', it),
  );
  const all = Object.values(voices).flat();
  expect(all.filter(({ name }) => !names?.has(name))).toEqual([]);
  expect(all.filter(({ speaks }) => !languages?.has(speaks))).toEqual([]);
});

test('a document is checked verb by verb, whatever stands in it', () => {
  const document = `<Response><Say voise="x">a <break/></Say><Dial timeout="5"><Number sip="1">+1</Number><Fax/></Dial></Response>`;
  expect(unknownToTwilio(document)).toEqual([
    'voise of <Say>',
    '<break>',
    'sip of <Number>',
    '<Fax>',
  ]);
});
