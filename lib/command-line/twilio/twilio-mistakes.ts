import { UserMistake } from '../user-mistake.ts';

/** What Twilio's code means to the person who set it up. https://www.twilio.com/docs/api/errors */
const sentences: Record<number, string> = {
  20003:
    'Twilio does not take the credentials of the account. The auth token in force is in the Twilio console under Account › API keys & tokens; Parameter Store must hold it as auth-token.',
  20005: 'The Twilio account is suspended or closed: the Twilio console says why.',
  20429: 'Twilio is being asked too much at once. Wait a minute, and run the same command again.',
  21232:
    'The name of the SIP domain is taken: names are unique in all the world. Choose another with --sip-domain.',
};

interface Refusal {
  status: number;
  code?: number;
  message: string;
}

/** Waits for Twilio, and turns what it refuses into a sentence. */
export async function orMistake<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    throw isRefusal(cause)
      ? new UserMistake(sentenceOf(cause), { cause })
      : new UserMistake(`Twilio gave no answer (${reasonOf(cause)}). Run the same command again.`, {
          cause,
        });
  }
}

/** Undefined for what Twilio does not know. */
export function ifKnown<T>(request: Promise<T>): Promise<T | undefined> {
  const missing = 404;
  return request.catch((error) => {
    if (isRefusal(error) && error.status === missing) return undefined;
    throw error;
  });
}

export function isUnauthorized(error: unknown): boolean {
  const unauthorized = 401;
  return isRefusal(error) && error.status === unauthorized;
}

function isRefusal(error: unknown): error is Refusal {
  return typeof (error as Partial<Refusal>).status === 'number';
}

function sentenceOf({ status, code, message }: Refusal): string {
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) return `${known} (Twilio error ${code})`;
  if (code === undefined) return `Twilio failed with HTTP ${status}. Run the same command again.`;
  return `Twilio refused: ${message} (error ${code}, https://www.twilio.com/docs/errors/${code})`;
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as Partial<NodeJS.ErrnoException>;
  return code ?? message ?? String(cause);
}
