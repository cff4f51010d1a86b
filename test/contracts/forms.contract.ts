import type { Attempt } from '../../lambdas/domain/attempt/attempt.ts';
import { attemptId } from '../../lambdas/domain/attempt/attempt.ts';
import type { Form, SentForm } from '../../lambdas/domain/form/form.ts';
import type { Forms } from '../../lambdas/ports/records/forms.ts';
import { key, noon, putDueRow, rowOf, second } from './samples.ts';
import type { Store } from './store.ts';

export type OpenFormStore = () => Promise<{
  forms: Forms;
  store: Pick<Store, 'rows' | 'outside'>;
}>;

const attempt = attemptId(key, 'a1');

function form(given: Partial<Form> = {}): Form {
  return {
    attempt,
    script: { id: 'callback', version: 1 },
    surface: 'screen',
    run: { visits: [{ step: 'talk', answers: {} }] },
    revision: 0,
    openedAt: noon,
    ...given,
  };
}

function sent(given: Partial<SentForm> = {}): SentForm {
  const run = {
    visits: [{ step: 'talk', answers: { result: 'settled' }, left: true as const }],
  };
  return {
    ...form(),
    run,
    sentAt: noon + 60 * second,
    answers: { result: 'settled' },
    by: 'anna',
    ...given,
  };
}

/** Sending is a revision too. */
const stored = { ...sent(), revision: 1 };

const run = { visits: [{ step: 'talk', answers: { comment: 'да', minutes: 5, agreed: true } }] };

