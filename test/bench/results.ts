import { writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Finding } from './bench.ts';

const heads = { what: 'what', goal: 'goal', measured: 'measured', verdict: 'verdict' };

/** For a terminal a paragraph: goals and measurements are long. */
export function findingText({ what, goal, measured, verdict }: Finding): string {
  const lines = [['goal', goal] as const, ['measured', measured] as const];
  const told = lines.filter(([, text]) => text !== '');
  const rest = told.map(([name, text]) => `  ${name.padEnd(9)} ${text}\n`).join('');
  return `${what}: ${verdict}\n${rest}`;
}

export interface Machine {
  date: Date;
  processor: string;
  cores: number;
  gigabytes: number;
  platform: string;
  node: string;
  /** How many processes wanted to run in the minute before. */
  load: number;
}

export function thisMachine(): Machine {
  const cpus = os.cpus();
  return {
    date: new Date(),
    processor: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    gigabytes: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.type()} ${os.arch()}`,
    node: process.version,
    load: os.loadavg()[0] ?? 0,
  };
}

export function resultsPage(findings: readonly Finding[], machine: Machine, note: string): string {
  const { date, processor, cores, gigabytes, platform, node, load } = machine;
  const rows = [heads, { what: '---', goal: '---', measured: '---', verdict: '---' }, ...findings];
  const table = rows.map(
    ({ what, goal, measured, verdict }) =>
      `| ${[what, goal, measured, verdict].map(cell).join(' | ')} |`,
  );
  return `# What was measured

Written by \`npm run bench\`; do not edit. ${note}

- Begun: ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC
- Machine: ${processor}, ${cores} cores, ${gigabytes} GB, ${platform}, Node ${node}
- Load before it began: ${load.toFixed(1)}

${table.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function keepResults(file: string, page: string): void {
  writeFileSync(file, page);
}
