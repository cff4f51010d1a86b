import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Manifest = Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;

const root = path.join(__dirname, '..', '..');
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest;
const askedBy = ({ dependencies, devDependencies }: Manifest) => ({
  ...dependencies,
  ...devDependencies,
});

const product = askedBy(read('package.json'));
const tools = readdirSync(path.join(root, 'lib'))
  .map((name) => path.join('lib', name, 'package.json'))
  .filter((file) => existsSync(path.join(root, file)));

/** Two versions of one package would be two packages: a patch or a pin would hit one of them only. */
test.each(tools)('%s asks for the versions that the product asks for', (file) => {
  const asked = Object.entries(askedBy(read(file))).filter(([name]) => name in product);
  expect(Object.fromEntries(asked)).toEqual(
    Object.fromEntries(asked.map(([name]) => [name, product[name]])),
  );
});

test('both tools are looked at', () => {
  expect(tools).toEqual(['lib/aws-machine/package.json', 'lib/phone-network/package.json']);
});
