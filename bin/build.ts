import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildPackage } from '../lib/package/build-package.ts';

/** `npm run build`: the construct as a package that other CDK apps install. */
const root = path.join(import.meta.dirname, '..');
const build = path.join(root, '.build');
const folder = path.join(build, 'package');
await buildPackage(folder);
const packing = ['pack', folder, '--pack-destination', build];
const file = execFileSync('npm', packing, {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
console.log(`.build/${file.trim()} is the package: npm install it in a CDK app.`);
