import type { StartOptions } from './start-options.ts';
import type { LocalSystem } from './start-system.ts';

/** Where to look, and how to order a first call. */
export function welcome(
  { address, dynamodb }: LocalSystem,
  sample: StartOptions['sample'],
): string {
  const host = address.replace('127.0.0.1', 'localhost');
  return `
  Desk       ${host}
  Supervisor ${host}/supervisor
  Phones     ${host}/phones
  API        ${host}/api (described at /api/docs)
  DynamoDB   ${dynamodb.endpoint}, table ${dynamodb.tables.subscribers}
  All this   ${host}/local
${sample === 'seeded' ? firstCall(host) : ''}
  Ctrl-C stops it; everything is kept.
`;
}

function firstCall(host: string): string {
  return `
  Order a first call and watch desk and phones:

    TOKEN=$(curl -s ${host}/local/token -d '{"role": "supervisor"}' | cut -d '"' -f 4)
    curl -X PATCH ${host}/api/tasks/orders/subscribers/4 -H "Authorization: Bearer $TOKEN" \\
      -d '{"status": 10, "callaftermin": 0}'
`;
}
