import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import type { Need } from '../permissions/policy-statement.ts';
import type { AwsRequest } from '../proxy/aws-request.ts';
import { type AwsService, jsonAnswer, jsonRefusal } from '../proxy/aws-service.ts';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack } from '../template/stack.ts';
import type { KeptParameters } from './kept-parameters.ts';

export interface SsmServiceOptions {
  /** Named `/path/to/parameter`. */
  parameters: KeptParameters;
  /** ARN of a parameter, without its name: `arn:aws:ssm:R:A:parameter`. */
  parametersArn: string;
}

const parameterProperties = z.object({ Value: z.string() });

/** The parameters that the template itself sets. */
export function parametersOfStack(stack: Stack): Record<string, string> {
  const parameters = stack
    .resources('AWS::SSM::Parameter')
    .map((resource) => [resource.name, parseProperties(parameterProperties, resource).Value]);
  return Object.fromEntries(parameters);
}

type Operation = (input: unknown, options: SsmServiceOptions) => object;

const operations: Record<string, Operation> = {
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  PutParameter: putParameter,
};

/** Parameter Store, of one version each. Encrypted parameters read like any other. */
export function ssmService(options: SsmServiceOptions): AwsService {
  return {
    operation: ({ operation }) => operation,
    needs: (request) => needs(request, options.parametersArn),
    refuse: jsonRefusal,
    async answer({ operation, input }) {
      const carryOut = operations[operation];
      if (carryOut) return jsonAnswer(carryOut(input(), options));
      const message = `The local cloud does not play ssm:${operation}`;
      throw new AwsError('UnknownOperationException', message);
    },
  };
}

function needs({ operation, input }: AwsRequest, parametersArn: string): Need[] {
  const { Name, Names = [], Path } = input();
  const names = [Name, Names, Path].flat().filter((name) => name !== undefined);
  const action = `ssm:${operation}`;
  return names.map((name) => ({ action, resource: parameterArn(parametersArn, String(name)) }));
}

/** Nothing is encrypted here: what asks for it in the clear has it. */
const decryption = { WithDecryption: z.boolean().optional() };

const oneName = z.strictObject({ Name: z.string(), ...decryption });

function getParameter(input: unknown, options: SsmServiceOptions) {
  const { Name } = oneName.parse(input);
  if (options.parameters.get(Name) !== undefined) return { Parameter: describe(Name, options) };
  throw new AwsError('ParameterNotFound', `No parameter ${Name} is given`);
}

const severalNames = z.strictObject({
  Names: z.array(z.string()).min(1).max(10),
  ...decryption,
});

function getParameters(input: unknown, options: SsmServiceOptions) {
  const { Names } = severalNames.parse(input);
  const isKnown = (name: string) => options.parameters.get(name) !== undefined;
  return {
    Parameters: Names.filter(isKnown).map((name) => describe(name, options)),
    InvalidParameters: Names.filter((name) => !isKnown(name)),
  };
}

const namesUnderPath = z.strictObject({
  ...decryption,
  Path: z.string(),
  Recursive: z.boolean().default(false),
  MaxResults: z.number().min(1).max(10).default(10),
  NextToken: z.string().default('0'),
});

function getParametersByPath(input: unknown, options: SsmServiceOptions) {
  const { Path, Recursive, MaxResults, NextToken } = namesUnderPath.parse(input);
  const prefix = Path.endsWith('/') ? Path : `${Path}/`;
  const names = options.parameters
    .names()
    .filter((name) => name.startsWith(prefix))
    .filter((name) => Recursive || !name.slice(prefix.length).includes('/'))
    .toSorted();
  const start = Number(NextToken);
  const end = start + MaxResults;
  return {
    Parameters: names.slice(start, end).map((name) => describe(name, options)),
    ...(end < names.length ? { NextToken: String(end) } : {}),
  };
}

const newParameter = z.strictObject({
  Name: z.string().startsWith('/'),
  Value: z.string().min(1).max(4096),
  Type: z.enum(['String', 'SecureString']).optional(),
  Overwrite: z.boolean().default(false),
});

function putParameter(input: unknown, { parameters }: SsmServiceOptions) {
  const { Name, Value, Type, Overwrite } = newParameter.parse(input);
  const isThere = parameters.get(Name) !== undefined;
  if (isThere && !Overwrite)
    throw new AwsError('ParameterAlreadyExists', 'The parameter already exists.');
  if (!isThere && Type === undefined)
    throw new AwsError('ValidationException', 'A parameter type is required when you create one.');
  parameters.put(Name, Value);
  return { Version: 1, Tier: 'Standard' };
}

function describe(name: string, { parameters, parametersArn }: SsmServiceOptions) {
  return {
    Name: name,
    Type: 'String',
    Value: parameters.get(name),
    Version: 1,
    ARN: parameterArn(parametersArn, name),
    DataType: 'text',
  };
}

function parameterArn(parametersArn: string, name: string): string {
  return `${parametersArn}/${name.replace(/^\//, '')}`;
}
