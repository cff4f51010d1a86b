import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Document {
  _aws: { CloudWatchMetrics: { Namespace: string; Metrics: { Name: string }[] }[] };
  service: string;
}

/** The names of all metrics that a system’s functions wrote to their logs in CloudWatch’s format. */
export function toldMetrics(dataFolder: string): Set<string> {
  const names = documents(dataFolder).flatMap(({ _aws }) =>
    _aws.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name)),
  );
  return new Set(names);
}

/** What stands in them as the deployment. */
export function toldServices(dataFolder: string): string[] {
  return [...new Set(documents(dataFolder).map(({ service }) => service))];
}

function documents(dataFolder: string): Document[] {
  const folder = path.join(dataFolder, 'cloud', 'logs');
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8').split('\n'),
  );
  return lines.filter((line) => line.includes('"_aws"')).map((line) => JSON.parse(line));
}
