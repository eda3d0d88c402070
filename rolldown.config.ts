import { isBuiltin } from 'node:module';
import { defineConfig, type Plugin } from 'rolldown';
import { licencesText } from './scripts/licences.ts';

/**
 * Builtins are fetched, not imported. Node evaluates every export of a builtin that a module imports, and so opens the standard
 * streams for `node:process` and loads all that `node:fs` and `node:util` could ever need: half of a bare start (measured).
 */
const builtins: Plugin = {
  name: 'builtins',
  renderChunk: (code) =>
    code.replaceAll(/^import ([\w$]+|\{[^}]*\}) from "([^"]+)";$/gm, (line: string, names: string, from: string) =>
      isBuiltin(from) ? `var ${names.replaceAll(' as ', ': ')} = globalThis.process.getBuiltinModule("${from}");` : line,
    ),
};

const licences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY_LICENSES.txt', source: licencesText(modules) });
  },
};

/**
 * Split chunks, so that `validate` loads no cloud SDK, no Octokit and no Actions toolkit. All lie beside each other: the code finds
 * the worked example one folder up, in the sources as in the bundle.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: { cli: 'src/cli/main.ts', action: 'src/action/main.ts' },
  platform: 'node',
  plugins: [builtins, licences],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    comments: { legal: true, jsdoc: false, annotation: false },
  },
});
