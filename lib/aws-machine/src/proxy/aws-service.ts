import type { AwsError } from '../base/aws-error.ts';
import type { Need } from '../permissions/policy-statement.ts';
import type { AwsAnswer, AwsRequest } from './aws-request.ts';

/** A service behind the proxy. */
export interface AwsService {
  /** The name of the operation, as AWS documents it. */
  operation(request: AwsRequest): string;
  /** What the caller must be allowed to do. */
  needs(request: AwsRequest): Need[];
  /** Carries the request out. May throw `AwsError`. */
  answer(request: AwsRequest): Promise<AwsAnswer>;
  /** Puts an error into the service's protocol. */
  refuse(error: AwsError): AwsAnswer;
}

/** Errors of the JSON protocols. */
export function jsonRefusal(error: AwsError): AwsAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': error.code },
    body: JSON.stringify({ __type: error.code, message: error.message }),
  };
}

export function jsonAnswer(output: unknown): AwsAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(output),
  };
}
