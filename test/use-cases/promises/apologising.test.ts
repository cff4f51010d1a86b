import type { Task } from '../../../lambdas/domain/task/task.ts';
import { apologise } from '../../../lambdas/use-cases/promises/apologise.ts';
import { missPromise } from '../../../lambdas/use-cases/promises/book-row.ts';
import { CallCentre } from '../../support/call-centre.ts';
import { instant } from '../../support/sample-attempt.ts';
import { ScriptedTexts } from '../../support/scripted-texts.ts';

const key = { task: 'demo', Id: 17 };
const number = '+442079460017';
const apologyText = {
  en: 'Dear {name}, we are sorry: we did not call at {promised_time} on {promised_date}.',
};

/** What a call does that is due longer ago than the grace. */
async function miss({ world }: CallCentre, iso: string): Promise<void> {
  await world.clock.advanceTo(instant(iso));
  const row = await world.rows.get(key);
  const task = await world.directory.task('demo');
  if (row?.own.dueAt === undefined || task === undefined) throw new Error('nothing is promised');
  await missPromise(world, { row, task, dueAt: row.own.dueAt });
}

/** A call was promised for 10:00 in New York, and nothing was dialled for two hours. */
async function missed(task: Partial<Task> = {}) {
  const centre = await CallCentre.open({ task: { apologyText, graceSeconds: 3600, ...task } });
  centre.put(17, {
    tel: '020 7946 0017',
    name: 'Ada',
    time_zone: 'America/New_York',
    status: 10,
    date_callback: '2026-11-23',
    time_callback: '10:00',
  });
  await centre.follow();
  await miss(centre, '2026-11-23T17:00:00Z');
  expect(centre.row(17)._problem).toContain('was not made');
  const texts = new ScriptedTexts();
  const send = async () => {
    const [answer] = await apologise({ ...centre.world, texts }, [key]);
    await centre.follow();
    return answer?.problem;
  };
  const events = async () =>
    (await centre.world.views.events(key)).filter(({ kind }) => kind === 'apologised');
  return { centre, texts, send, events };
}

test('the customer gets the task’s text, with what was promised by their own clock', async () => {
  const { texts, send, events, centre } = await missed();
  expect(await send()).toBeUndefined();
  expect(texts.sent).toEqual([
    {
      to: number,
      from: '+442079460000',
      body: 'Dear Ada, we are sorry: we did not call at 10:00 on 23 November.',
    },
  ]);
  const promised = '2026-11-23T15:00:00.000Z';
  const text = `SM${'1'.padStart(32, '0')}`;
  expect(centre.row(17)._apology).toEqual({ for: promised, text });
  expect(await events()).toMatchObject([{ for: promised, text }]);
});

test('the row waits for a person as before', async () => {
  const { send, centre } = await missed();
  const { _apology: _, ...before } = centre.row(17);
  await send();
  const { _apology, ...after } = centre.row(17);
  expect(after).toEqual(before);
});

test('one promise gets one text, whoever asks again', async () => {
  const { texts, send } = await missed();
  await send();
  expect(await send()).toEqual({ code: 'apologised-before' });
  expect(texts.sent).toHaveLength(1);
});

test('two who ask at the same time send one', async () => {
  const { texts, centre } = await missed();
  const ports = { ...centre.world, texts };
  const answers = await Promise.all([apologise(ports, [key]), apologise(ports, [key])]);
  expect(texts.sent).toHaveLength(1);
  expect(answers.flat().filter(({ problem }) => problem === undefined)).toHaveLength(1);
});

test('another promise that is missed gets another', async () => {
  const { texts, send, centre } = await missed();
  await send();
  centre.write(17, { status: 10, date_callback: '2026-11-23', time_callback: '14:00' });
  await centre.follow();
  await miss(centre, '2026-11-23T20:30:00Z');
  expect(await send()).toBeUndefined();
  expect(texts.sent.map(({ body }) => body)).toHaveLength(2);
  expect(texts.sent[1]?.body).toContain('14:00');
});

describe('nothing is sent', () => {
  test('to whom it was said that nobody may call', async () => {
    const { texts, send, centre } = await missed();
    const said = { kind: 'added', door: 'desk', at: centre.world.clock.now() } as const;
    await centre.world.doNotCall.put({ number, entries: [said] }, undefined);
    expect(await send()).toEqual({ code: 'number-barred' });
    expect(texts.sent).toEqual([]);
  });

  test('to a country that the task does not call', async () => {
    const { texts, send, centre } = await missed();
    await centre.changeTask({ allowedCountries: ['FR'] });
    expect(await send()).toEqual({ code: 'never-callable', reason: 'country-not-allowed' });
    expect(texts.sent).toEqual([]);
  });

  test('where the task has no text', async () => {
    const { send } = await missed({ apologyText: undefined });
    expect(await send()).toEqual({ code: 'no-apology-text' });
  });

  test('where no promise was missed', async () => {
    const { send, centre } = await missed();
    centre.write(17, { callaftermin: 60 });
    await centre.follow();
    expect(await send()).toEqual({ code: 'not-missed' });
    centre.delete(17);
    expect(await send()).toEqual({ code: 'no-row' });
  });
});

test('what the network refuses may be tried again, what it did not answer may not', async () => {
  const { texts, send, centre, events } = await missed();
  texts.script({ kind: 'refused', code: 21614 }, { kind: 'unknown' });
  expect(await send()).toEqual({ code: 'text-refused', error: 21614 });
  expect(centre.row(17)).not.toHaveProperty('_apology');
  expect(await send()).toEqual({ code: 'text-unknown' });
  expect(await send()).toEqual({ code: 'apologised-before' });
  expect(texts.sent).toHaveLength(2);
  expect(await events()).toEqual([]);
});

test('of the texts that a task has, the one in its language is sent, else another', async () => {
  const ru = 'Извините, {promised_date} в {promised_time} мы не позвонили.';
  const { texts, send } = await missed({ language: 'ru', apologyText: { ru, en: 'Sorry' } });
  await send();
  expect(texts.sent[0]?.body).toBe('Извините, 23 ноября в 10:00 мы не позвонили.');
  const other = await missed({ language: 'ru' });
  await other.send();
  expect(other.texts.sent[0]?.body).toContain('we are sorry');
});
