import { createReadStream } from 'node:fs';
import { encodingNamed, type TextEncoding } from '../../lambdas/table-files/encoding.ts';
import { FileText } from '../../lambdas/table-files/file-text.ts';
import type { Reading } from '../../lambdas/table-files/likely-encodings.ts';
import { UnreadableTable } from '../../lambdas/table-files/unreadable-table.ts';
import { ask } from './confirm.ts';
import type { CommandContext } from './run-command.ts';
import { UserMistake } from './user-mistake.ts';

/**
 * The encoding to read the file by: the one that was named, or the person's choice among those in
 * which a line of it may be text. Undefined where the file itself tells.
 */
export async function chooseEncoding(
  context: CommandContext,
  path: string,
  given: string | undefined,
): Promise<TextEncoding | undefined> {
  if (given !== undefined) return known(given);
  const question = await questionOf(path);
  if (question === undefined) return undefined;
  const { stdin, stderr } = context;
  stderr.write(`${question.sentence}\n${question.readings.map(line).join('')}`);
  const answer = stdin?.isTTY ? await ask('Which one? Its name: ', { ...context, stdin }) : '';
  if (answer.trim() !== '') return known(answer);
  const [likeliest] = question.readings;
  throw new UserMistake(
    `Nothing was imported: name it with --encoding, such as --encoding ${likeliest?.encoding}.`,
  );
}

function known(name: string): TextEncoding {
  const encoding = encodingNamed(name);
  if (encoding !== undefined) return encoding;
  throw new UserMistake(
    `Nobody knows the encoding ${name}. Known are utf-8, utf-16le, windows-1252, koi8-r, cp866 and others of the Encoding Standard.`,
  );
}

async function questionOf(
  path: string,
): Promise<{ sentence: string; readings: readonly Reading[] } | undefined> {
  try {
    for await (const _ of new FileText(createReadStream(path)));
    return undefined;
  } catch (error) {
    if (!(error instanceof UnreadableTable) || error.problem.code !== 'unknown-encoding')
      throw error;
    return { sentence: error.message, readings: error.problem.readings };
  }
}

/** A name that is no terminal's command: what a file holds may not move the cursor. */
function line({ encoding, text }: Reading): string {
  return `  ${encoding.padEnd(14)}  ${text.replace(/\p{Cc}/gu, ' ')}\n`;
}
