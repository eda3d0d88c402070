import { fitsPattern } from './glob.ts';

type Letter = { readonly kind: 'char'; readonly char: string } | { readonly kind: 'one' } | { readonly kind: 'run' };

/** A name between slashes; or any one name; or any run of names, even none. */
type Part = { readonly kind: 'name'; readonly letters: readonly Letter[] } | { readonly kind: 'any' } | { readonly kind: 'deep' };

/** A pattern of CODEOWNERS, taken apart: what a whole path must look like, from the root of the repository. */
export type PathPattern = readonly Part[];

/** What was read; or what is wrong with it, and how to write it right. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string; readonly hint: string };

const ANY: Part = { kind: 'any' };
const DEEP: Part = { kind: 'deep' };

/** Case counts. The path is relative to the root of the repository, with `/` between its names. */
export function matchesPath(pattern: PathPattern, path: string): boolean {
  return fitsPattern(pattern, path.split('/'), (part) => part.kind === 'deep', fitsName);
}

/**
 * Reads one pattern (git, "gitignore: pattern format", with the exceptions of GitHub, "About code owners"). Without a slash
 * at its start or in its middle it matches at any depth; a name matches the file and all below the folder of that name; a
 * slash at the end, all below the folder alone; a lone `*` at the end of a path, files of that folder and nothing deeper.
 */
export function parsePathPattern(text: string): Read<PathPattern> {
  const refused = refusal(text);
  if (refused !== undefined) return refused;
  const names = text.split('/');
  const anchored = names.length > 2 || (names.length === 2 && names[1] !== '');
  const rest = names[0] === '' ? names.slice(1) : names;
  const folder = rest.at(-1) === '';
  const inner = folder ? rest.slice(0, -1) : rest;
  if (inner.length === 0 || inner.includes(''))
    return { ok: false, problem: `${text} names no path`, hint: 'Write one slash between two names' };
  const parts = inner.map((name) => partOf(name));
  if (parts.includes(undefined)) return { ok: false, problem: `${text} ends in a backslash`, hint: 'Take the backslash away' };
  return { ok: true, value: [...(anchored ? [] : [DEEP]), ...ending(parts as Part[], folder, anchored)] };
}

/** What GitHub lists as not working, and what no path can look like. */
function refusal(text: string): Extract<Read<never>, { ok: false }> | undefined {
  if (text.startsWith('!')) return { ok: false, problem: '"!" does not work in CODEOWNERS', hint: 'Write a later line without owners' };
  if (/[[\]]/.test(text)) return { ok: false, problem: '"[ ]" does not work in CODEOWNERS', hint: 'Write one line for each name' };
  if (text.includes('#')) return { ok: false, problem: '"#" in a pattern does not work in CODEOWNERS', hint: 'Use ? in its place' };
  if (text.includes('***')) return { ok: false, problem: 'three stars have no meaning', hint: 'Write * or **' };
  if (text.split('/').some((name) => name === '.' || name === '..')) {
    return { ok: false, problem: `${text} matches no path`, hint: 'Write the path from the root of the repository' };
  }
  return undefined;
}

/** The last part decides how far down the pattern reaches. */
function ending(parts: readonly Part[], folder: boolean, anchored: boolean): readonly Part[] {
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (last?.kind === 'deep') return parts.length === 1 && folder ? [ANY, ANY, DEEP] : [...before, ANY, DEEP];
  if (folder) return [...parts, ANY, DEEP];
  return last?.kind === 'any' && anchored ? parts : [...parts, DEEP];
}

const SPECIAL: ReadonlySet<string> = new Set(['*', '?', '\\']);

function partOf(name: string): Part | undefined {
  if (name === '**') return DEEP;
  if (name === '*') return ANY;
  const letters: Letter[] = [];
  let escaped = false;
  for (const char of name) {
    if (escaped || !SPECIAL.has(char)) letters.push({ kind: 'char', char });
    else if (char !== '\\') letters.push({ kind: char === '*' ? 'run' : 'one' });
    escaped = !escaped && char === '\\';
  }
  return escaped ? undefined : { kind: 'name', letters };
}

function fitsName(part: Part, name: string): boolean {
  if (part.kind !== 'name') return name !== '';
  return fitsPattern(
    part.letters,
    Array.from(name),
    (letter) => letter.kind === 'run',
    (letter, char) => letter.kind !== 'char' || letter.char === char,
  );
}
