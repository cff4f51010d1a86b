import type { Script } from '../../../domain/script/script.ts';

/** Where tasks without a script, or whose script keeps no comment, keep notes. */
const usualColumn = 'note';

/** The column that a note goes to: that of the script's first long text, so that it is one with its comments. */
export function noteColumnOf(script: Pick<Script, 'steps'> | undefined): string {
  const fields = (script?.steps ?? []).flatMap((step) => step.fields);
  const comment = fields.find(({ type, column }) => type === 'long-text' && column !== undefined);
  return comment?.column ?? usualColumn;
}
