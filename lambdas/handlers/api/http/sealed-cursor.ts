import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CursorKey } from '../../../ports/records/cursor-key.ts';

/** Which list, and what was asked of it: a cursor of one goes on in no other. */
export type ListQuestion = readonly [line: string, body: unknown];

const algorithm = 'aes-256-gcm';
/** As NIST SP 800-38D recommends for GCM. */
const ivBytes = 12;
const tagBytes = 16;

/** A place within a list as who asks may have it: they read nothing from it, and make up none. */
export async function sealCursor(
  keys: CursorKey,
  place: string,
  question: ListQuestion,
): Promise<string> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, await keys.read(), iv);
  cipher.setAAD(bytesOf(question));
  const sealed = Buffer.concat([cipher.update(place, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The place; undefined where nobody here sealed it for this question. */
export async function openCursor(
  keys: CursorKey,
  cursor: string,
  question: ListQuestion,
): Promise<string | undefined> {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return undefined;
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv(algorithm, await keys.read(), iv, { authTagLength: tagBytes });
  decipher.setAAD(bytesOf(question));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const place = decipher.update(bytes.subarray(ivBytes + tagBytes));
    return Buffer.concat([place, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The same filters in another order are the same question. */
function bytesOf([line, body]: ListQuestion): Buffer {
  return Buffer.from(JSON.stringify([line, body], (_, value) => sorted(value)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
