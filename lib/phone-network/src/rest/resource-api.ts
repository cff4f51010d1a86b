import { type Context, Hono } from 'hono';
import type { AccountResource, ResourceFields } from '../account/account-resource.ts';
import { apiVersion, rfc2822 } from '../webhooks/call-parameters.ts';
import { pageParameters, warnOfPassedOver } from './passed-over.ts';
import type { AccountState, ResourceDefinition } from './resource-definition.ts';
import { defaultsOf, missingField, readFields } from './resource-fields.ts';
import { pageJson } from './resource-page.ts';
import { badRequest, notFound, type Refusal, refusalResponse } from './twilio-refusal.ts';

const created = 201;
const deleted = 204;
const missingParameter = 20001;

/** Serves one kind of resource as Twilio does: list, create, fetch, update, delete. */
export function resourceApi(definition: ResourceDefinition, state: AccountState): Hono {
  const { path, lacks = [] } = definition;
  const api = new Hono();
  const list = `/${apiVersion}/Accounts/${state.accountSid}${path}`;
  const one = `${list}/:file{[A-Z][A-Z][^/]+\\.json}`;
  const serve = new ResourceServer(definition, state);
  api.get(`${list}.json`, (c) => serve.list(c));
  api.get(one, (c) => serve.fetch(c));
  if (!lacks.includes('create')) api.post(`${list}.json`, (c) => serve.create(c));
  if (!lacks.includes('update')) api.post(one, (c) => serve.update(c));
  if (!lacks.includes('delete')) api.delete(one, (c) => serve.remove(c));
  return api;
}

class ResourceServer {
  readonly #definition: ResourceDefinition;
  readonly #state: AccountState;

  constructor(definition: ResourceDefinition, state: AccountState) {
    this.#definition = definition;
    this.#state = state;
  }

  list(c: Context): Response {
    const { kind, list, filters = {} } = this.#definition;
    if (!this.#hasParent(c)) return refusalResponse(notFound(c.req.path));
    const url = new URL(c.req.url);
    this.#warn(url.searchParams, [...pageParameters, ...Object.keys(filters)]);
    const isMeant = (resource: AccountResource) =>
      Object.entries(filters).every(([name, fits]) => {
        const wanted = url.searchParams.get(name);
        return wanted === null || fits(resource, wanted);
      });
    const found = this.#state.resources.all(kind, parentOf(c)).filter(isMeant);
    const items = found.map((resource) => this.#json(resource, c));
    return c.json(pageJson(url, list, items));
  }

  fetch(c: Context): Response {
    const resource = this.#find(c);
    return resource ? c.json(this.#json(resource, c)) : refusalResponse(notFound(c.req.path));
  }

  async create(c: Context): Promise<Response> {
    const { kind, fields: rules, made, secrets } = this.#definition;
    if (!this.#hasParent(c)) return refusalResponse(notFound(c.req.path));
    const form = new URLSearchParams(await c.req.text());
    const missing = missingField(form, rules);
    if (missing)
      return refusalResponse(badRequest(missingParameter, `Missing required parameter ${missing}`));
    const given = this.#read(form);
    if (isRefusal(given)) return refusalResponse(given);
    const fields = { ...defaultsOf(rules), ...given };
    const own = made?.(fields, this.#state);
    const resource = this.#state.resources.add({
      kind,
      parent: parentOf(c),
      ...(own?.sid !== undefined && { sid: own.sid }),
      fields: { ...fields, ...own?.fields },
    });
    return c.json({ ...this.#json(resource, c), ...secrets?.(resource) }, created);
  }

  async update(c: Context): Promise<Response> {
    const resource = this.#find(c);
    if (!resource) return refusalResponse(notFound(c.req.path));
    const given = this.#read(new URLSearchParams(await c.req.text()), resource);
    if (isRefusal(given)) return refusalResponse(given);
    const changed = { ...given, ...this.#definition.follows?.(given) };
    return c.json(this.#json(this.#state.resources.change(resource, changed), c));
  }

  remove(c: Context): Response {
    const resource = this.#find(c);
    if (!resource) return refusalResponse(notFound(c.req.path));
    this.#state.resources.remove(resource);
    return c.body(null, deleted);
  }

  #read(form: URLSearchParams, resource?: AccountResource): ResourceFields | Refusal {
    const { fields: rules, check } = this.#definition;
    this.#warn(form, Object.keys(rules));
    const fields = readFields(form, rules);
    if (isRefusal(fields)) return fields;
    return check?.(fields, this.#state, resource) ?? fields;
  }

  #warn(given: URLSearchParams, known: readonly string[]): void {
    warnOfPassedOver(this.#state.debugLog, { path: this.#definition.path, given, known });
  }

  #hasParent(c: Context): boolean {
    const { parentKind } = this.#definition;
    const parent = parentOf(c);
    if (parentKind === undefined) return true;
    return parent !== null && this.#state.resources.find(parentKind, parent) !== undefined;
  }

  #find(c: Context): AccountResource | undefined {
    const sid = (c.req.param('file') ?? '').replace(/\.json$/, '');
    return this.#state.resources.find(this.#definition.kind, sid, parentOf(c));
  }

  #json(resource: AccountResource, c: Context): Record<string, unknown> {
    const listPath = new URL(c.req.url).pathname.replace(/(\/[A-Z]{2}[0-9a-f]{32})?\.json$/, '');
    return {
      sid: resource.sid,
      ...this.#definition.json(resource, `${listPath}/${resource.sid}`, this.#state),
      date_created: rfc2822(resource.createdAt),
      date_updated: rfc2822(resource.updatedAt),
    };
  }
}

function parentOf(c: Context): string | null {
  return c.req.param('parent') ?? null;
}

function isRefusal(result: ResourceFields | Refusal): result is Refusal {
  return typeof result.code === 'number';
}
