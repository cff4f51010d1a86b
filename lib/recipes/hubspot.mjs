import { createHmac } from 'node:crypto';
import { connect, isSame } from './connector.mjs';

/**
 * HubSpot: contacts with the properties `call_in_minutes`, `call_state` and `call_sequence` (texts), and
 * a webhook that subscribes to changes of `call_in_minutes`.
 */
const { HUBSPOT_API = 'https://api.hubapi.com', HUBSPOT_TOKEN, HUBSPOT_APP_SECRET } = process.env;
/** Of this program, as HubSpot calls it. */
const { PUBLIC_URL } = process.env;

const names = {
  callInMinutes: 'call_in_minutes',
  callState: 'call_state',
  callSequence: 'call_sequence',
};
const read = ['phone', 'firstname', 'lastname', ...Object.values(names)];

connect({
  readChanges({ method, url, headers, text }) {
    const at = String(headers['x-hubspot-request-timestamp']);
    const signed = `${method}${PUBLIC_URL}${url}${text}${at}`;
    const expected = createHmac('sha256', HUBSPOT_APP_SECRET).update(signed).digest('base64');
    const isTheirs = isSame(String(headers['x-hubspot-signature-v3']), expected);
    if (!isTheirs || !(Math.abs(Date.now() - Number(at)) < 300_000)) return undefined;
    return JSON.parse(text)
      .filter(({ propertyName }) => propertyName === names.callInMinutes)
      .map(({ objectId, eventId }) => ({ customer: objectId, key: `hubspot-${eventId}` }));
  },

  async read(customer) {
    const answer = await ask('GET', `/objects/contacts/${customer}?properties=${read}`);
    const properties = answer?.properties;
    return (
      properties && {
        columns: {
          tel: properties.phone,
          'first name': properties.firstname,
          'last name': properties.lastname,
        },
        callInMinutes: properties.call_in_minutes ?? '',
        callSequence: properties.call_sequence ?? '',
      }
    );
  },

  async update(customer, fields) {
    const entries = Object.entries(fields).map(([name, value]) => [names[name], value]);
    const properties = Object.fromEntries(entries);
    await ask('PATCH', `/objects/contacts/${customer}`, { properties });
  },

  async addNote(customer, { at, text }) {
    const noteToContact = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }];
    await ask('POST', '/objects/notes', {
      properties: { hs_timestamp: at, hs_note_body: text },
      associations: [{ to: { id: customer }, types: noteToContact }],
    });
  },
});

/** Undefined where HubSpot has no such contact. */
async function ask(method, path, body) {
  const answer = await fetch(`${HUBSPOT_API}/crm/v3${path}`, {
    method,
    headers: { authorization: `Bearer ${HUBSPOT_TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(4_000),
  });
  if (answer.status === 404) return undefined;
  if (answer.ok) return await answer.json();
  throw new Error(`HubSpot answered ${answer.status}`);
}
