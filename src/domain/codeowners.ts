import { matchesPath, parsePathPattern, type PathPattern, type Read } from './path-pattern.ts';

/** One line that counts. No owners means that nobody owns what it matches. */
export interface OwnerRule {
  /** From 1. */
  readonly line: number;
  readonly pattern: string;
  readonly path: PathPattern;
  /** As written: `@login`, `@organization/team` or a mail address. */
  readonly owners: readonly string[];
}

/** A line that GitHub skips without a word, or that we cannot be sure of: it gives nobody anything. */
interface OwnerProblem {
  readonly line: number;
  readonly problem: string;
  readonly hint: string;
}

export interface Codeowners {
  readonly rules: readonly OwnerRule[];
  readonly problems: readonly OwnerProblem[];
}

/** GitHub, "About code owners": a file of 3 MB and more is not loaded. */
const MAX_BYTES = 3_000_000;

/**
 * Reads a CODEOWNERS file as GitHub does (GitHub, "About code owners": syntax and syntax exceptions). A line with a
 * pattern or an owner that GitHub does not know is skipped as a whole, so it neither gives nor clears ownership.
 */
export function parseCodeowners(text: string): Codeowners {
  if (new TextEncoder().encode(text).length >= MAX_BYTES) return { rules: [], problems: [TOO_LARGE] };
  const rules: OwnerRule[] = [];
  const problems: OwnerProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const rule = parseLine(line, at + 1);
    if (rule.ok) rules.push(rule.value);
    else problems.push({ line: at + 1, problem: rule.problem, hint: rule.hint });
  }
  return { rules, problems };
}

/** The owners of a file: those of the last line that matches; none where it names none; undefined where no line matches. */
export function ownersOf(rules: readonly OwnerRule[], path: string): readonly string[] | undefined {
  return rules.findLast((rule) => matchesPath(rule.path, path))?.owners;
}

const TOO_LARGE: OwnerProblem = {
  line: 1,
  problem: 'the file has 3 MB or more, so GitHub does not load it',
  hint: 'Use wildcards to bring several lines into one',
};

function parseLine(line: string, number: number): Read<OwnerRule> {
  const pattern = firstWord(line);
  const path = parsePathPattern(pattern);
  if (!path.ok) return path;
  const words = line.slice(pattern.length).split(/\s+/).slice(1);
  const comment = words.findIndex((word) => word.startsWith('#'));
  const owners = comment < 0 ? words : words.slice(0, comment);
  const stranger = owners.find((owner) => !isOwner(owner));
  if (stranger === undefined) return { ok: true, value: { line: number, pattern, path: path.value, owners } };
  return { ok: false, problem: `${stranger} is no owner`, hint: 'Write @login, @organization/team or a mail address' };
}

/** Up to the first blank that no backslash escapes. */
function firstWord(line: string): string {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (/\s/.test(line.charAt(at))) return line.slice(0, at);
  }
  return line;
}

const LOGIN_OR_TEAM = /^@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_-]+)?$/;
const MAIL = /^[^@]+@[^@.][^@]*\.[^@.]+$/;
const MAX_OWNER = 320; // the longest mail address; it also bounds the work of the two patterns

function isOwner(word: string): boolean {
  return word.length <= MAX_OWNER && (LOGIN_OR_TEAM.test(word) || MAIL.test(word));
}
