/** Runs a local cloud in a process of its own; tells what happens in lines of JSON. */
import { startLocalCloud } from '../../../lib/local/cloud/local-cloud.ts';

const tell = (news: object) => process.stdout.write(`${JSON.stringify(news)}\n`);

try {
  const cloud = await startLocalCloud({
    ...JSON.parse(process.argv[2] ?? '{}'),
    region: 'eu-central-1',
    accountId: '111122223333',
    publicBaseUrl: 'https://calls.example',
    parameters: {},
    extraEnvironment: {},
    onLog: (functionName, line) => tell({ log: `${functionName}: ${line}` }),
  });
  process.once('SIGTERM', () => void cloud.stop());
  tell({ endpoint: cloud.endpoint, queues: cloud.queues });
} catch (error) {
  tell({ refused: (error as Error).message });
}
