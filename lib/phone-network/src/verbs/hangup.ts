import type { VerbExecutor } from '../twiml/scene.ts';

export const hangup: VerbExecutor = async () => ({ kind: 'hang-up' });
