import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiTypes, apiTypesFile } from '../lib/bundles/api-types.ts';

/** `npm run api-types`: writes the API's types anew; with `--check`, fails where they are not current. */
const file = path.join(import.meta.dirname, '..', apiTypesFile);
const types = await apiTypes();
if (!process.argv.includes('--check')) writeFileSync(file, types);
else if (readFileSync(file, 'utf8') !== types) {
  console.error(`${apiTypesFile} is not what the API is now: npm run api-types writes it anew.`);
  process.exitCode = 1;
}
