import { language } from '../../words/language.ts';
import { pageSettings } from '../page-settings.ts';
import { accessToken } from '../sign-in/sign-in.ts';

/**
 * A file of the API's, piece by piece: it gives a megabyte at most at a time. Undefined where it does not
 * come whole.
 */
export async function fetchFile(path: string): Promise<Blob | undefined> {
  const pieces: Blob[] = [];
  for (let from = 0, total = 1; from < total; ) {
    const piece = await fetchPiece(path, from);
    if (piece === undefined || piece.blob.size === 0) return undefined;
    pieces.push(piece.blob);
    from += piece.blob.size;
    total = piece.total;
  }
  return new Blob(pieces, { type: pieces[0]?.type ?? '' });
}

const limitMilliseconds = 25_000;

async function fetchPiece(
  path: string,
  from: number,
): Promise<{ blob: Blob; total: number } | undefined> {
  const token = await accessToken();
  try {
    const answer = await fetch(pageSettings().api + path, {
      headers: {
        Authorization: `Bearer ${token}`,
        'Accept-Language': language.value,
        Range: `bytes=${from}-`,
      },
      signal: AbortSignal.timeout(limitMilliseconds),
    });
    if (answer.status !== 206) return undefined;
    const total = Number(answer.headers.get('content-range')?.split('/')[1]);
    return { blob: await answer.blob(), total };
  } catch {
    return undefined;
  }
}
