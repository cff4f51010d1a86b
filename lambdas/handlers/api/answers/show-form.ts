import type { FormView } from '../../../contract/forms.ts';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { Form } from '../../../domain/form/form.ts';

export function showForm(form: Form): FormView {
  const { openedAt, draftAt, sentAt, promisedFor, ...rest } = form;
  return {
    ...rest,
    openedAt: toIso(openedAt),
    draftAt: shown(draftAt),
    sentAt: shown(sentAt),
    promisedFor: shown(promisedFor),
  };
}

function shown(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : toIso(at);
}
