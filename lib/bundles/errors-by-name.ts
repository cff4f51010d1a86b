import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Two are asked for more than their names: for what was in a write's way. */
const registration =
  /^n0_registry\.registerError\((?!(?:TransactionCanceled|ConditionalCheckFailed)Exception).*\);$/gm;

/**
 * A client of the SDK registers a class for each error of its service, and with them all that the
 * service can do: Systems Manager 70 KB a function, of which parameters need 2. Without these lines
 * an error is the service's general exception, with its own name and message.
 */
export const errorsByName: Plugin = {
  name: 'errors-by-name',
  setup(build) {
    const filter = /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;
    build.onLoad({ filter }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replaceAll(registration, '') };
    });
  },
};
