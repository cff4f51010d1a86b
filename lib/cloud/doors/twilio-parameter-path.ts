/** Where Parameter Store keeps a stage's Twilio credentials. */
export function twilioParameterPath(stage: string): string {
  return `/callback-center/${stage}/twilio`;
}
