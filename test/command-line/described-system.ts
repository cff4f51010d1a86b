import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LocalSystem } from '../support/local-system.ts';

/** What `GET /local` tells commands. */
export interface Description {
  dynamodb: { endpoint: string; region: string; tables: Record<string, string> };
  aws: {
    endpoint: string;
    region: string;
    outputs: Record<string, string>;
    queues: Record<string, string>;
  };
  twilio: { baseUrl: string; accountSid: string; authToken: string; numbers: string[] };
}

/** A whole `npm start` for all tests of a file, and systems that differ from it in what they say they are. */
export function describedSystem() {
  const servers: Server[] = [];
  let system: LocalSystem | undefined;
  beforeAll(async () => {
    system = await LocalSystem.start();
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await system?.stop();
  });

  function running(): LocalSystem {
    if (system === undefined) throw new Error('the system has not started');
    return system;
  }

  async function describe(): Promise<Description> {
    return (await (await running().request('/local')).json()) as Description;
  }

  /** Answers the address of a system that says something else about itself. */
  async function pretend(change: (description: Description) => void): Promise<string> {
    const description = await describe();
    change(description);
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(description));
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  return { running, describe, pretend };
}

/** To the local system, a key that is no function's may do everything. */
export const outsideKey = { accessKeyId: 'outside', secretAccessKey: 'outside' };
