import { valuesOf } from '../condition.ts';
import type { Condition, Field, Script, Step } from '../script.ts';
import { reachableFrom, stepsById } from '../script-graph.ts';
import { misfitOf } from './check-fields.ts';
import type { Complaint, Place, ScriptProblem } from './script-problem.ts';

/** Whether the branches ask about what can have been answered. */
export function problemsOfConditions(script: Script): ScriptProblem[] {
  const asked = fieldsAsked(script);
  return script.steps.flatMap((step) => {
    if (typeof step.next === 'string') return [];
    return step.next.flatMap(({ when }, index) => {
      const place: Place = [
        { of: 'step', name: step.id },
        { of: 'branch', name: index + 1 },
      ];
      const tests = when === undefined ? [] : testsIn(when);
      return tests.flatMap((test) =>
        testProblems(test, step, asked).map((it) => ({ place, ...it })),
      );
    });
  });
}

interface AskedField {
  field: Field;
  step: string;
  /** The steps that may come once it was asked, its own included. */
  onwards: Set<string>;
}

function fieldsAsked({ steps }: Script): Map<string, AskedField> {
  const byId = stepsById(steps);
  const asked = new Map<string, AskedField>();
  for (const step of steps) {
    const onwards = reachableFrom(step.id, byId);
    for (const field of step.fields) {
      if (!asked.has(field.id)) asked.set(field.id, { field, step: step.id, onwards });
    }
  }
  return asked;
}

type Test = Extract<Condition, { field: string }>;

function testsIn(condition: Condition): Test[] {
  if ('any' in condition) return condition.any.flatMap(testsIn);
  if ('all' in condition) return condition.all.flatMap(testsIn);
  return [condition];
}

function testProblems(test: Test, step: Step, asked: ReadonlyMap<string, AskedField>): Complaint[] {
  const { field } = test;
  const found = asked.get(field);
  if (found === undefined) return [{ code: 'unknown-field', field }];
  if (!found.onwards.has(step.id)) return [{ code: 'never-before', field, step: found.step }];
  if ('isSet' in test) return [];
  // Keys know no plus and no spaces: the surfaces would part here.
  if (found.field.type === 'phone') return [{ code: 'phone-compared', field }];
  return valuesOf(test.is).flatMap((value): Complaint[] => {
    const misfit = misfitOf(found.field, value);
    if (misfit === undefined) return [];
    return [{ code: 'never-is', field, value: JSON.stringify(value), misfit }];
  });
}
