import type { AttemptView } from '../../lambdas/contract/calls.ts';
import type { CallFloor } from './call-floor.ts';
import { type Desk, inSeconds, isTalking, patientCustomer } from './desk.ts';
import { eventually } from './local-system.ts';

/** What the desk of the operator asks and does about their call. */
export interface Talk {
  hold: (isOn: boolean) => Promise<Response>;
  mine: () => Promise<AttemptView | undefined>;
}

/** The first operator and the first customer talk, until somebody hangs up. */
export async function talkAt({ system }: CallFloor, desk: Desk): Promise<Talk> {
  await desk.setPhone(desk.customer, patientCustomer);
  await desk.order({ dueAt: inSeconds(4) });
  await desk.legsWhen(isTalking);
  const token = await system.token({ role: 'operator', operator: `${desk.task}-operator-1` });
  const ask = async (method: string, path: string, body?: object) =>
    fetch(system.description.webhooks + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  const mine = async () => {
    const { calls } = (await (await ask('GET', '/api/me/calls')).json()) as {
      calls: AttemptView[];
    };
    return calls[0];
  };
  const call = await eventually(mine, (it) => it?.state === 'talking');
  const hold = (isOn: boolean) => ask('PUT', `/api/attempts/${call?.id}/hold`, { isOn });
  return { hold, mine };
}
