import type { FunctionDefinition } from '../../src/functions/function-definition.ts';
import {
  isThrottled,
  LambdaFunctions,
  type LambdaFunctionsOptions,
} from '../../src/functions/lambda-functions.ts';

test('an account that runs as many functions as it may turns the others away', async () => {
  const definition = { name: 'Voice', arn: 'arn:…:Voice', logicalId: 'Voice' };
  const options = { definitions: [definition as FunctionDefinition], concurrency: 0 };
  const functions = new LambdaFunctions(options as unknown as LambdaFunctionsOptions);
  const result = await functions.invoke('Voice', {});
  expect(result).toMatchObject({ ok: false, failure: { errorMessage: 'Rate Exceeded.' } });
  expect(isThrottled(result)).toBe(true);
  expect(isThrottled({ ok: false, failure: { errorType: 'Error', errorMessage: 'x' } })).toBe(
    false,
  );
  await functions.stop();
});
