import type { evidencePorts } from '../../../lambdas/composition/functions/evidence-ports.ts';
import type { RowKey } from '../../../lambdas/domain/row/row.ts';
import { rowsEverywhere } from '../../../lambdas/use-cases/evidence/find-traces.ts';
import { readNumber } from '../../../lambdas/use-cases/numbers/read-number.ts';
import { grouped, ProgressLine } from '../progress-line.ts';
import type { CommandContext } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';

export type EvidenceCommandPorts = ReturnType<typeof evidencePorts>;

/** The number that `--tel` means, in E.164. */
export async function numberOfOption(
  { directory }: Pick<EvidenceCommandPorts, 'directory'>,
  tel: string | undefined,
): Promise<string> {
  if (tel === undefined) throw new UserMistake('Say whose number with --tel NUMBER. See --help.');
  const number = readNumber(tel, await directory.tasks());
  if (number !== undefined) return number;
  throw new UserMistake(
    `--tel must be a phone number with its country code, such as +442079460017, got ${tel}.`,
  );
}

/** Looks through all rows and attempts, and says how far it has come. */
export async function findEverywhere(
  ports: EvidenceCommandPorts,
  number: string,
  { stderr }: CommandContext,
): Promise<RowKey[]> {
  const progress = new ProgressLine(stderr, Date.now);
  let looked = 0;
  const rows = await rowsEverywhere(ports, number, (items) => {
    looked += items;
    progress.show(() => `${grouped(looked)} rows and attempts looked at`);
  });
  progress.clear();
  return rows;
}
