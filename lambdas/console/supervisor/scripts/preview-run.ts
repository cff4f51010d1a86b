import { computed, signal } from '@preact/signals';
import type { FieldProblem } from '../../../domain/script/fields/field-problem.ts';
import {
  answerStep,
  answersOf,
  answersToBeginWith,
  keepDraft,
  positionOf,
  startRun,
  stepBack,
} from '../../../domain/script/run/run-script.ts';
import type { Run, Script, Value } from '../../../domain/script/script.ts';
import { isPhone } from '../../desk/form/keeping/phone-shape.ts';

/** A run through a script that goes nowhere: nothing is kept, nothing is sent. */
export class PreviewRun {
  readonly #script: Script;
  readonly #run;
  readonly problems = signal<{ fields: Record<string, FieldProblem | string> }>({ fields: {} });
  readonly position = computed(() => positionOf(this.#dialog));
  readonly draft = computed(() => answersToBeginWith(this.#dialog));
  readonly answers = computed(() => answersOf(this.#dialog));

  constructor(script: Script) {
    this.#script = script;
    this.#run = signal<Run>(startRun(script));
  }

  get #dialog() {
    return { script: this.#script, run: this.#run.value };
  }

  get isAtStart(): boolean {
    return this.#run.value.visits.length <= 1;
  }

  edit(field: string, value: Value | undefined): void {
    const { [field]: _, ...others } = this.draft.value;
    const draft = value === undefined || value === '' ? others : { ...others, [field]: value };
    this.#run.value = keepDraft(this.#dialog, draft);
    this.problems.value = { fields: {} };
  }

  next(): void {
    const answered = answerStep(this.#dialog, this.draft.value, { isPhone });
    if ('run' in answered) this.#run.value = answered.run;
    this.problems.value = { fields: 'problems' in answered ? answered.problems : {} };
  }

  back(): void {
    this.problems.value = { fields: {} };
    this.#run.value = stepBack(this.#dialog);
  }

  restart(): void {
    this.problems.value = { fields: {} };
    this.#run.value = startRun(this.#script);
  }
}