export function formsContract(open: OpenFormStore): void {
  test('a form that nobody opened is not there', async () => {
    const { forms } = await open();
    expect(await forms.get(attempt)).toBeUndefined();
    const draft = { attempt, revision: 0, run, at: noon };
    expect(await forms.draft(draft)).toBeUndefined();
    expect(await forms.get(attempt)).toBeUndefined();
  });

  test('the surface that opens a form first keeps it', async () => {
    const { forms } = await open();
    expect(await forms.open(form())).toEqual(form());
    const later = form({ surface: 'keypad', openedAt: noon + second });
    expect(await forms.open(later)).toEqual(form());
    expect(await forms.get(attempt)).toEqual(form());
  });

  test('a draft of the present revision is kept, and is the next revision', async () => {
    const { forms } = await open();
    await forms.open(form());
    const drafted = form({ run, revision: 1, draftAt: noon + second });
    const result = await forms.draft({ attempt, revision: 0, run, at: noon + second });
    expect(result).toEqual({ isKept: true, form: drafted });
    expect(await forms.get(attempt)).toEqual(drafted);
  });

  test('a draft of an older revision is not kept, and learns of the newer one', async () => {
    const { forms } = await open();
    await forms.open(form());
    await forms.draft({ attempt, revision: 0, run, at: noon });
    const late = { attempt, revision: 0, run: { visits: [] }, at: noon + second };
    const kept = form({ run, revision: 1, draftAt: noon });
    expect(await forms.draft(late)).toEqual({ isKept: false, form: kept });
    expect(await forms.get(attempt)).toEqual(kept);
  });

  test('two drafts of one revision at once: one is kept', async () => {
    const { forms } = await open();
    await forms.open(form());
    const drafts = [1, 2, 3].map((minutes) => ({
      attempt,
      revision: 0,
      run: { visits: [{ step: 'talk', answers: { minutes } }] },
      at: noon,
    }));
    const results = await Promise.all(drafts.map((draft) => forms.draft(draft)));
    expect(results.filter((it) => it?.isKept)).toHaveLength(1);
  });

  test('a form is sent together with what it makes of its row', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    await forms.open(form());
    const change = { set: { комментарии: 'да' }, remove: ['имя'] };
    expect(await forms.submit({ form: sent(), write: { row, change } })).toEqual({
      kind: 'sent',
      form: stored,
    });
    expect(await forms.get(attempt)).toEqual(stored);
    const { columns } = await rowOf(store);
    expect(columns).toMatchObject({ комментарии: 'да', status: 10 });
    expect(columns).not.toHaveProperty('имя');
  });

  test('where the row is not what was read any more, neither is written', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    await forms.open(form());
    await store.outside.update(key, { set: { status: 12 } });
    const change = { set: { комментарии: 'да' }, remove: [] };
    expect(await forms.submit({ form: sent(), write: { row, change } })).toEqual({
      kind: 'row-changed',
    });
    expect(await forms.get(attempt)).toEqual(form());
    expect((await rowOf(store)).columns).not.toHaveProperty('комментарии');
  });

  test('a correction takes the place of the revision that was sent, and of no other', async () => {
    const { forms } = await open();
    await forms.open(form());
    await forms.submit({ form: sent({ promisedFor: noon + 600 * second }) });
    const former = [{ sentAt: noon, by: 'anna', answers: { result: 'settled' } }];
    const corrected = sent({ answers: { result: 'refused' }, former });
    expect(await forms.submit({ form: corrected, corrects: 0 })).toMatchObject({
      kind: 'sent-before',
      form: { answers: { result: 'settled' } },
    });
    const now = { ...corrected, revision: 2 };
    expect(await forms.submit({ form: corrected, corrects: 1 })).toEqual({
      kind: 'sent',
      form: now,
    });
    expect(await forms.get(attempt)).toEqual(now);
    expect((await forms.submit({ form: corrected, corrects: 1 })).kind).toBe('sent-before');
  });

  test('a row that was deleted is not created by a form', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    await forms.open(form());
    await store.outside.delete(key);
    const change = { set: { комментарии: 'да' }, remove: [] };
    expect(await forms.submit({ form: sent(), write: { row, change } })).toEqual({
      kind: 'row-changed',
    });
    expect(await store.rows.get(key)).toBeUndefined();
    expect(await forms.submit({ form: sent() })).toEqual({ kind: 'sent', form: stored });
    expect(await store.rows.get(key)).toBeUndefined();
  });

  test('a form that is sent again stays as it was first sent, and its row is left alone', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    await forms.open(form());
    await forms.submit({ form: sent() });
    const again = sent({ sentAt: noon + 120 * second, answers: { result: 'refused' } });
    const change = { set: { комментарии: 'нет' }, remove: [] };
    expect(await forms.submit({ form: again, write: { row, change } })).toEqual({
      kind: 'sent-before',
      form: stored,
    });
    expect(await forms.get(attempt)).toEqual(stored);
    expect((await rowOf(store)).columns).not.toHaveProperty('комментарии');
  });

  test('sent twice at once, it is sent once', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    await forms.open(form());
    const results = await Promise.all(
      [1, 2].map((n) => {
        const change = { set: { комментарии: String(n) }, remove: [] };
        return forms.submit({ form: sent({ sentAt: noon + n }), write: { row, change } });
      }),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['sent', 'sent-before']);
    const stored = await forms.get(attempt);
    expect((await rowOf(store)).columns.комментарии).toBe(String((stored?.sentAt ?? 0) - noon));
  });

  test('a form that was sent takes no more drafts', async () => {
    const { forms } = await open();
    await forms.open(form());
    await forms.submit({ form: sent() });
    const draft = { attempt, revision: 0, run, at: noon };
    expect(await forms.draft(draft)).toEqual({ isKept: false, form: stored });
  });

  test('a form that was never opened cannot be sent', async () => {
    const { forms, store } = await open();
    const row = await putDueRow(store);
    const change = { set: { комментарии: 'да' }, remove: [] };
    await expect(forms.submit({ form: sent(), write: { row, change } })).rejects.toThrow(
      'a form is opened before it is sent',
    );
    expect(await forms.get(attempt)).toBeUndefined();
  });

  test('the forms of a row: those of its newest attempts first, and of no other row', async () => {
    const { forms } = await open();
    const ids: Attempt['id'][] = [
      attemptId(key, 'a1'),
      attemptId(key, 'a2'),
      attemptId(key, 'a3'),
      attemptId({ task: 'demo', Id: 170 }, 'a4'),
    ];
    for (const id of ids) await forms.open(form({ attempt: id }));
    const found = await forms.ofRow(key, 2);
    expect(found.map((it) => it.attempt)).toEqual([attemptId(key, 'a3'), attemptId(key, 'a2')]);
  });

  test('those of many attempts are read together', async () => {
    const { forms } = await open();
    const ids = ['a1', 'a2'].map((suffix) => attemptId(key, suffix));
    for (const attempt of ids) await forms.open(form({ attempt }));
    const found = await forms.many([...ids, attemptId(key, 'a3')]);
    expect(found.map(({ attempt }) => attempt).sort()).toEqual(ids);
    expect(await forms.many([])).toEqual([]);
  });
}
