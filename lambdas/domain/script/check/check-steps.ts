import { isSpoken } from '../fields/keypad.ts';
import type { Script, Step } from '../script.ts';
import { loopWithin, reachableFrom, stepsById, targetsOf } from '../script-graph.ts';
import type { Place, PlacePart, ScriptProblem } from './script-problem.ts';

/** Whether the steps lead somewhere: each can be reached, ends, and asks before it repeats. */
export function problemsOfSteps(script: Script): ScriptProblem[] {
  const steps = stepsById(script.steps);
  return [
    ...duplicates(script.steps),
    ...unknownTargets(script, steps),
    ...script.steps.flatMap(branchProblems),
    ...deadEnds(script, steps),
    ...loopProblems(script.steps),
  ];
}

function stepAt(id: string): PlacePart {
  return { of: 'step', name: id };
}

function duplicates(steps: readonly Step[]): ScriptProblem[] {
  const ids = steps.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return [...twice].map((id) => ({ place: [stepAt(id)], code: 'step-twice' }));
}

function unknownTargets(script: Script, steps: ReadonlyMap<string, Step>): ScriptProblem[] {
  const isUnknown = (target: string) => target !== 'end' && !steps.has(target);
  const { start } = script;
  const problems: ScriptProblem[] = steps.has(start)
    ? []
    : [{ place: [], code: 'no-start', start }];
  for (const step of script.steps) {
    const unknown = new Set(targetsOf(step).filter(isUnknown));
    for (const to of unknown) {
      problems.push({ place: [stepAt(step.id)], code: 'leads-nowhere', to });
    }
  }
  return problems;
}

function branchProblems({ id, next }: Step): ScriptProblem[] {
  if (typeof next === 'string') return [];
  const place = (index: number): Place => [stepAt(id), { of: 'branch', name: index + 1 }];
  const problems = next.slice(0, -1).flatMap(({ when }, index): ScriptProblem[] => {
    return when === undefined ? [{ place: place(index), code: 'branch-ends-choice' }] : [];
  });
  if (next.at(-1)?.when === undefined) return problems;
  return [...problems, { place: place(next.length - 1), code: 'last-branch-asks' }];
}

function deadEnds(script: Script, steps: ReadonlyMap<string, Step>): ScriptProblem[] {
  if (!steps.has(script.start)) return [];
  const reached = reachableFrom(script.start, steps);
  return [...steps.keys()].flatMap((id): ScriptProblem[] => {
    const place = [stepAt(id)];
    if (!reached.has(id)) return [{ place, code: 'unreachable' }];
    const onwards = reachableFrom(id, steps);
    // A step that leads to nowhere known has been complained of already.
    const isKnown = [...onwards].every((it) => it === 'end' || steps.has(it));
    return onwards.has('end') || !isKnown ? [] : [{ place, code: 'endless' }];
  });
}

function loopProblems(steps: readonly Step[]): ScriptProblem[] {
  const silent = loopWithin(stepsById(steps.filter(({ fields }) => fields.length === 0)));
  if (silent !== undefined) return [{ place: { loop: silent }, code: 'silent-loop' }];
  const unspoken = loopWithin(stepsById(steps.filter(({ fields }) => !fields.some(isSpoken))));
  return unspoken === undefined ? [] : [{ place: { loop: unspoken }, code: 'unspoken-loop' }];
}
