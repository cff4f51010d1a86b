import { callExamples } from './call-examples.ts';
import { peopleExamples } from './people-examples.ts';
import { rowExamples } from './row-examples.ts';

/** One of everything that is sent and answered, by the id of its schema. */
export const examples: Readonly<Record<string, unknown>> = {
  ...callExamples,
  ...rowExamples,
  ...peopleExamples,
};
