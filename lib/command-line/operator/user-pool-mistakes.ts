import { UserMistake } from '../user-mistake.ts';

/** What Cognito's exceptions mean to the person who keeps the list of people. */
const sentences: Record<string, string> = {
  AccessDeniedException: 'Your AWS credentials do not let you change who may sign in',
  AliasExistsException: 'Somebody else signs in with this e-mail address',
  CodeDeliveryFailureException:
    'Cognito could not send the e-mail: use --print-password, and hand the password over',
  InvalidPasswordException: 'Cognito does not take the temporary password',
  LimitExceededException:
    'Cognito sends 50 e-mails a day, and they are used up: use --print-password, or try tomorrow',
  NotAuthorizedException: 'Cognito does not allow it',
  ResourceNotFoundException:
    'The stack’s user pool, or one of its groups, is not there: deploy the stack again',
  UserNotConfirmedException: 'The e-mail address is not confirmed: use --print-password',
};

/** Waits for Cognito, and turns what it refuses into a sentence. */
export async function orMistake<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    const { name = '', message = '' } = cause as Partial<Error>;
    const sentence = sentences[name];
    if (sentence === undefined) throw cause;
    throw new UserMistake(`${sentence} (${name}: ${message}).`, { cause });
  }
}

/** Undefined where it fails in that way. */
export function unlessNamed<T>(name: string, request: Promise<T>): Promise<T | undefined> {
  return request.catch((error) => {
    if ((error as Partial<Error>).name === name) return undefined;
    throw error;
  });
}
