import type { AttemptView } from '../../../lambdas/contract/calls.ts';
import { clockShows, inSeconds, isTalking, patientCustomer } from '../../support/desk.ts';
import { expectNotBefore, expectSucceeded } from '../../support/expectations.ts';
import { eventually } from '../../support/local-system.ts';
import { floor } from './floor.ts';

const recorded = floor.desk({
  task: { recording: 'notice', language: 'en', recordingNotice: { en: 'We record this.' } },
});

test.concurrent('a talk is recorded after a notice, paused on request, and heard by supervisors alone', async () => {
  await recorded.setPhone(recorded.customer, patientCustomer);
  const dueAt = inSeconds(5);
  await recorded.order({ dueAt });
  const { customers } = await recorded.legsWhen(isTalking);
  expectNotBefore(dueAt, customers[0]);
  const attempt = await storyWhen(({ state }) => state === 'talking');
  const path = `/api/attempts/${attempt.id}`;
  const change = (state: string) =>
    ask(`${path}/recording`, { method: 'PUT', body: JSON.stringify({ state }) });
  await eventually(
    () => change('paused'),
    ({ status }) => status === 200,
  );
  expect((await change('recording')).status).toBe(200);
  await clockShows(Date.now() + 1100);
  await recorded.hangUp(recorded.customer);
  await expectSucceeded(recorded);
  const { recordings = [] } = await storyWhen((it) => it.recordings?.[0]?.state === 'completed');
  const heard = (await recorded.legs()).customers[0]?.said;
  expect(heard?.[0]).toBe('We record this.');
  const sound = `${path}/recordings/${recordings[0]?.sid}`;
  const piece = await ask(sound, { headers: { range: 'bytes=0-11' } });
  expect(piece.status).toBe(206);
  const bytes = Buffer.from(await piece.arrayBuffer());
  expect(bytes.toString('latin1')).toMatch(/^RIFF....WAVE$/s);
  const operator = await floor.system.token({
    role: 'operator',
    operator: `${recorded.task}-operator-1`,
  });
  expect((await ask(sound, {}, operator)).status).toBe(403);
  expect((await fetch(floor.system.description.webhooks + sound)).status).toBe(401);
});

async function ask(path: string, init: RequestInit = {}, as?: string): Promise<Response> {
  const token = as ?? (await floor.system.token({ role: 'supervisor' }));
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  return fetch(floor.system.description.webhooks + path, { ...init, headers });
}

async function storyWhen(accept: (attempt: AttemptView) => boolean): Promise<AttemptView> {
  const newest = async () => {
    const answer = await ask(`/api/tasks/${recorded.task}/subscribers/1/story`);
    return ((await answer.json()) as { attempts: AttemptView[] }).attempts[0];
  };
  const found = await eventually(newest, (it) => it !== undefined && accept(it));
  return found as AttemptView;
}
