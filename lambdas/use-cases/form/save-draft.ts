import type { Form } from '../../domain/form/form.ts';
import type { Draft, Forms } from '../../ports/records/forms.ts';

export type DraftResult =
  | { kind: 'kept'; form: Form }
  /** Another draft is newer, or the form was sent. */
  | { kind: 'stale'; form: Form }
  | { kind: 'not-open' };

/** A draft whose answer was lost is kept already when it comes again. */
export async function saveDraft({ forms }: { forms: Forms }, draft: Draft): Promise<DraftResult> {
  const result = await forms.draft(draft);
  if (result === undefined) return { kind: 'not-open' };
  const { isKept, form } = result;
  return { kind: isKept || isThisOne(form, draft) ? 'kept' : 'stale', form };
}

function isThisOne({ revision, sentAt, run }: Form, draft: Draft): boolean {
  const isNext = sentAt === undefined && revision === draft.revision + 1;
  return isNext && JSON.stringify(run) === JSON.stringify(draft.run);
}
