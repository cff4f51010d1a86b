import type { OperatorView } from '../../../contract/people.ts';
import { operatorById } from '../directory.ts';
import type { Problems } from '../problems.ts';
import { operatorWords } from './operator-words.ts';

/** An operator as a form holds them. */
export interface OperatorDraft {
  id: string;
  name: string;
  addresses: readonly string[];
  away: boolean;
  /** A new one; empty keeps the one that is there. */
  pin: string;
  removesPin: boolean;
}

export function draftOf(operator: OperatorView | undefined): OperatorDraft {
  const { id = '', name = '', addresses = [''], away = false } = operator ?? {};
  return { id, name, addresses, away, pin: '', removesPin: false };
}

/** What the API takes: what the form does not show stays as it is. */
export function bodyOf(draft: OperatorDraft, operator: OperatorView | undefined): object {
  const addresses = draft.addresses.map((it) => it.trim()).filter((it) => it !== '');
  const { at, currentTask } = operator ?? {};
  return {
    name: draft.name.trim(),
    addresses,
    away: draft.away,
    gone: false,
    ...(at !== undefined && addresses.includes(at) && { at }),
    ...(currentTask !== undefined && { currentTask }),
    ...pinPart(draft),
  };
}

function pinPart({ pin, removesPin }: OperatorDraft): { pin?: string | null } {
  if (removesPin) return { pin: null };
  return pin === '' ? {} : { pin };
}

/** What need not be asked of the server. */
export function problemsBefore(draft: OperatorDraft, isNew: boolean): Problems {
  const words = operatorWords();
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems.name = words.required;
  if (draft.addresses.every((it) => it.trim() === '')) problems['addresses.0'] = words.required;
  if (draft.pin !== '' && !/^\d{6,8}$/.test(draft.pin)) problems.pin = words.pinProblem;
  if (isNew && !/^[A-Za-z0-9_-]{1,32}$/.test(draft.id)) problems.id = words.idProblem;
  if (isNew && (operatorById(draft.id) !== undefined || draft.id === 'new')) {
    problems.id = words.idTaken;
  }
  return problems;
}
