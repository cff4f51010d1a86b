import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Right } from '../../lib/aws-machine/src/permissions/rights-log.ts';
import { readRights, unexpectedlyUnused } from './rights-in-use.ts';

const right = (functionName: string, action: string, resource: string): Right => ({
  functionName,
  action,
  resource: `arn:aws:${resource}`,
});
const reading = right('Voice', 'dynamodb:GetItem', 'dynamodb:eu-central-1:123456789012:table/Rows');
const writing = right('Voice', 'dynamodb:PutItem', 'dynamodb:eu-central-1:123456789012:table/Rows');
const logging = right('Voice', 'logs:PutLogEvents', 'logs:eu-central-1:123456789012:log-group:V');
const granted = [reading, writing, logging];

function told(...systems: object[][]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'told-'));
  for (const [index, entries] of systems.entries()) {
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
    writeFileSync(path.join(folder, `${index}.jsonl`), lines.join(''));
  }
  return folder;
}

test('a right that no system used is told, but for those of Lambda itself', () => {
  const rights = readRights(told([{ granted }], [{ granted }, { used: reading }]));
  expect(unexpectedlyUnused(rights, {})).toEqual(['Voice dynamodb:PutItem table/Rows']);
});

test('what one system used is used', () => {
  const rights = readRights(
    told([{ granted }, { used: writing }], [{ granted }, { used: reading }]),
  );
  expect(unexpectedlyUnused(rights, {})).toEqual([]);
});

test('what is listed with a reason is expected', () => {
  const rights = readRights(told([{ granted }, { used: reading }]));
  const expected = { 'only after an outage': ['Voice dynamodb:PutItem table/Rows'] };
  expect(unexpectedlyUnused(rights, expected)).toEqual([]);
});
