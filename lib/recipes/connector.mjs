import { createHash, timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { CallCentre } from './call-centre.mjs';

/**
 * Joins a CRM to the call centre, both ways. The Id of a row is the CRM's own of the customer.
 *
 *   POST /events   from the call centre: what happened to a row goes to the customer's record
 *   POST /crm      from the CRM: a customer whose record asks for a call gets a row that orders it
 *
 * Whatever cannot be done now is answered with 503, so that it is sent again.
 *
 * @typedef {object} Crm what differs from CRM to CRM
 * @property {(request: {method: string, url: string, headers: object, text: string}) =>
 *   {customer: number, key: string}[] | undefined} readChanges undefined where it is not the CRM that sends;
 *   `key` is the same when a change is sent again
 * @property {(customer: number) => Promise<{columns: object, callInMinutes: string, callSequence: string}
 *   | undefined>} read
 * @property {(customer: number, fields: object) => Promise<void>} update
 * @property {(customer: number, note: {at: string, text: string}) => Promise<void>} addNote
 */

const { EVENTS_AUTHORIZATION = '', KNOWN_EVENTS = 'known-events.log', PORT = '4000' } = process.env;
const { TASK = 'orders' } = process.env;
const mostCharacters = 300_000;

/** @param {Crm} crm */
export function connect(crm) {
  const connector = new Connector(crm, new CallCentre(process.env));
  const server = http.createServer((request, response) => {
    // What is too long is not read to its end.
    const headersOf = (status) => (status === 413 ? { connection: 'close' } : {});
    void connector
      .answer(request)
      .then((status) => response.writeHead(status, headersOf(status)).end());
  });
  server.listen(Number(PORT), '127.0.0.1', () => console.log(`listens on ${PORT}`));
}

class Connector {
  #crm;
  #callCentre;
  #known = new Set(existsSync(KNOWN_EVENTS) ? readFileSync(KNOWN_EVENTS, 'utf8').split('\n') : []);
  /** What is being done for a customer: one thing after the other. */
  #running = new Map();

  constructor(crm, callCentre) {
    this.#crm = crm;
    this.#callCentre = callCentre;
  }

  async answer(request) {
    try {
      const text = await textOf(request);
      if (text === undefined) return 413;
      if (request.method !== 'POST') return 405;
      const { method, url, headers } = request;
      if (url === '/crm') return await this.#takeChanges({ method, url, headers, text });
      if (url === '/events') return await this.#takeEvent(headers.authorization, text);
      return 404;
    } catch (error) {
      console.error(error.message);
      return 503;
    }
  }

  async #takeEvent(authorization, text) {
    if (EVENTS_AUTHORIZATION === '' || !isSame(authorization ?? '', EVENTS_AUTHORIZATION))
      return 401;
    const { 'detail-type': type, detail } = JSON.parse(text);
    if (detail.task !== TASK || detail.Id === undefined) return 204;
    await this.#afterOthers(detail.Id, () => this.#tell(type, detail));
    return 204;
  }

  /** A note for each event, at its own time; the state is that of the latest, in whatever order they come. */
  async #tell(type, detail) {
    if (this.#known.has(detail.id)) return;
    const customer = await this.#crm.read(detail.Id);
    if (customer !== undefined) {
      if (detail.sequence > customer.callSequence) {
        await this.#crm.update(detail.Id, { callState: type, callSequence: detail.sequence });
      }
      await this.#crm.addNote(detail.Id, { at: detail.at, text: type });
    }
    this.#known.add(detail.id);
    appendFileSync(KNOWN_EVENTS, `${detail.id}\n`);
  }

  async #takeChanges(request) {
    const changes = this.#crm.readChanges(request);
    if (changes === undefined) return 401;
    for (const { customer, key } of changes) {
      await this.#afterOthers(customer, () => this.#order(customer, key));
    }
    return 204;
  }

  async #order(Id, key) {
    const customer = await this.#crm.read(Id);
    const minutes = Number(customer?.callInMinutes || Number.NaN);
    if (Number.isNaN(minutes)) return;
    const order = { ...customer.columns, status: 10, callaftermin: minutes };
    const problem = await this.#callCentre.writeRow({ task: TASK, Id }, order, key);
    await this.#crm.update(Id, { callInMinutes: '', ...(problem && { callState: problem }) });
  }

  async #afterOthers(customer, act) {
    const before = this.#running.get(customer) ?? Promise.resolve();
    const running = before.catch(() => undefined).then(act);
    this.#running.set(customer, running);
    try {
      await running;
    } finally {
      if (this.#running.get(customer) === running) this.#running.delete(customer);
    }
  }
}

async function textOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > mostCharacters) return undefined;
  }
  return text;
}

/** Takes as long wherever they differ. */
export function isSame(given, expected) {
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
