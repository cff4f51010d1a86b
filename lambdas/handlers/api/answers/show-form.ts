import type { FormView } from '../../../contract/forms.ts';
import { type Instant, toIso } from '../../../domain/basics/instant.ts';
import type { Form } from '../../../domain/form/form.ts';

export function showForm(form: Form): FormView {
  const { openedAt, draftAt, former, ...rest } = form;
  return {
    ...rest,
    ...showSent(form),
    openedAt: toIso(openedAt),
    draftAt: shown(draftAt),
    ...(former && { former: former.map((it) => ({ ...it, ...showSent(it) })) }),
  };
}

function showSent({ sentAt, promisedFor }: Pick<Form, 'sentAt' | 'promisedFor'>) {
  return { sentAt: shown(sentAt), promisedFor: shown(promisedFor) };
}

function shown(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : toIso(at);
}
