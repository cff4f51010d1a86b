import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startFauxqs } from '../../src/sqs/fauxqs.ts';
import { assertPatched, patchFauxqs } from '../../src/sqs/fauxqs-patches.ts';

const counting =
  'UPDATE sqs_messages SET approximate_receive_count = ?, approximate_first_receive_timestamp = ?';

function patched() {
  const heard: unknown[] = [];
  const hear = (...given: unknown[]) => heard.push(...given);
  const foundations = {
    server: { listen: hear },
    database: { exec: hear, prepare: hear },
  } as never;
  const patches = patchFauxqs(foundations);
  return { heard, patches, ...(foundations as { server: Listening; database: Database }) };
}

interface Listening {
  listen(options: object): void;
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): void;
}

test('mends what fauxqs does, and counts it', () => {
  const { heard, patches, server, database } = patched();
  server.listen({ port: 0, host: '0.0.0.0' });
  database.exec('PRAGMA journal_mode = WAL');
  database.prepare(counting);
  expect(heard).toEqual([
    { port: 0, host: '127.0.0.1' },
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
    'UPDATE sqs_messages SET approximate_receive_count = COALESCE(?, approximate_receive_count), ' +
      'approximate_first_receive_timestamp = COALESCE(?, approximate_first_receive_timestamp)',
  ]);
  expect(() => assertPatched(patches)).not.toThrow();
});

test.each<[patch: string, missing: (mended: ReturnType<typeof patched>) => void]>([
  ['its address (it would listen to the whole network)', ({ server }) => server.listen([0])],
  [
    'its commits (every one would wait for the disk)',
    ({ database }) => database.exec('PRAGMA journal_mode = TRUNCATE'),
  ],
  [
    'its receive counts (a message whose visibility ends early would be lost)',
    ({ database }) => database.prepare('UPDATE sqs_messages SET receives = ?'),
  ],
])('says which patch found nothing: %s', (patch, doOtherwise) => {
  const mended = patched();
  doOtherwise(mended);
  expect(() => assertPatched({ ...filled(mended.patches) })).toThrow(
    `This fauxqs cannot be mended as 2.4.1 can: ${patch}. Install fauxqs 2.4.1 (npm ci), or fit lib/aws-machine/src/sqs/fauxqs-patches.ts`,
  );

  /** All other patches did hit. */
  function filled(patches: Record<string, number>) {
    const name = patch.slice(0, patch.indexOf(' ('));
    return {
      'its address': 1,
      'its commits': 1,
      'its receive counts': 1,
      [name]: patches[name] ?? 0,
    };
  }
});

test('refuses to start a fauxqs that it cannot mend', async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'fauxqs-'));
  const program = pathToFileURL(path.join(__dirname, 'other-fauxqs.ts')).href;
  await expect(startFauxqs({ dataFolder, region: 'eu-central-1', program })).rejects.toThrow(
    'This fauxqs cannot be mended as 2.4.1 can: its address',
  );
  rmSync(dataFolder, { recursive: true });
});
