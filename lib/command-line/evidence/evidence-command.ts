import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evidencePorts } from '../../../lambdas/composition/functions/evidence-ports.ts';
import { sha256Hex } from '../../../lambdas/composition/table-ports.ts';
import { type Language, languages } from '../../../lambdas/domain/basics/language.ts';
import { evidencePage } from '../../../lambdas/domain/evidence/evidence-page.ts';
import {
  type EvidenceReport,
  type ReportFault,
  reportFault,
} from '../../../lambdas/domain/evidence/report.ts';
import { makeEvidence } from '../../../lambdas/use-cases/evidence/make-evidence.ts';
import {
  findAllTables,
  type Whereabouts,
  whereaboutsHelp,
  whereaboutsOptions,
} from '../find-tables.ts';
import { type CommandContext, exitCodes } from '../run-command.ts';
import { UserMistake } from '../user-mistake.ts';
import { writeWhole } from '../write-whole.ts';
import { findEverywhere, numberOfOption } from './find-number.ts';

const help = `Tells all that was done to a number: who ordered calls, what was decided and dialled,
what was pressed and answered, who said no. Writes it as JSON and as a page to read.

  npm run evidence -- --tel NUMBER [options]
  npm run evidence -- --verify FILE [options]

  --tel NUMBER     whose; with its country code, or as dialled where all tasks are
  --out FILE       where to, without its ending: FILE.json and FILE.html
                   (evidence)
  --language L     of the page: ${languages.join(', ')} (en)
  --verify FILE    says whether an entry was removed or changed in a JSON that
                   was made before, and whether the system's chain agrees
  --offline        verifies the file alone, without asking the system
${whereaboutsHelp}

Every entry holds a hash of itself and of the one before it. What was told once
and is not stored any more stays in the chain, and is told as gone.
Exit code: 0 done, 1 something was removed or changed, 2 it could not be done.
`;

const options = {
  ...whereaboutsOptions,
  tel: { type: 'string' },
  out: { type: 'string', default: 'evidence' },
  language: { type: 'string', default: 'en' },
  verify: { type: 'string' },
  offline: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export async function evidenceCommand(context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...context.words], options });
  if (values.help) {
    context.stdout.write(help);
    return exitCodes.done;
  }
  if (values.verify !== undefined) return verify(context, values.verify, values);
  const language = readLanguage(values.language);
  const ports = evidencePorts(await findAllTables(values));
  const number = await numberOfOption(ports, values.tel);
  const rows = await findEverywhere(ports, number, context);
  const report = await makeEvidence(ports, { number, rows });
  const { folder, signal, stderr } = context;
  const json = `${JSON.stringify(report, null, 2)}\n`;
  await writeWhole(inOne(json), resolve(folder, `${values.out}.json`), signal);
  const page = evidencePage(report, language);
  await writeWhole(inOne(page), resolve(folder, `${values.out}.html`), signal);
  const count = report.entries.length;
  stderr.write(
    `${count} ${count === 1 ? 'entry' : 'entries'}: ${values.out}.json and ${values.out}.html\n`,
  );
  return exitCodes.done;
}

function readLanguage(given: string): Language {
  const found = languages.find((it) => it === given);
  if (found !== undefined) return found;
  throw new UserMistake(`--language must be ${languages.join(' or ')}, got ${given}.`);
}

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}

async function verify(
  context: CommandContext,
  file: string,
  where: Whereabouts & { offline: boolean },
): Promise<number> {
  const report = await readReport(resolve(context.folder, file), file);
  const fault = where.offline
    ? reportFault(report, { hash: sha256Hex })
    : await faultInSystem(report, where);
  context.stdout.write(`${fault === undefined ? whole(report) : sentence(fault)}\n`);
  return fault === undefined ? exitCodes.done : exitCodes.refused;
}

async function faultInSystem(
  report: EvidenceReport,
  where: Whereabouts,
): Promise<ReportFault | undefined> {
  const { traces, hash } = evidencePorts(await findAllTables(where));
  const { links: chain } = await traces.chain(report.number);
  return reportFault(report, { chain, hash });
}

async function readReport(path: string, name: string): Promise<EvidenceReport> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UserMistake(`${name} cannot be read (${cause.code}).`, { cause });
  });
  try {
    const report = JSON.parse(text) as EvidenceReport;
    if (typeof report.number === 'string' && Array.isArray(report.entries)) return report;
  } catch {
    // said below
  }
  throw new UserMistake(`${name} is no JSON that npm run evidence has written.`);
}

function whole({ entries }: EvidenceReport): string {
  return `Nothing was removed or changed: ${entries.length} entries.`;
}

function sentence({ place, fault }: ReportFault): string {
  switch (fault) {
    case 'missing':
      return `Entry ${place} was removed.`;
    case 'changed':
      return `Entry ${place}, or one before it, was removed or changed.`;
    case 'facts changed':
      return `What entry ${place} tells was changed.`;
    case 'not in the system':
      return `Entry ${place} is not the one that the system's chain has at this place.`;
    default:
      return fault satisfies never;
  }
}
