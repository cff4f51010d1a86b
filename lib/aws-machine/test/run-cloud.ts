/** Runs a local cloud, with its port, in a process of its own; tells what happens in lines of JSON. */

import { LocalServer } from '../../local/local-server.ts';
import { startLocalCloud } from '../src/local-cloud.ts';

const tell = (news: object) => process.stdout.write(`${JSON.stringify(news)}\n`);

const server = new LocalServer();

try {
  const cloud = await startLocalCloud({
    ...JSON.parse(process.argv[2] ?? '{}'),
    region: 'eu-central-1',
    accountId: '111122223333',
    publicBaseUrl: await server.listen(0),
    parameters: {},
    extraEnvironment: {},
    onLog: (functionName, line) => tell({ log: `${functionName}: ${line}` }),
  });
  server.serve({ fetch: cloud.app.fetch, upgrade: cloud.upgrade });
  process.once('SIGTERM', () => void cloud.stop().then(() => server.close()));
  tell({ endpoint: cloud.endpoint, queues: cloud.queues, outputs: cloud.outputs });
} catch (error) {
  tell({ refused: (error as Error).message });
  await server.close();
}
