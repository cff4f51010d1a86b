import {
  draft,
  formProblem,
  formView,
  openForm as openFormAnswer,
  staleDraft,
  submission,
} from '../../../contract/forms.ts';
import type { Attempt } from '../../../domain/attempt/attempt.ts';
import { fromIso } from '../../../domain/basics/instant.ts';
import { isOnKeypad } from '../../../domain/form/form.ts';
import { tellForm } from '../../../use-cases/desk/notify-desks.ts';
import { openForm } from '../../../use-cases/form/open-form.ts';
import { saveDraft } from '../../../use-cases/form/save-draft.ts';
import { submitForm } from '../../../use-cases/form/submit-form.ts';
import { showForm } from '../answers/show-form.ts';
import { enterAttempt } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { tellAfterwards } from '../http/notify-afterwards.ts';
import { refusalWords } from '../http/refusal-words.ts';
import { conflict, ok } from '../http/replies.ts';
import { type Refused, type Route, routeWithin } from '../http/route.ts';
import { replyToForm, words } from './form-replies.ts';

const path = '/api/attempts/{attempt}/form';

/** The form of a call: opened, drafted, sent. */
export function formRoutes(ports: DeskPorts): Route[] {
  const ofCall = enterAttempt(ports);
  return [openRoute(ports, ofCall), draftRoute(ports, ofCall), submitRoute(ports, ofCall)];
}

type OfCall = ReturnType<typeof enterAttempt>;

function openRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path,
      summary: 'Opens the form of a call on the screen, or finds the one that was opened before',
      who: 'operators',
      audited: false,
      answer: openFormAnswer,
      refusals: { 409: { why: 'The task has no script' } },
    },
    async (_, attempt) => {
      const open = await openForm(ports, { attempt, surface: 'screen' });
      if (open === undefined) return conflict(refusalWords.noScriptOfTask);
      return ok({ form: showForm(open.form), script: open.script });
    },
  );
}

function draftRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'PUT',
      path,
      summary: 'Keeps a draft of the form',
      who: 'operators',
      audited: false,
      body: draft,
      answer: formView,
      refusals: {
        409: {
          why: 'Another draft is newer, it was sent, or the operator’s phone asks',
          body: staleDraft,
        },
      },
    },
    async ({ body }, attempt) => {
      const onKeypad = await refuseOnKeypad(ports, attempt);
      if (onKeypad !== undefined) return onKeypad;
      const at = ports.clock.now();
      const result = await saveDraft(ports, { ...body, attempt: attempt.id, at });
      if (result.kind === 'not-open') return conflict(words['not-open']);
      const form = showForm(result.form);
      if (result.kind === 'stale') return conflict(words.stale, { form });
      await tellAfterwards(ports, tellForm(ports, { attempt, revision: form.revision }));
      return ok(form);
    },
  );
}

function submitRoute(ports: DeskPorts, ofCall: OfCall): Route {
  return routeWithin(
    ofCall,
    {
      method: 'POST',
      path: `${path}/submission`,
      summary:
        'Sends the form, with what it promises; again is the same as once. Corrects one of today',
      who: 'operators',
      audited: false,
      body: submission,
      answer: formView,
      refusals: {
        400: { why: 'What is wrong, by field', body: formProblem },
        409: {
          why: 'The form was not opened, the operator’s phone asks, or others are writing the row',
        },
      },
    },
    async ({ body, caller, language }, attempt) => {
      const onKeypad = await refuseOnKeypad(ports, attempt);
      if (onKeypad !== undefined) return onKeypad;
      const sentAt = fromIso(body.sentAt);
      const { run, corrects } = body;
      const wish = { attempt, run, corrects, sentAt, by: caller.operator };
      const result = await submitForm(ports, wish);
      if (result.kind !== 'sent') return replyToForm(result, language);
      await tellAfterwards(ports, tellForm(ports, { attempt, revision: result.form.revision }));
      return ok(showForm(result.form));
    },
  );
}

/** While the operator's phone asks, a screen looks on. */
async function refuseOnKeypad(
  { forms }: DeskPorts,
  attempt: Attempt,
): Promise<Refused | undefined> {
  const form = await forms.get(attempt.id);
  if (form === undefined || !isOnKeypad(form, attempt)) return undefined;
  return conflict(words['on-keypad'], { form: showForm(form) });
}
