import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalCloudOptions } from '../src/local-cloud.ts';

/** Writes an assembly whose functions all run `source`, with what else a start needs. */
export function assemblyOf(Resources: Record<string, object>, source: string): LocalCloudOptions {
  const assembly = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  mkdirSync(path.join(assembly, 'code'));
  writeFileSync(path.join(assembly, 'code', 'index.mjs'), source);
  const manifest = { files: { code: { source: { path: 'code' } } } };
  writeFileSync(path.join(assembly, 'Test.assets.json'), JSON.stringify(manifest));
  writeFileSync(path.join(assembly, 'Test.template.json'), JSON.stringify({ Resources }));
  return {
    assembly,
    stackName: 'Test',
    region: 'eu-central-1',
    accountId: '111122223333',
    dataFolder: path.join(assembly, 'state'),
    publicBaseUrl: 'https://calls.example',
    parameters: {},
    extraEnvironment: {},
  };
}

export const succeeding = 'export const handler = async () => null;';

/** A function and its role, which allows what is given. */
export function functionWith(Statement: object[], properties = {}): Record<string, object> {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {} };
  return {
    HandlerRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: trust },
        Policies: Statement.length === 0 ? [] : [{ PolicyDocument: { Statement } }],
      },
    },
    Handler: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Key: 'code.zip' },
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['HandlerRole', 'Arn'] },
        Runtime: 'nodejs24.x',
        ...properties,
      },
    },
  };
}
