import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a CRM knows of a customer. */
export interface Customer {
  tel: string;
  name: string;
  fields: Record<string, string>;
  /** The sequence numbers that were written, in their order. */
  sequences: string[];
  notes: { at: string; text: string }[];
}

/** How a CRM asks and answers over HTTP. */
export interface Dialect {
  fields: { callInMinutes: string; callState: string; callSequence: string };
  environment(crm: string, connector: string): Record<string, string>;
  /** How it tells of a changed customer. */
  tell(connector: string, customer: number, change: number): [url: string, init: RequestInit];
  /** What it answers; undefined where it knows no such customer. */
  answer(request: Asked, customers: ReadonlyMap<number, Customer>): object | undefined;
  notFound: { status: number; body: object };
}

export interface Asked {
  method: string;
  url: string;
  // biome-ignore lint/suspicious/noExplicitAny: what the connector sends is the connector's to say
  body: any;
}

/** A CRM with customers, which loses its connection when the test says so. */
export class CrmStandIn {
  readonly customers = new Map<number, Customer>();
  readonly dialect: Dialect;
  /** What was asked without its connection. */
  refused = 0;
  isReachable = true;
  #changes = 0;
  readonly #server = http.createServer((request, response) => void this.#answer(request, response));

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  add(id: number, tel: string): Customer {
    const customer = { tel, name: 'Zoë', fields: {}, sequences: [], notes: [] };
    this.customers.set(id, customer);
    return customer;
  }

  /** Somebody writes the minutes into the customer's record; what the CRM sends then. */
  wishFor(id: number, minutes: number, connector: string): [url: string, init: RequestInit] {
    const { fields } = this.customers.get(id) as Customer;
    fields[this.dialect.fields.callInMinutes] = String(minutes);
    return this.dialect.tell(connector, id, ++this.#changes);
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += part;
    if (!this.isReachable) {
      this.refused += 1;
      request.socket.destroy();
      return;
    }
    const { method = '', url = '' } = request;
    const body = text === '' ? undefined : JSON.parse(text);
    const answer = this.dialect.answer({ method, url, body }, this.customers);
    const { status, body: reason } = this.dialect.notFound;
    response.writeHead(answer ? 200 : status).end(JSON.stringify(answer ?? reason));
  }
}

/** Writes fields into a record. */
function write(customer: Customer, given: Record<string, string>, sequenceField: string): void {
  Object.assign(customer.fields, given);
  const sequence = given[sequenceField];
  if (sequence !== undefined) customer.sequences.push(sequence);
}

const appSecret = 'app-secret';

export const hubspot: Dialect = {
  fields: {
    callInMinutes: 'call_in_minutes',
    callState: 'call_state',
    callSequence: 'call_sequence',
  },
  environment: (crm, connector) => ({
    HUBSPOT_API: crm,
    HUBSPOT_TOKEN: 'private-app',
    HUBSPOT_APP_SECRET: appSecret,
    PUBLIC_URL: connector,
  }),
  tell(connector, customer, change) {
    const told = { eventId: change, objectId: customer, propertyName: 'call_in_minutes' };
    const body = JSON.stringify([told]);
    const at = String(Date.now());
    const signature = createHmac('sha256', appSecret)
      .update(`POST${connector}/crm${body}${at}`)
      .digest('base64');
    const headers = { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': at };
    return [`${connector}/crm`, { method: 'POST', headers, body }];
  },
  answer({ method, url, body }, customers) {
    if (url === '/crm/v3/objects/notes') {
      const { hs_timestamp: at, hs_note_body: text } = body.properties;
      customers.get(body.associations[0].to.id)?.notes.push({ at, text });
      return { id: '1' };
    }
    const id = Number(/^\/crm\/v3\/objects\/contacts\/(\d+)/.exec(url)?.[1]);
    const customer = customers.get(id);
    if (customer === undefined) return undefined;
    if (method === 'PATCH') write(customer, body.properties, 'call_sequence');
    const { tel: phone, name: firstname, fields } = customer;
    return { id: String(id), properties: { phone, firstname, lastname: null, ...fields } };
  },
  notFound: { status: 404, body: { status: 'error' } },
};

export const bitrix24: Dialect = {
  fields: {
    callInMinutes: 'UF_CRM_CALL_IN_MINUTES',
    callState: 'UF_CRM_CALL_STATE',
    callSequence: 'UF_CRM_CALL_SEQUENCE',
  },
  environment: (crm) => ({
    BITRIX24_URL: `${crm}/rest/1/secret`,
    BITRIX24_APPLICATION_TOKEN: 'application-token',
  }),
  tell(connector, customer, change) {
    const body = new URLSearchParams({
      event: 'ONCRMLEADUPDATE',
      'data[FIELDS][ID]': String(customer),
      ts: String(change),
      'auth[application_token]': 'application-token',
    });
    return [`${connector}/crm`, { method: 'POST', body }];
  },
  answer({ url, body }, customers) {
    const method = /^\/rest\/1\/secret\/(.+)\.json$/.exec(url)?.[1];
    if (method === 'crm.timeline.comment.add') {
      const [at, text] = body.fields.COMMENT.split(' ');
      customers.get(body.fields.ENTITY_ID)?.notes.push({ at, text });
      return { result: 1 };
    }
    const customer = customers.get(body.id);
    if (customer === undefined) return undefined;
    if (method === 'crm.lead.update') write(customer, body.fields, 'UF_CRM_CALL_SEQUENCE');
    const { tel, name: NAME, fields } = customer;
    return { result: { ID: String(body.id), NAME, PHONE: [{ VALUE: tel }], ...fields } };
  },
  notFound: { status: 400, body: { error: '', error_description: 'Not found' } },
};
