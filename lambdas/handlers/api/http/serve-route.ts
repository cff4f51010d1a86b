import type { Context } from 'hono';
import type * as z from 'zod';
import type { Language } from '../../../domain/basics/language.ts';
import type { Directory } from '../../../ports/people/directory.ts';
import type { InvocationJournal } from '../../boundary/invocation-journal.ts';
import { wantedLanguage } from '../../boundary/wanted-language.ts';
import type { ConsoleEnv } from './api-env.ts';
import { problemsOf, sentenceOf } from './issue-words.ts';
import { mayNotAsk, sightOf, strangeTask } from './may-ask.ts';
import { type AuditPorts, auditEntryOf, isAudited } from './note-change.ts';
import { readJson } from './read-json.ts';
import type { BytesReply, Declaration, Refused, Reply, Request, Route } from './route.ts';

type ConsoleContext = Context<ConsoleEnv>;

export interface ServingPorts extends AuditPorts {
  directory: Pick<Directory, 'task'>;
  journal: Pick<InvocationJournal, 'failed'>;
}

/** Who may come in is asked first, then what was sent is read, then it is done. */
export async function serveRoute(
  c: ConsoleContext,
  route: Route,
  ports: ServingPorts,
): Promise<Response> {
  const { declaration } = route;
  const refused = mayNotAsk(c.var.caller, declaration);
  if (refused !== undefined) return send(c, refused);
  const request = requestOf(c, declaration);
  const entry = await route.enter(request);
  if ('refused' in entry) return send(c, entry.refused);
  const { language } = request;
  const query = declaration.query && read(c.req.query(), declaration.query, language);
  if (query?.refused) return send(c, query.refused);
  const body = declaration.body && (await readBody(c, declaration, language));
  if (body?.refused) return send(c, body.refused);
  const strange = await strangeTask(ports.directory, body?.value, request.sees);
  if (strange !== undefined) return send(c, strange);
  const whole = { ...request, query: query?.value, body: body?.value };
  const reply = await route.handle(whole, entry.entered);
  if (!isRefused(reply)) await noteChange(ports, declaration, whole);
  return send(c, reply);
}

function requestOf(c: ConsoleContext, declaration: Declaration): Request {
  const { caller } = c.var;
  return {
    caller,
    sees: sightOf(caller, declaration),
    language: wantedLanguage(c),
    param: (name) => (c.req.param() as Record<string, string>)[name] ?? '',
    header: (name) => c.req.header(name),
    body: undefined,
    query: undefined,
  };
}

/** What was done is done: that it could not be listed is for the log. */
async function noteChange(
  ports: ServingPorts,
  declaration: Declaration,
  request: Request,
): Promise<void> {
  if (!isAudited(declaration, request.body)) return;
  const entry = auditEntryOf(declaration, request, ports.clock.now());
  try {
    await ports.auditLog.note(entry);
  } catch (error) {
    ports.journal.failed(error, { unlisted: entry.act, by: entry.by });
  }
}

type Reading = { value: unknown; refused?: never } | { value?: never; refused: Refused };

async function readBody(
  c: ConsoleContext,
  { body, mostCharacters, readBody: readAs }: Declaration,
  language: Language,
): Promise<Reading> {
  const json = readJson(await c.req.text(), mostCharacters);
  if (json.refused) return json;
  const given = json.value;
  if (readAs !== undefined) return readAs(given, language);
  return body === undefined ? { value: undefined } : read(given, body, language);
}

function read(given: unknown, schema: z.ZodType, language: Language): Reading {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  const body = { error: sentenceOf(parsed.error), problems: problemsOf(parsed.error, language) };
  return { refused: { status: 400, body } };
}

function send(c: ConsoleContext, reply: Reply): Response {
  if (reply.status === 204) return c.body(null, 204);
  if ('bytes' in reply) return sendBytes(c, reply);
  if ('location' in reply && reply.location !== undefined) c.header('location', reply.location);
  if (!isRefused(reply)) return c.json(reply.body as object, reply.status);
  const error = reply.body.error[wantedLanguage(c)];
  return c.json({ ...reply.body, error }, reply.status);
}

/** Nobody keeps a copy: what is deleted shall be gone. */
function sendBytes(c: ConsoleContext, { bytes, contentType, range }: BytesReply): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 206, {
    'content-type': contentType,
    'content-range': range,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  });
}

function isRefused(reply: Reply): reply is Refused {
  return reply.status >= 400;
}
