/** Misbehaves as it is told. */
import type { Context } from 'aws-lambda';

export async function handler(event: { behaviour: string; dials?: number }, context: Context) {
  switch (event.behaviour) {
    case 'hang':
      return new Promise(() => undefined);
    case 'spin':
      for (;;);
    case 'crash':
      setImmediate(() => {
        throw new Error('crashed on its own');
      });
      return new Promise(() => undefined);
    case 'exit':
      return process.exit(3);
    case 'environment':
      return { ...process.env };
    case 'metric':
      console.log(JSON.stringify({ _aws: { Timestamp: 0 }, Dials: event.dials ?? 0 }));
      return null;
    default:
      return { remaining: context.getRemainingTimeInMillis(), id: context.awsRequestId };
  }
}
