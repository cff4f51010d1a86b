import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Right } from '../../lib/aws-machine/src/permissions/rights-log.ts';

/** As people write them: `Voice dynamodb:GetItem table/Rows`. */
export interface RightsInUse {
  granted: string[];
  used: Set<string>;
}

/** What all systems of a run told together. */
export function readRights(folder: string): RightsInUse {
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const entries = texts.flatMap((text) => text.trim().split('\n')).map(parse);
  return {
    granted: [...new Set(entries.flatMap(({ granted = [] }) => granted.map(nameOf)))].sort(),
    used: new Set(entries.flatMap(({ used }) => (used ? [nameOf(used)] : []))),
  };
}

/** Rights that nobody used and nobody expects to be unused. */
export function unexpectedlyUnused(
  { granted, used }: RightsInUse,
  expected: Readonly<Record<string, readonly string[]>>,
): string[] {
  const known = new Set(Object.values(expected).flat());
  return granted.filter((right) => !used.has(right) && !known.has(right) && !isOfLambda(right));
}

/** What Lambda itself writes with a function's role: its log. */
function isOfLambda(right: string): boolean {
  return / logs:(CreateLogStream|PutLogEvents) /.test(right);
}

function parse(line: string): { granted?: Right[]; used?: Right } {
  return JSON.parse(line);
}

/** Without the account and region of one machine. */
function nameOf({ functionName, action, resource }: Right): string {
  const shortened = resource.replace(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d*:/, '');
  return `${functionName} ${action} ${shortened}`;
}
