import type { FormView, OpenForm } from '../../../../contract/forms.ts';
import type { Run } from '../../../../domain/script/script.ts';
import { type Answer, ask } from '../../../shell/api/ask.ts';

export function openForm(attempt: string): Promise<Answer<OpenForm>> {
  return ask('POST', `/attempts/${attempt}/form`);
}

export function putDraft(
  attempt: string,
  draft: { revision: number; run: Run },
): Promise<Answer<FormView>> {
  return ask('PUT', `/attempts/${attempt}/form`, draft);
}

export function sendForm(
  attempt: string,
  submission: { run: Run; sentAt: string; corrects?: number },
): Promise<Answer<FormView>> {
  return ask('POST', `/attempts/${attempt}/form/submission`, submission);
}
