import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeptParameters } from '../../src/parameters/kept-parameters.ts';
import { parametersOfStack, ssmService } from '../../src/parameters/ssm-service.ts';
import type { AwsRequest } from '../../src/proxy/aws-request.ts';
import { stackOf } from '../template/stack-of.ts';

const numbered = Array.from({ length: 12 }, (_, index) => [
  `/many/${String(index).padStart(2, '0')}`,
  'x',
]);
const given = {
  '/desk/token': 'secret',
  '/desk/deep/er': 'y',
  ...Object.fromEntries(numbered),
};
const file = path.join(mkdtempSync(path.join(tmpdir(), 'parameters-')), 'parameters.json');
const parameters = new KeptParameters(file, given);
const service = ssmService({ parameters, parametersArn: 'arn:parameter' });

async function ask(operation: string, input: object) {
  const { body } = await service.answer({ operation, input: () => input } as AwsRequest);
  return JSON.parse(body.toString());
}

test('answers what is known by name, and names what is not', async () => {
  const answer = await ask('GetParameters', { Names: ['/desk/token', '/desk/nothing'] });
  expect(answer).toMatchObject({
    Parameters: [{ Name: '/desk/token', Value: 'secret', ARN: 'arn:parameter/desk/token' }],
    InvalidParameters: ['/desk/nothing'],
  });
});

test('a single unknown name is an error', async () => {
  await expect(ask('GetParameter', { Name: '/desk/nothing' })).rejects.toMatchObject({
    code: 'ParameterNotFound',
  });
});

test('a path holds what is directly under it, or all of it', async () => {
  const names = async (Recursive: boolean) => {
    const answer = await ask('GetParametersByPath', { Path: '/desk', Recursive });
    return answer.Parameters.map(({ Name }: { Name: string }) => Name);
  };
  expect(await names(false)).toEqual(['/desk/token']);
  expect(await names(true)).toEqual(['/desk/deep/er', '/desk/token']);
});

test('a long path comes in pages of ten', async () => {
  const first = await ask('GetParametersByPath', { Path: '/many/' });
  expect(first.Parameters).toHaveLength(10);
  const second = await ask('GetParametersByPath', { Path: '/many/', NextToken: first.NextToken });
  expect(second.Parameters).toHaveLength(2);
  expect(second.NextToken).toBeUndefined();
});

test('a parameter that nothing here listens to is refused', async () => {
  const answer = ask('GetParametersByPath', { Path: '/desk', ParameterFilters: [] });
  await expect(answer).rejects.toThrow('ParameterFilters');
  const put = ask('PutParameter', { Name: '/desk/new', Value: 'x', Type: 'String', KeyId: 'k' });
  await expect(put).rejects.toThrow('KeyId');
});

test('what is not played is refused', async () => {
  await expect(ask('LabelParameterVersion', { Name: '/desk/token' })).rejects.toThrow(
    'does not play ssm:LabelParameterVersion',
  );
});

test('the template may set parameters of its own', () => {
  const Properties = { Name: '/desk/language', Type: 'String', Value: { Ref: 'AWS::Region' } };
  const stack = stackOf({ Resources: { Language: { Type: 'AWS::SSM::Parameter', Properties } } });
  expect(parametersOfStack(stack)).toEqual({ '/desk/language': 'eu-central-1' });
});

test('what is put is kept, and wins over what was given', async () => {
  const put = { Name: '/kept/secret', Value: 'one', Type: 'SecureString' };
  await ask('PutParameter', put);
  const again = { ...put, Value: 'two' };
  await expect(ask('PutParameter', again)).rejects.toMatchObject({
    code: 'ParameterAlreadyExists',
  });
  await ask('PutParameter', { ...again, Overwrite: true });
  expect(new KeptParameters(file, { '/kept/secret': 'zero' }).get('/kept/secret')).toBe('two');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
