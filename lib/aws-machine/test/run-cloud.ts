/** Runs a local cloud, with its port, in a process of its own; tells what happens in lines of JSON. */

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { startLocalCloud } from '../src/local-cloud.ts';

const tell = (news: object) => process.stdout.write(`${JSON.stringify(news)}\n`);

/** It listens before there is a cloud, which must know the address. */
const server = http.createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

try {
  const cloud = await startLocalCloud({
    ...JSON.parse(process.argv[2] ?? '{}'),
    region: 'eu-central-1',
    accountId: '111122223333',
    publicBaseUrl: `http://127.0.0.1:${port}`,
    parameters: {},
    extraEnvironment: {},
    onLog: (functionName, line) => tell({ log: `${functionName}: ${line}` }),
  });
  server.on('request', getRequestListener(cloud.app.fetch, { overrideGlobalObjects: false }));
  server.on('upgrade', cloud.upgrade);
  process.once('SIGTERM', () => void cloud.stop().then(close));
  tell({ endpoint: cloud.endpoint, queues: cloud.queues, outputs: cloud.outputs });
} catch (error) {
  tell({ refused: (error as Error).message });
  close();
}

function close(): void {
  server.close();
  server.closeAllConnections();
}
