import DomainModule from 'twilio/lib/base/Domain.js';
import VersionModule from 'twilio/lib/base/Version.js';
import {
  MessageListInstance,
  type MessageListInstance as MessageResource,
} from 'twilio/lib/rest/api/v2010/account/message.js';
import { defaultExport } from './default-export.ts';
import type { KnownAccount } from './known-account.ts';
import { TwilioRequests } from './twilio-requests.ts';

const Domain = defaultExport(DomainModule);
const Version = defaultExport(VersionModule);

/** The SDK's resource of texts over our own `fetch` client, as that of calls. */
export async function twilioMessages(
  account: KnownAccount,
  apiUrl: string,
): Promise<MessageResource> {
  const domain = new Domain(new TwilioRequests(account) as never, apiUrl);
  const version = new Version(domain, '2010-04-01');
  const { sid } = await account.current();
  return MessageListInstance(version as never, sid);
}
