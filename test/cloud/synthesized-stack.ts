import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { handlerNames } from '../../lib/bundles/handler-names.ts';
import { type Synthesis, synthesize } from '../../lib/cloud/synthesize.ts';

const handlers = path.join(import.meta.dirname, '..', '..', 'lambdas', 'handlers');

type Checks = Pick<Synthesis, 'checks' | 'rules'>;

/** The template of a stage, with empty bundles: what the functions do is not asked here. */
export function synthesizedStack(
  context: Record<string, unknown> = {},
  checks: Checks = { checks: 'quick' },
): Template {
  return Template.fromJSON(JSON.parse(readFileSync(templateFile(context, checks), 'utf8')));
}

/** Where the template of a stage was written. */
export function templateFile(
  context: Record<string, unknown> = {},
  checks: Checks = { checks: 'quick' },
): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stack-'));
  const [bundles, pages] = [path.join(folder, 'functions'), path.join(folder, 'pages')];
  for (const name of handlerNames(handlers)) {
    write(path.join(bundles, name, 'index.mjs'), `export const handler = '${name}';`);
  }
  write(path.join(pages, 'index.html'), 'desk');
  write(path.join(pages, 'assets', 'desk-ABCDEFGH.js'), 'desk');
  const outdir = path.join(folder, 'cdk.out');
  const { stackName } = synthesize({ bundles, pages, outdir, context, ...checks });
  return path.join(outdir, `${stackName}.template.json`);
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Our own functions, by their logical ids without CDK's hash. */
export function functionsOf(template: Template): string[] {
  const own = Object.entries(template.findResources('AWS::Lambda::Function')).filter(
    ([, { Properties }]) => Properties.Handler === 'index.handler' && Properties.Description,
  );
  return own.map(([id]) => id.slice(0, -8)).filter((id) => !id.startsWith('Custom'));
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
