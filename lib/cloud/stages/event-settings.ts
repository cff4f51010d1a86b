import { z } from 'zod';
import { eventTypes } from '../../../lambdas/domain/events/event-types.ts';

/** What was expected, and what came. */
const must = (expectation: string) => ({
  error: ({ input }: { input?: unknown }) => `${expectation}, got ${input ?? 'nothing'}`,
});

const fitting = (pattern: RegExp, expectation: string) =>
  z.string(must(expectation)).regex(pattern, must(expectation));

const webhookSchema = z.strictObject({
  name: fitting(
    /^[A-Za-z][A-Za-z0-9]{0,30}$/,
    'a webhook’s name must be 1–31 letters and digits, a letter first',
  ),
  /** EventBridge calls https alone; one machine, itself. */
  url: fitting(
    /^(https:\/\/[^\s/?#_]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/\S*)?$/,
    'a webhook’s url must be an https address',
  ),
  /** All of them unless it names some. */
  events: z
    .array(z.enum(eventTypes, must(`a webhook’s events must be of ${eventTypes.join(', ')}`)))
    .min(1)
    .optional(),
  /** The name of the secret in Secrets Manager whose value is sent along. */
  secret: fitting(/^[\w/+=.@-]+$/, 'a webhook’s secret must be the name of one in Secrets Manager'),
  /** In which header: `Authorization`, with `Bearer …` as the secret's value, or one of your own. */
  header: fitting(/^[A-Za-z][A-Za-z0-9-]*$/, 'a webhook’s header must be a name of one').default(
    'Authorization',
  ),
  perSecond: z.number().int().min(1).max(300).default(300),
});

export type Webhook = z.infer<typeof webhookSchema>;

const eventSettingsSchema = z.strictObject({
  /** `personal`: numbers, names and free texts go along. */
  tell: z
    .enum(['personal', 'impersonal'], must('events.tell must be personal or impersonal'))
    .default('impersonal'),
  webhooks: z
    .array(webhookSchema)
    .max(20)
    .refine(
      (all) => new Set(all.map(({ name }) => name)).size === all.length,
      'every webhook needs a name of its own',
    )
    .default([]),
});

export type EventSettings = z.infer<typeof eventSettingsSchema>;

type Given = z.input<typeof eventSettingsSchema> | 'none' | undefined;

/** A bus on which other software hears what happens, or none. A union would say of a mistake that there is one. */
export const eventsSetting = z
  .custom<Given>()
  .transform((given, { issues }): EventSettings | 'none' => {
    if (given === undefined || given === 'none') return 'none';
    if (typeof given === 'string') return refuse(`events must be none or an object, got ${given}`);
    const parsed = eventSettingsSchema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) refuse(message, path);
    return z.NEVER;

    function refuse(message: string, path: PropertyKey[] = []): never {
      issues.push({ code: 'custom', message, path, input: given });
      return z.NEVER;
    }
  })
  .default('none');
