import { readStack, type Stack } from '../../src/template/stack.ts';
import type { Template } from '../../src/template/template.ts';

/** A resolved stack from a template that a test writes down. */
export function stackOf(template: Partial<Template>): Stack {
  const assembly = { template: { Resources: {}, ...template }, assetFolders: new Map() };
  return readStack(assembly, {
    region: 'eu-central-1',
    accountId: '111122223333',
    stackName: 'Test',
    publicBaseUrl: 'https://calls.example',
    parameters: { '/given/by/ssm': 'from the parameter store' },
    endpoint: 'http://127.0.0.1:4566',
    queueUrl: (name) => `http://127.0.0.1:4566/000000000000/${name}`,
  });
}
