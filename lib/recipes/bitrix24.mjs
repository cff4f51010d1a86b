import { connect, isSame } from './connector.mjs';

/**
 * Bitrix24: leads with the text fields below, an outgoing webhook for `ONCRMLEADADD` and
 * `ONCRMLEADUPDATE`, and an incoming webhook with the scope `crm`, whose address is `BITRIX24_URL`.
 */
const { BITRIX24_URL, BITRIX24_APPLICATION_TOKEN } = process.env;

const names = {
  callInMinutes: 'UF_CRM_CALL_IN_MINUTES',
  callState: 'UF_CRM_CALL_STATE',
  callSequence: 'UF_CRM_CALL_SEQUENCE',
};

connect({
  readChanges({ text }) {
    const given = new URLSearchParams(text);
    const token = given.get('auth[application_token]') ?? '';
    if (!BITRIX24_APPLICATION_TOKEN || !isSame(token, BITRIX24_APPLICATION_TOKEN)) return undefined;
    const customer = Number(given.get('data[FIELDS][ID]'));
    return [{ customer, key: `bitrix24-${customer}-${given.get('ts')}` }];
  },

  async read(customer) {
    const lead = await ask('crm.lead.get', { id: customer });
    return (
      lead && {
        columns: {
          tel: lead.PHONE?.[0]?.VALUE,
          'first name': lead.NAME,
          'last name': lead.LAST_NAME,
        },
        callInMinutes: lead[names.callInMinutes] ?? '',
        callSequence: lead[names.callSequence] ?? '',
      }
    );
  },

  async update(customer, fields) {
    const entries = Object.entries(fields).map(([name, value]) => [names[name], value]);
    await ask('crm.lead.update', { id: customer, fields: Object.fromEntries(entries) });
  },

  async addNote(customer, { at, text }) {
    const comment = { ENTITY_TYPE: 'lead', ENTITY_ID: customer, COMMENT: `${at} ${text}` };
    await ask('crm.timeline.comment.add', { fields: comment });
  },
});

/** Undefined where Bitrix24 has no such lead. */
async function ask(method, parameters) {
  const answer = await fetch(`${BITRIX24_URL}/${method}.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
    signal: AbortSignal.timeout(4_000),
  });
  const { result, error_description: why } = await answer.json();
  if (answer.status === 400 && why === 'Not found') return undefined;
  if (answer.ok) return result;
  throw new Error(`Bitrix24 answered ${answer.status}: ${why}`);
}
