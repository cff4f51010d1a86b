import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256, sha256Hex } from '../../lambdas/composition/table-ports.ts';
import type { AttemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Script } from '../../lambdas/domain/script/script.ts';
import { deskRoutes } from '../../lambdas/handlers/api/desk-routes.ts';
import { apiApp } from '../../lambdas/handlers/api/http/api-app.ts';
import type { ConsolePorts } from '../../lambdas/handlers/api/http/api-env.ts';
import { supervisorRoutes } from '../../lambdas/handlers/supervisor-api/supervisor-routes.ts';
import { keepOutcome } from '../../lambdas/use-cases/views/keep-views.ts';
import { bearer } from './bearer.ts';
import { CallCentre } from './call-centre.ts';
import { MemoryAnsweredRequests } from './memory/memory-answered-requests.ts';
import { MemoryCalendarLinks } from './memory/memory-calendar-links.ts';
import { MemoryCursorKey } from './memory/memory-cursor-key.ts';
import { MemoryRowImport } from './memory/memory-row-import.ts';
import { ScriptedTexts } from './scripted-texts.ts';

export const boss = { token_use: 'access', username: 'boss', 'cognito:groups': ['supervisor'] };
export const anna = { token_use: 'access', username: 'anna', 'cognito:groups': ['operator'] };
export const ivan = { ...anna, username: 'ivan' };
/** Sees everything, changes nothing. */
export const vera = { ...boss, username: 'vera', 'cognito:groups': ['viewer'] };
/** Leads the tasks that name her. */
export const lena = { ...boss, username: 'lena', 'cognito:groups': ['lead'] };
/** An operator of no task. */
export const olga = { ...anna, username: 'olga' };

export type Claims = object;

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is the test's to say
  body: any;
  headers: Headers;
}

const scriptFile = path.join(__dirname, '../../lib/local/sample/script.json');
export const sampleScript: Script = JSON.parse(readFileSync(scriptFile, 'utf8'));

/** The console's API over the engine on memory adapters; the task `demo` has the sample script. */
export class Console {
  readonly centre: CallCentre;
  readonly ports: ConsolePorts;
  readonly failures: unknown[] = [];
  readonly #app: ReturnType<typeof apiApp>;

  private constructor(centre: CallCentre) {
    this.centre = centre;
    this.ports = portsOf(centre, this.failures);
    this.#app = wholeApi(this.ports);
  }

  static async open(given: Parameters<typeof CallCentre.open>[0] = {}): Promise<Console> {
    const task = { script: 'callback', ...given.task };
    const console = new Console(await CallCentre.open({ ...given, task }));
    await console.ports.scripts.store('callback', sampleScript);
    return console;
  }

  /** `line` is a method and a path. */
  async ask(
    line: string,
    { as = anna, body, language }: { as?: Claims; body?: unknown; language?: string } = {},
  ): Promise<Answer> {
    const [method = '', where = ''] = line.split(' ');
    const sent = body === undefined ? undefined : JSON.stringify(body);
    return this.send(method, where, { as, sent, language });
  }

  /** `sent` is the body, whether or not it is JSON. */
  async send(
    method: string,
    where: string,
    {
      as,
      sent,
      language,
    }: { as: Claims; sent?: string | undefined; language?: string | undefined },
  ): Promise<Answer> {
    const init = {
      method,
      headers: { ...bearer(as), ...(language !== undefined && { 'accept-language': language }) },
      ...(sent !== undefined && { body: sent }),
    };
    const answer = await this.#app.request(where, init, {} as never);
    const text = await answer.text();
    return { status: answer.status, body: text && JSON.parse(text), headers: answer.headers };
  }

  /** What the stream of attempts tells the views. */
  async keepOutcomes(): Promise<void> {
    const { tables } = this.centre.world;
    for (const after of tables.attempts.values()) await keepOutcome(this.ports, { after });
  }

  /** Row 17 is due at half past ten; Anna’s phone rings. Returns the attempt. */
  async ringAnna(columns: object = {}): Promise<AttemptId> {
    this.centre.put(17, {
      tel: '020 7946 0017',
      имя: 'Zoë',
      status: 10,
      date_callback: '2026-11-23',
      time_callback: '10:30',
      operator_number: '+442079460991',
      ...columns,
    });
    await this.centre.runUntil('2026-11-23T10:29:46Z');
    return this.centre.lastCall().attempt;
  }

  /** And they talk; it is 10:30:06. */
  async talk(columns: object = {}): Promise<AttemptId> {
    const attempt = await this.ringAnna(columns);
    const { centre } = this;
    const call = centre.lastCall();
    await call.answers();
    await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
    await centre.runUntil('2026-11-23T10:29:59.500Z');
    await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
    await call.customerIs('ringing');
    await centre.runUntil('2026-11-23T10:30:06Z');
    await call.customerIs('answered');
    return attempt;
  }
}

/** What the functions of the API answer together. */
export function wholeApi(ports: ConsolePorts): ReturnType<typeof apiApp> {
  const routes = [...deskRoutes(ports), ...supervisorRoutes(ports)];
  return apiApp(ports, { routes });
}

function portsOf(centre: CallCentre, failures: unknown[]): ConsolePorts {
  const { world, dialler } = centre;
  const { tables, clock, journal } = world;
  const watched = Object.assign(journal, {
    failed: (error: unknown) => void failures.push(error),
    flush: () => undefined,
  });
  return {
    ...centre.ports,
    dialler,
    rowEditor: world.rowEditor,
    texts: new ScriptedTexts(),
    answeredRequests: new MemoryAnsweredRequests(),
    cursorKey: new MemoryCursorKey(),
    calendarLinks: new MemoryCalendarLinks(),
    journal: watched,
    rowImport: new MemoryRowImport(tables),
    digest: sha256,
    traces: world.traces,
    conferences: world.conferences,
    stateLog: world.stateLog,
    auditLog: world.auditLog,
    hash: sha256Hex,
    newTasks: 'open',
    pins: {
      hashOf: async (pin) => `hash of ${pin.length} digits`,
      fits: async () => false,
    },
    voiceTokens: {
      tokenFor: async (identity) => ({
        token: 'a.b.c',
        identity,
        edge: 'roaming',
        expiresAt: clock.now() + 3_600_000,
      }),
    },
  };
}
