import type { Instant } from '../../domain/basics/instant.ts';
import type { Form } from '../../domain/form/form.ts';
import type { OutcomeRecord } from '../../domain/views/outcome-record.ts';
import type { Forms } from '../../ports/records/forms.ts';
import { type CallSpan, type Found, lookThrough, type SpanPorts } from './calls-of-span.ts';

export interface FormListWish extends CallSpan {
  /** By its id. */
  script?: string | undefined;
  /** Sent, or corrected, then or later. */
  updatedSince?: Instant | undefined;
}

export interface ListedForm {
  form: Form;
  call: OutcomeRecord;
}

/** Sent forms of the calls that were settled on these days, the newest call first. */
export function listForms(
  ports: SpanPorts & { forms: Pick<Forms, 'many'> },
  wish: FormListWish,
): Promise<Found<ListedForm>> {
  return lookThrough(ports, wish, async (records) => {
    const forms = await ports.forms.many(records.map(({ attempt }) => attempt));
    return records.flatMap((call) => {
      const form = forms.find(({ attempt }) => attempt === call.attempt);
      return form && isWished(form, wish) ? [{ form, call }] : [];
    });
  });
}

function isWished({ sentAt, script }: Form, wish: FormListWish): boolean {
  const { updatedSince = Number.NEGATIVE_INFINITY } = wish;
  const isOfScript = wish.script === undefined || script.id === wish.script;
  return isOfScript && sentAt !== undefined && sentAt >= updatedSince;
}
