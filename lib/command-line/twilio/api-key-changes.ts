import type { ParameterStore } from '../parameter-store.ts';
import type { Change } from './change.ts';
import type { OpenAccount } from './open-account.ts';
import { ifKnown, orMistake } from './twilio-mistakes.ts';

/**
 * The API key that signs the passes of browser phones. Its secret is told only when it is made; so
 * one is made where none is stored, or where Twilio does not know the stored one any more.
 */
export async function apiKeyChanges(
  { client, stored }: Pick<OpenAccount, 'client' | 'stored'>,
  { friendlyName, store }: { friendlyName: string; store: ParameterStore },
): Promise<Change[]> {
  const sid = stored['api-key-sid'];
  const isStored = sid !== undefined && stored['api-key-secret'] !== undefined;
  if (isStored && (await orMistake(ifKnown(client.keys(sid).fetch())))) return [];
  const apply = async () => {
    const made = await orMistake(client.newKeys.create({ friendlyName }));
    try {
      // The SID last: a key is known by it, and is of no use without its secret.
      await store.write('api-key-secret', made.secret);
      await store.write('api-key-sid', made.sid);
    } catch (error) {
      await client.keys(made.sid).remove();
      throw error;
    }
    return undefined;
  };
  const label = (name: string) => `Parameter ${store.path}/${name}`;
  const fields = [
    { label: label('api-key-sid'), from: sid ?? '', to: 'the new key' },
    { label: label('api-key-secret'), from: isStored ? 'a secret' : '', to: 'its secret' },
  ];
  return [{ title: `API key “${friendlyName}” (new)`, fields, apply }];
}
