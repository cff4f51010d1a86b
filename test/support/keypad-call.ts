import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Form } from '../../lambdas/domain/form/form.ts';
import type { VoiceStep } from '../../lambdas/domain/phone/voice-step.ts';
import type { Columns } from '../../lambdas/domain/row/row.ts';
import type { Script } from '../../lambdas/domain/script/script.ts';
import type { CallCentre } from './call-centre.ts';
import type { OperatorCall } from './operator-call.ts';
import { type Setting, talking } from './scenarios.ts';

const scriptFile = path.join(__dirname, '../../lib/local/sample/script.json');
export const sampleScript: Script = JSON.parse(readFileSync(scriptFile, 'utf8'));

type Task = NonNullable<NonNullable<Setting['open']>['task']>;

export interface KeypadSetting {
  task?: Task;
  columns?: Columns;
  script?: Script;
}

/** The talk of row 17 is over, at 10:30:26 on Monday 23 November 2026; Anna is on the line yet. */
export class KeypadCall {
  readonly centre: CallCentre;
  readonly call: OperatorCall;
  /** What she heard last. */
  heard: VoiceStep = { kind: 'hang-up' };

  private constructor(centre: CallCentre, call: OperatorCall) {
    this.centre = centre;
    this.call = call;
  }

  static async afterTalk({ task, columns, script }: KeypadSetting = {}): Promise<KeypadCall> {
    const open = { task: { script: 'callback', ...task } };
    const { centre, call } = await talking({ open, ...(columns && { columns }) });
    await centre.world.scripts.store('callback', script ?? sampleScript);
    await centre.runUntil('2026-11-23T10:30:26Z');
    await call.customerIs('completed', 20);
    return new KeypadCall(centre, call);
  }

  /** `<Dial>` is over. */
  dialEnds(): Promise<VoiceStep> {
    return this.call.dialEnds({ as: 'completed', bridged: true, seconds: 20 });
  }

  /** The script begins, and she presses keys at each question in turn. */
  static async inScript(setting: KeypadSetting, ...keys: string[]): Promise<KeypadCall> {
    const call = await KeypadCall.afterTalk(setting);
    await call.dialEnds();
    call.heard = await call.call.beginsScript();
    for (const pressed of keys) await call.press(pressed);
    return call;
  }

  async press(keys: string): Promise<VoiceStep> {
    this.heard = await this.call.keys(this.heard, keys);
    await this.centre.follow();
    return this.heard;
  }

  form(): Promise<Form | undefined> {
    return this.centre.world.forms.get(this.call.attempt);
  }

  get row(): Columns {
    return this.centre.row(17);
  }
}

/** What is asked, in short: `result?`, `minutes?` or what is read back. */
export function shortly(step: VoiceStep): string {
  if (step.kind === 'ask-question') return `${step.place.question.field}?`;
  if (step.kind === 'tell') return step.message;
  return step.kind;
}
