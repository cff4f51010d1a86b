import { batch, computed, signal } from '@preact/signals';
import type { AttemptView } from '../../../../contract/calls.ts';
import { ask } from '../../../shell/api/ask.ts';
import { me } from '../../../shell/me.ts';
import { hearOfEnd, today } from '../../callbacks/promises.ts';
import { dropKeeper, knownKeeper } from '../../form/keeping/form-keepers.ts';
import { isRungHere } from '../../phone/browser-phone.ts';
import { showNotice } from '../../phone/system-notice.ts';
import { goTo, place } from '../../place.ts';
import { cardOf, dropCard } from './cards.ts';
import { closedCalls } from './closed-calls.ts';
import { isMine, isOver, mergeCall } from './merge-calls.ts';

/** The calls that are on the operator's desk: the live ones, and those that they have not closed. */
export const calls = signal<readonly AttemptView[]>([]);

export const liveCall = computed(() => calls.value.find((call) => !isOver(call)));

/** The desk after a while without news: what is live, and what was left open. */
export async function fetchCalls(): Promise<void> {
  const answer = await ask('GET', '/me/calls');
  if (answer.kind !== 'done') return;
  const told = answer.value.calls.filter(({ id }) => !closedCalls.has(id));
  batch(() => {
    for (const call of told) hearOfCall(call);
    forgetEnded(told);
  });
}

/** A live call of which the server knows nothing any more ended while nobody listened. */
function forgetEnded(told: readonly AttemptView[]): void {
  const known = new Set(told.map(({ id }) => id));
  for (const call of calls.value) {
    if (!isOver(call) && !known.has(call.id)) void fetchCall(call.id);
  }
}

async function fetchCall(id: string): Promise<void> {
  const answer = await ask('GET', `/attempts/${id}`);
  if (answer.kind === 'done') hearOfCall(answer.value);
}

/** News of a call. One that begins comes up at once. */
export function hearOfCall(told: AttemptView): void {
  const who = me.value.value?.operator;
  if (who === undefined || !isMine(told, who)) return;
  if (told.outcome !== undefined) hearOfEnd(told);
  if (closedCalls.has(told.id)) return;
  const isNew = !calls.value.some(({ id }) => id === told.id);
  calls.value = mergeCall(calls.value, told);
  if (!isNew) return;
  void cardOf(told.id).refresh();
  if (!isOver(told)) clearSettled(told.id);
  // Whoever is rung at their desk phone may look elsewhere; the browser's own phone tells by itself.
  if (!isOver(told) && document.visibilityState === 'hidden' && !isRungHere()) showNotice();
  // Nothing takes the page away from who writes: the call is announced beside it.
  if (isOver(told) ? place.value.at === 'home' : !isWritingHere()) comeUp(told.id);
}

function comeUp(attempt: string): void {
  goTo({ at: 'call', attempt });
  scrollTo(0, 0);
}

/** Whether somebody writes here: into a form that they began in this tab and did not send, or in a dialog. */
function isWritingHere(): boolean {
  if (document.querySelector('dialog[open]')) return true;
  const { value: here } = place;
  const keeper = here.at === 'call' ? knownKeeper(here.attempt) : undefined;
  return keeper?.isWritten === true && keeper.state.typedAt.value > 0;
}

/** Puts aside what is shown; the keys and the eyes go to the head of the call. */
export function showCall(attempt: string): void {
  comeUp(attempt);
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.call-who h2')?.focus({ preventScroll: true });
  });
}

/** Makes room for a call that begins: what is over and needs nothing more leaves the desk. */
function clearSettled(begun: string): void {
  for (const call of calls.value) {
    if (call.id !== begun && isOver(call) && !needsForm(call.id)) closeCall(call.id);
  }
}

/** Whether the form of the call was begun and not sent. */
export function needsForm(id: string): boolean {
  const keeper = knownKeeper(id);
  if (keeper !== undefined) return keeper.isBegun && !keeper.state.isSent;
  const { form } = cardOf(id).value.value ?? {};
  return form !== undefined && form.sentAt === undefined;
}

/** Brings a call of the day back onto the desk, with its form. */
export function reopenCall(call: AttemptView): void {
  closedCalls.remove(call.id);
  calls.value = mergeCall(calls.value, call);
  showCall(call.id);
}

/** Takes a call off the desk; a live one stays. */
export function closeCall(id: string): void {
  const call = calls.value.find((it) => it.id === id);
  if (call === undefined || !isOver(call)) return;
  closedCalls.add(id);
  calls.value = calls.value.filter((it) => it.id !== id);
  dropCard(id);
  dropKeeper(id);
  void today.refresh();
  const { value: here } = place;
  if (here.at !== 'call' || here.attempt !== id) return;
  const next = calls.value[0];
  goTo(next ? { at: 'call', attempt: next.id } : { at: 'home' });
}
