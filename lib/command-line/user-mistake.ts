/** What the person who typed the command can put right; the message says how. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}
