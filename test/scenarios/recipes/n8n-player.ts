import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

interface Node {
  name: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type has parameters of its own
  parameters: any;
}

interface Workflow {
  nodes: Node[];
  connections: Record<string, { main: { node: string }[][] }>;
}

const file = path.join(__dirname, '../../../lib/recipes/n8n-workflow.json');

/** Plays the recipe's workflow: a webhook, filters and requests, with the credentials that n8n holds. */
export class N8nPlayer {
  readonly #workflow: Workflow = JSON.parse(readFileSync(file, 'utf8'));
  readonly #token: () => Promise<string>;
  readonly #address: string;
  readonly #server: http.Server;
  /** Statuses that the webhook answered. */
  readonly answered: number[] = [];

  constructor({
    port,
    address,
    token,
  }: { port: number; address: string; token: () => Promise<string> }) {
    this.#address = address;
    this.#token = token;
    this.#server = http.createServer((request, response) => void this.#take(request, response));
    this.#server.listen(port, '127.0.0.1');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += part;
    const start = this.#workflow.nodes.find(
      ({ type }) => type === 'n8n-nodes-base.webhook',
    ) as Node;
    const isTheirs = request.headers.authorization === 'Bearer local';
    const isPath = request.url === `/webhook/${start.parameters.path}`;
    const status =
      isTheirs && isPath ? await this.#run(start.name, { body: JSON.parse(text) }) : 403;
    this.answered.push(status);
    response.writeHead(status).end();
  }

  async #run(from: string, json: object): Promise<number> {
    for (const { node: name } of this.#workflow.connections[from]?.main[0] ?? []) {
      const node = this.#workflow.nodes.find((it) => it.name === name) as Node;
      if (!(await this.#play(node, json))) return 500;
      if (node.type === 'n8n-nodes-base.filter' && !isKept(node, json)) continue;
      const status = await this.#run(name, json);
      if (status !== 200) return status;
    }
    return 200;
  }

  async #play({ type, parameters }: Node, json: object): Promise<boolean> {
    if (type === 'n8n-nodes-base.filter') return true;
    if (type !== 'n8n-nodes-base.httpRequest') throw new Error(`The player knows no ${type}`);
    const url = evaluate(parameters.url, json).replace('http://localhost:3000', this.#address);
    const given = parameters.headerParameters.parameters as { name: string; value: string }[];
    const headers = Object.fromEntries(
      given.map(({ name, value }) => [name, evaluate(value, json)]),
    );
    const answer = await fetch(url, {
      method: parameters.method,
      headers: { ...headers, authorization: `Bearer ${await this.#token()}` },
      body: evaluate(parameters.jsonBody, json),
    });
    return answer.ok;
  }
}

function isKept({ parameters }: Node, json: object): boolean {
  const { conditions } = parameters.conditions;
  return conditions.every(
    ({ leftValue, rightValue }: { leftValue: string; rightValue: string }) =>
      evaluate(leftValue, json) === evaluate(rightValue, json),
  );
}

/** A text that begins with `=` has expressions in double braces. */
function evaluate(text: string, json: object): string {
  if (!text.startsWith('=')) return text;
  return text
    .slice(1)
    .replace(/\{\{(.*?)\}\}(?!\})/g, (_, expression) =>
      String(new Function('$json', `return (${expression});`)(json)),
    );
}
