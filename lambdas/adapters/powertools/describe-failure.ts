/** What a log line may say about an error. */
export interface FailureDescription {
  name: string;
  message: string;
  stack: string | undefined;
  cause?: FailureDescription;
}

const mostCauses = 3;

/**
 * An error as it may be logged: without the properties that SDKs hang on theirs (DynamoDB's bring
 * whole rows along), and without what could be a phone number.
 */
export function describeFailure(thrown: unknown, depth = 0): FailureDescription {
  if (!(thrown instanceof Error))
    return { name: 'NotAnError', message: typeof thrown, stack: undefined };
  const { name, message, stack, cause } = thrown;
  const described = { name, message: redact(message), stack: stack && redact(stack) };
  if (cause === undefined || depth === mostCauses) return described;
  return { ...described, cause: describeFailure(cause, depth + 1) };
}

/** Seven digits or more in a row, however people group them; ids with letters in them are left. */
const phoneNumber = /(?<![\w.-])(\+|00)?\d(?:[\s().-]{0,2}\d){6,}(?![\w-])/g;

function redact(text: string): string {
  return text.replace(phoneNumber, '[number]');
}
