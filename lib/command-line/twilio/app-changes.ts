import type { Twilio } from 'twilio';
import type { ParameterStore } from '../parameter-store.ts';
import { type Change, differences, type FieldChange } from './change.ts';
import type { OpenAccount } from './open-account.ts';
import { ifKnown, orMistake } from './twilio-mistakes.ts';
import type { VoiceWebhooks } from './webhooks.ts';

const labels = {
  voiceUrl: 'Voice request URL',
  voiceMethod: 'Voice request method',
  voiceFallbackUrl: 'Voice fallback URL',
  voiceFallbackMethod: 'Voice fallback method',
  statusCallback: 'Voice status callback URL',
  statusCallbackMethod: 'Voice status callback method',
};

const parameter = 'twiml-app-sid';

export interface AppWish {
  /** Of an app that is made. */
  friendlyName: string;
  webhooks: VoiceWebhooks;
  store: ParameterStore;
}

/** The TwiML App that browser phones ask: the stored one, one that was made and not stored, or a new one. */
export async function appChanges(
  { client, stored }: Pick<OpenAccount, 'client' | 'stored'>,
  { friendlyName, webhooks, store }: AppWish,
): Promise<Change[]> {
  const wanted = {
    voiceUrl: webhooks.voiceUrl,
    voiceMethod: 'POST',
    voiceFallbackUrl: webhooks.fallbackUrl,
    voiceFallbackMethod: 'GET',
    statusCallback: webhooks.statusUrl,
    statusCallbackMethod: 'POST',
  };
  const app = await orMistake(findApp(client, { sid: stored[parameter], friendlyName }));
  const { fields, values } = differences({ ...app }, wanted, labels);
  const storing = storingOf(store, stored[parameter], app?.sid);
  if (fields.length === 0 && storing.length === 0) return [];
  const save = async () => {
    if (app === undefined) return client.applications.create({ friendlyName, ...wanted });
    if (fields.length > 0) await client.applications(app.sid).update(values);
    return app;
  };
  const apply = async () => {
    const { sid } = await orMistake(save());
    if (storing.length > 0) await store.write(parameter, sid);
    return undefined;
  };
  const title = `TwiML App “${app?.friendlyName ?? friendlyName}”${app ? '' : ' (new)'}`;
  return [{ title, fields: [...fields, ...storing], apply }];
}

async function findApp(
  client: Twilio,
  { sid, friendlyName }: { sid: string | undefined; friendlyName: string },
) {
  const known = sid === undefined ? undefined : await ifKnown(client.applications(sid).fetch());
  return known ?? (await client.applications.list({ friendlyName, limit: 1 }))[0];
}

function storingOf(
  store: ParameterStore,
  before: string | undefined,
  sid: string | undefined,
): FieldChange[] {
  if (before !== undefined && before === sid) return [];
  const label = `Parameter ${store.path}/${parameter}`;
  return [{ label, from: before ?? '', to: sid ?? 'the new app' }];
}
