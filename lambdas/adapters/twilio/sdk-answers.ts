export interface ErrorAnswer {
  status: number | undefined;
  code: number | undefined;
}

/** What the SDK's exceptions tell; nothing for a socket's or a parser's. */
export function answerOf(error: unknown): ErrorAnswer {
  const { status, code } = error as { status?: unknown; code?: unknown };
  return {
    status: typeof status === 'number' ? status : undefined,
    code: typeof code === 'number' ? code : undefined,
  };
}

export async function orUndefined<T>(
  request: Promise<T>,
  isFine: (answer: ErrorAnswer) => boolean,
): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isFine(answerOf(error))) return undefined;
    throw outage(error);
  }
}

export function orThrow<T>(request: Promise<T>): Promise<T> {
  return request.catch((error) => {
    throw outage(error);
  });
}

/** Twilio's own sentences quote phone numbers, so they are left out: errors end up in the log. */
function outage(error: unknown): Error {
  const { status, code } = answerOf(error);
  if (status === undefined) return new Error('Twilio gave no answer', { cause: error });
  return new Error(`Twilio answered HTTP ${status}, error ${code ?? 'without a code'}`);
}
