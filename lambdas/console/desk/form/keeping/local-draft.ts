import type { Run } from '../../../../domain/script/script.ts';
import { draftKeys, keep, readKept } from '../../../browser/remembered.ts';

/** What stands in a form and has not reached the server: kept in this browser until it has. */
export interface LocalDraft {
  run: Run;
  /** Of the script that asked. */
  version: number;
  /** The server's revision that it was made from. */
  revision: number;
  /** Milliseconds since 1970, by the server's clock. */
  editedAt: number;
  /** When it was first sent, if it was, and no answer came. */
  sentAt?: string;
}

const keyOf = (attempt: string) => `${draftKeys}${attempt}`;

export function readDraft(attempt: string): LocalDraft | undefined {
  const text = readKept(keyOf(attempt));
  return text === undefined ? undefined : (JSON.parse(text) as LocalDraft);
}

export function writeDraft(attempt: string, draft: LocalDraft | undefined): void {
  keep(keyOf(attempt), draft && JSON.stringify(draft));
}
