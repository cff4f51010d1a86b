import * as z from 'zod';
import { operatorSchema, taskSchema, textOfForm } from '../../../domain/task/task.ts';
import { taskSentences, withSentence } from '../../../domain/task/task-sentences.ts';
import { voiceNamed } from '../../../domain/task/voices.ts';

/** The id stands in the path. */
export const taskBody = z
  .strictObject(taskSchema.omit({ id: true }).shape)
  .refine(({ language, voice }) => voice === undefined || voiceNamed(language, voice), {
    ...withSentence(taskSentences.voice),
    path: ['voice'],
  })
  .meta({ id: 'TaskBody' });

/** `pin` is kept as a hash; null takes it away, and without it the one that is there stays. */
export const operatorBody = z
  .strictObject({
    ...operatorSchema.omit({ id: true, pinHash: true, role: true, roleChangedAt: true }).shape,
    pin: textOfForm(/^\d{6,8}$/, taskSentences.pin).nullish(),
  })
  .meta({ id: 'OperatorBody' });
