import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports.ts';

/** Names that say nothing: whatever has no home ends up behind them. */
const DUST = /^(util|utils|utility|utilities|helper|helpers|common|misc|shared|manager|managers|stuff|general)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const paths = globSync('{src,test,scripts,bench,docs,schemas}/**/*.{ts,js,json,md}', {
  cwd: ROOT,
  exclude: (path) => /(^|\/)(node_modules|golden)(\/|$)/.test(path),
}).sort();

/** Folders and the file's stem; what is behind the first dot is a kind. */
function namesIn(path: string): readonly string[] {
  return path.split('/').map((part) => part.replace(/\..*$/, ''));
}

function isDust(path: string): boolean {
  return namesIn(path).some((name) => name.split(/[-_]/).some((word) => DUST.test(word.toLowerCase())));
}

/** README.md and its like are shouted by custom. */
function isKebab(path: string): boolean {
  return namesIn(path).every(
    (name, at, all) => KEBAB.test(name) || (at === all.length - 1 && /^[A-Z]+\.md$/.test(path.split('/')[at] ?? '')),
  );
}

describe('names of files and folders', () => {
  it('are looked at', () => expect(paths).toContain('src/domain/access.ts'));

  it('are nouns of the trade', () => expect(paths.filter(isDust)).toEqual([]));

  it('are lower case with hyphens', () => expect(paths.filter((path) => !isKebab(path))).toEqual([]));

  it.each(['src/git/utils.ts', 'src/helpers/a.ts', 'src/common/a.ts', 'src/scope-manager.ts', 'src/shared-types.ts'])('refuse %s', (path) =>
    expect(isDust(path)).toBe(true),
  );

  it.each(['src/readGrant.ts', 'src/read_grant.ts', 'src/Domain/a.ts', 'src/README.ts'])('take %s for no kebab case', (path) =>
    expect(isKebab(path)).toBe(false),
  );

  it('let the word management be', () => expect(isDust('src/sim/azure/management-groups.ts')).toBe(false));
});
