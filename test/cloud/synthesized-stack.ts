import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { synthesize } from '../../lib/cloud/synthesize.ts';

const functions = [
  'api',
  'call-operator',
  'events',
  'follow-row',
  'patrol',
  'reconcile',
  'voice',
] as const;

/** The template of a stage, with empty bundles: what the functions do is not asked here. */
export function synthesizedStack(context: Record<string, unknown> = {}): Template {
  const folder = mkdtempSync(path.join(tmpdir(), 'stack-'));
  for (const name of functions) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'index.mjs'), `export const handler = '${name}';`);
  }
  const outdir = path.join(folder, 'cdk.out');
  const { stackName } = synthesize({ bundles: folder, outdir, context, checks: 'quick' });
  const file = path.join(outdir, `${stackName}.template.json`);
  return Template.fromJSON(JSON.parse(readFileSync(file, 'utf8')));
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** Everything that the role of a function may do, as `action` → resources. */
export function rightsOf(template: Template, functionName: string): Map<string, string[]> {
  const rights = new Map<string, string[]>();
  for (const { Action, Resource } of statementsOf(template, functionName)) {
    for (const action of [Action].flat()) {
      const resources = [Resource].flat().map(resourceName);
      rights.set(action, [...(rights.get(action) ?? []), ...resources].sort());
    }
  }
  return rights;
}

export function statementsOf(template: Template, functionName: string): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const own = policies.filter(([id]) => id.startsWith(`${functionName}RoleDefaultPolicy`));
  return own.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** A resource's logical id without CDK's hash; texts around it stay. */
function resourceName(resource: unknown): string {
  const text = JSON.stringify(resource);
  const id = /"Fn::GetAtt":\["([A-Za-z]+?)[0-9A-F]{8}","(Arn|StreamArn)"\]/.exec(text);
  const tail = /"(\/index\/[^"]+)"/.exec(text)?.[1] ?? '';
  if (id) return `${id[1]}${id[2] === 'StreamArn' ? '/stream' : ''}${tail}`;
  return /:((schedule|parameter)\/[^"]+)"/.exec(text)?.[1] ?? text;
}
