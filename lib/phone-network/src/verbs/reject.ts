import type { VerbExecutor } from '../twiml/scene.ts';

const sip = { notFound: 404, busyHere: 486 } as const;

/** Turns a call away that came in and was not answered yet; any other call is hung up. */
export const reject: VerbExecutor = async (verb, { leg }) => {
  if (verb.attributes.reason === 'busy') leg.end('busy', sip.busyHere);
  else leg.end('no-answer', sip.notFound);
  return { kind: 'hang-up' };
};
