import type { FieldProblem } from '../fields/field-problem.ts';
import type { Value } from '../script.ts';
import type { ScriptRule } from '../script-rules.ts';

/** What is wrong with a script, and where. It is put into words by `ScriptWords` of a language. */
export type ScriptProblem = { place: Place } & Complaint;

/** The way to it from the whole script, which has no parts; or a loop of steps. */
export type Place = readonly PlacePart[] | { loop: readonly string[] };

/** By its id, or where it has none by its number in the list. */
export interface PlacePart {
  of: 'step' | 'field' | 'choice' | 'branch';
  name: string | number;
}

export type Complaint =
  | ShapeComplaint
  | StepComplaint
  | FieldComplaint
  | ConditionComplaint
  | ColumnComplaint;

/** `property`: within the place, as `when.any.0`; empty where the place itself is meant. */
type ShapeComplaint =
  | { code: 'too-deep'; most: number }
  | { code: 'too-long'; most: number; got: number }
  | { code: 'missing'; property: string }
  | { code: 'unknown-properties'; property: string; names: readonly string[] }
  | { code: 'wrong-kind'; property: string; expected: string; got: string }
  | { code: 'none-of'; property: string; options: readonly string[]; got: string }
  | { code: 'limit'; property: string; limit: Limit; got: string }
  | { code: 'rule'; property: string; rule: ScriptRule; got: string }
  /** `message`: the schema library's own, in English. */
  | { code: 'unfit'; property: string; message: string; got: string };

export interface Limit {
  bound: 'least' | 'most';
  value: number;
  /** What is counted. */
  of: 'members' | 'characters' | 'value';
}

type StepComplaint =
  | { code: 'step-twice' }
  | { code: 'no-start'; start: string }
  | { code: 'leads-nowhere'; to: string }
  | { code: 'branch-ends-choice' }
  | { code: 'last-branch-asks' }
  | { code: 'unreachable' }
  | { code: 'endless' }
  | { code: 'silent-loop' }
  | { code: 'unspoken-loop' };

type FieldComplaint =
  | { code: 'field-twice'; owner: string }
  | { code: 'bounds'; least: number; most: number }
  | { code: 'value-twice'; value: string }
  | { code: 'key-twice'; values: readonly Value[]; key: string }
  | { code: 'default'; value: string; misfit: Misfit };

/** Why a field can never have a value. */
export type Misfit =
  | FieldProblem
  | { code: 'never-empty' }
  | { code: 'written-otherwise'; as: string };

type ConditionComplaint =
  | { code: 'unknown-field'; field: string }
  | { code: 'never-before'; field: string; step: string }
  | { code: 'phone-compared'; field: string }
  | { code: 'never-is'; field: string; value: string; misfit: Misfit };

type ColumnComplaint =
  | { code: 'column-type'; column: string; needed: string; got: string }
  | { code: 'date-without-time' }
  | { code: 'minutes-after-date' }
  | { code: 'column-rival'; column: string; field: string };

/** How a language says it. */
export interface ScriptWords {
  place(place: Place): string;
  complaints: {
    [Code in Complaint['code']]: (complaint: Extract<Complaint, { code: Code }>) => string;
  };
}

/** One sentence: where it is, what is expected and what came. */
export function scriptProblemText(problem: ScriptProblem, words: ScriptWords): string {
  const say = words.complaints[problem.code] as (it: ScriptProblem) => string;
  return `${words.place(problem.place)}: ${say(problem)}`;
}
