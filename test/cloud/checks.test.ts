import { spawnSync } from 'node:child_process';
import { addRules } from '../../lib/cloud/base/rules.ts';
import { synthesizedStack, templateFile } from './synthesized-stack.ts';

const account = '123456789012';
const certificateIn = (region: string) => `arn:aws:acm:${region}:${account}:certificate/0a1b`;

const everything = {
  account,
  region: 'eu-west-2',
  apiDomain: 'calls.example.com',
  apiCertificateArn: certificateIn('eu-west-2'),
  consoleDomain: 'desk.example.com',
  consoleCertificateArn: certificateIn('us-east-1'),
  alarmEmail: 'anna@example.com',
  events: {
    webhooks: [{ name: 'Crm', url: 'https://crm.example.com/calls', secret: 'crm-token' }],
  },
};

/** Findings end a synthesis with an error. What is made without domains is held to them by the package’s test. */
test('cdk-nag’s AwsSolutions and Serverless packs pass: a stage with domains, in a named account', () => {
  const checks = { checks: 'all', rules: addRules } as const;
  expect(() => synthesizedStack(everything, checks)).not.toThrow();
});

/** CDK writes out dependencies that references imply already. */
const withoutImpliedDependencies = ['--ignore-checks', 'W3005'];
const isInstalled = spawnSync('cfn-lint', ['--version']).status === 0;
if (!isInstalled)
  console.warn('cfn-lint is not installed here: the templates are not checked by it');

(isInstalled ? test : test.skip).each([
  ['a stage with domains, in a named account', everything],
  ['the stage of one machine', { stage: 'local' }],
])('cfn-lint finds nothing: %s', (_, context) => {
  const args = [...withoutImpliedDependencies, '--template', templateFile(context)];
  const { stdout, status } = spawnSync('cfn-lint', args, { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
