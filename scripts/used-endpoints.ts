import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

const FORGE = fileURLToPath(new URL('../src/forge/github', import.meta.url));
const TABLE = /@octokit[\\/]plugin-rest-endpoint-methods[\\/].*[\\/]endpoints\.js$/;

type Endpoints = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Of the thousand calls that Octokit knows those that this product could make: every run that asks GitHub reads the whole table. A call
 * is kept where any name in the sources of the forge is its own, so one that is made is never left out.
 */
export const usedEndpoints: Plugin = {
  name: 'used endpoints',
  async transform(_, id) {
    if (!TABLE.test(id)) return null;
    const { default: all } = (await import(pathToFileURL(id).href)) as { readonly default: Endpoints };
    const names = namesIn(FORGE);
    const used = Object.entries(all).map(
      ([scope, methods]) => [scope, Object.entries(methods).filter(([name]) => names.has(name))] as const,
    );
    const kept = Object.fromEntries(used.flatMap(([scope, own]) => (own.length === 0 ? [] : [[scope, Object.fromEntries(own)]])));
    return { code: `export default ${JSON.stringify(kept)};`, map: null };
  },
};

function namesIn(dir: string): ReadonlySet<string> {
  const texts = globSync('**/*.ts', { cwd: dir }).map((path) => readFileSync(join(dir, path), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/\b\w+\b/g) ?? []));
}
