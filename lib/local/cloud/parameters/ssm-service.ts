import { z } from 'zod';
import type { Need } from '../permissions/policy-statement.ts';
import { AwsError } from '../proxy/aws-error.ts';
import type { AwsRequest } from '../proxy/aws-request.ts';
import { type AwsService, jsonAnswer, jsonRefusal } from '../proxy/aws-service.ts';
import { parseProperties } from '../template/parse-properties.ts';
import type { Stack } from '../template/stack.ts';

export interface SsmServiceOptions {
  /** Values by name, `/path/to/parameter`. */
  parameters: Record<string, string>;
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
};

/** Parameter Store, read only. Encrypted parameters read like any other. */
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

const oneName = z.object({ Name: z.string() });

function getParameter(input: unknown, options: SsmServiceOptions) {
  const { Name } = oneName.parse(input);
  if (Name in options.parameters) return { Parameter: describe(Name, options) };
  throw new AwsError('ParameterNotFound', `No parameter ${Name} is given`);
}

const severalNames = z.object({ Names: z.array(z.string()).min(1).max(10) });

function getParameters(input: unknown, options: SsmServiceOptions) {
  const { Names } = severalNames.parse(input);
  const isKnown = (name: string) => name in options.parameters;
  return {
    Parameters: Names.filter(isKnown).map((name) => describe(name, options)),
    InvalidParameters: Names.filter((name) => !isKnown(name)),
  };
}

const namesUnderPath = z.object({
  Path: z.string(),
  Recursive: z.boolean().default(false),
  MaxResults: z.number().min(1).max(10).default(10),
  NextToken: z.string().default('0'),
});

function getParametersByPath(input: unknown, options: SsmServiceOptions) {
  const { Path, Recursive, MaxResults, NextToken } = namesUnderPath.parse(input);
  const prefix = Path.endsWith('/') ? Path : `${Path}/`;
  const names = Object.keys(options.parameters)
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

function describe(name: string, { parameters, parametersArn }: SsmServiceOptions) {
  return {
    Name: name,
    Type: 'String',
    Value: parameters[name],
    Version: 1,
    ARN: parameterArn(parametersArn, name),
    DataType: 'text',
  };
}

function parameterArn(parametersArn: string, name: string): string {
  return `${parametersArn}/${name.replace(/^\//, '')}`;
}
