import type { Columns } from '../../lambdas/domain/row/row.ts';
import { CallCentre } from './call-centre.ts';
import type { OperatorCall } from './operator-call.ts';

export interface Scene {
  centre: CallCentre;
  call: OperatorCall;
}

export interface Setting {
  open?: Parameters<typeof CallCentre.open>[0];
  columns?: Columns;
}

/** A row that promises a call for half past ten. */
export const promised: Columns = {
  tel: '020 7946 0017',
  имя: 'Zoë',
  status: 10,
  date_callback: '2026-11-23',
  time_callback: '10:30',
};

/** Row 17 is promised for 10:30:00; it is 10:29:46, and Anna’s phone rings. */
export async function operatorRinging({ open, columns }: Setting = {}): Promise<Scene> {
  const centre = await CallCentre.open(open);
  centre.put(17, { ...promised, ...columns });
  await centre.runUntil('2026-11-23T10:29:46Z');
  return { centre, call: centre.lastCall() };
}

/** Anna has pressed 1 and hears silence until the promised second; it is 10:29:51. */
export async function operatorWaiting(setting?: Setting): Promise<Scene> {
  const scene = await operatorRinging(setting);
  const { centre, call } = scene;
  await call.answers();
  await centre.answerBy('2026-11-23T10:29:51Z', call.presses('1'));
  return scene;
}

/** It is 10:30:01, and the customer’s phone rings. */
export async function customerRinging(setting?: Setting): Promise<Scene> {
  const scene = await operatorWaiting(setting);
  const { centre, call } = scene;
  await centre.runUntil('2026-11-23T10:29:59.500Z');
  const step = await centre.answerBy('2026-11-23T10:30:01Z', call.comesBack());
  if (step.kind !== 'dial') throw new Error(`expected dial, got ${step.kind}`);
  await call.customerIs('ringing');
  return scene;
}

/** It is 10:30:06, and they talk. */
export async function talking(setting?: Setting): Promise<Scene> {
  const scene = await customerRinging(setting);
  await scene.centre.runUntil('2026-11-23T10:30:06Z');
  await scene.call.customerIs('answered');
  return scene;
}
