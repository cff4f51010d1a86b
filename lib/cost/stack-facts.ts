import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { handlerNames } from '../bundles/handler-names.ts';

/** What of a stack is paid for although nobody calls. */
export interface StackFacts {
  alarmMetrics: number;
  dashboards: number;
  /** Queues that Lambda asks for messages all the time. */
  polledQueues: number;
  sweepsAMonth: number;
}

interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

const handlers = path.join(import.meta.dirname, '..', '..', 'lambdas', 'handlers');

/** From the template of a stage, synthesized with empty functions. */
export async function readStackFacts(stage: string): Promise<StackFacts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'callback-center-stack-'));
  try {
    return factsOf(await resourcesOf(stage, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function resourcesOf(stage: string, folder: string): Promise<Resource[]> {
  const [bundles, pages] = [path.join(folder, 'functions'), path.join(folder, 'pages')];
  for (const name of handlerNames(handlers)) {
    write(path.join(bundles, name, 'index.mjs'));
  }
  write(path.join(pages, 'index.html'));
  write(path.join(pages, 'assets', 'desk.js'));
  const { synthesize } = await import('../cloud/synthesize.ts');
  const outdir = path.join(folder, 'cdk.out');
  const { stackName } = synthesize({ bundles, pages, outdir, context: { stage }, checks: 'quick' });
  const template = readFileSync(path.join(outdir, `${stackName}.template.json`), 'utf8');
  return Object.values((JSON.parse(template) as { Resources: Record<string, Resource> }).Resources);
}

function write(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
}

function factsOf(resources: readonly Resource[]): StackFacts {
  const of = (type: string) =>
    resources.filter(({ Type }) => Type === type).map(({ Properties = {} }) => Properties);
  return {
    alarmMetrics: of('AWS::CloudWatch::Alarm').reduce((sum, it) => sum + metricsOf(it), 0),
    dashboards: of('AWS::CloudWatch::Dashboard').length,
    polledQueues: of('AWS::Lambda::EventSourceMapping').filter(isOfQueue).length,
    sweepsAMonth: of('AWS::Scheduler::Schedule').reduce((sum, it) => sum + firesAMonth(it), 0),
  };
}

/** An alarm is paid for by the metrics that it looks at. */
function metricsOf({ Metrics }: { Metrics?: unknown }): number {
  if (!Array.isArray(Metrics)) return 1;
  return Metrics.filter((it: { MetricStat?: unknown }) => it.MetricStat !== undefined).length;
}

/** Streams are read from a position. */
function isOfQueue({ StartingPosition }: { StartingPosition?: unknown }): boolean {
  return StartingPosition === undefined;
}

export const hoursAMonth = 730;
const unitHours: Record<string, number> = { minute: 1 / 60, hour: 1, day: 24 };

function firesAMonth({ ScheduleExpression }: { ScheduleExpression?: unknown }): number {
  const [, every, unit = ''] = /^rate\((\d+) (\w+?)s?\)$/.exec(String(ScheduleExpression)) ?? [];
  return hoursAMonth / (Number(every) * (unitHours[unit] ?? Number.NaN));
}
