import { byPlace, type Finding, type Location, type Severity } from '../domain/finding.ts';

/** One finding of `validate --json`; schemas/findings.schema.json. */
export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export function findingsJson(findings: readonly Finding[]): { readonly findings: readonly FindingJson[] } {
  return {
    findings: findings.toSorted(byPlace).map(({ code, severity, message, hint, at }) => ({
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...at,
    })),
  };
}

/**
 * Findings for a terminal: place, code, message, the line with carets below, what to do, and the count. `texts` has the files by path;
 * a finding in a file that is not among them has no lines. `files` is how many were looked at.
 */
export function findingsText(findings: readonly Finding[], texts: ReadonlyMap<string, string>, files: number): string {
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const known = lines.get(file) ?? (texts.get(file) ?? '').split(/\r?\n/);
    lines.set(file, known);
    return known;
  };
  const shown = findings.toSorted(byPlace).map((finding) => paragraph(finding, linesOf));
  return [...shown, count(findings, files), ''].join('\n');
}

function paragraph(finding: Finding, linesOf: (file: string) => readonly string[]): string {
  const { code, message, hint, at, severity } = finding;
  const words = severity === 'error' ? message : `${severity}: ${message}`;
  const place = at === undefined ? '' : `${visible(at.file)}:${at.line}:${at.column}  `;
  const frame = at === undefined ? [] : frameOf(at, linesOf(at.file));
  return [`${place}${code}  ${visible(words)}`, ...frame, ...(hint === undefined ? [] : [`  ${visible(hint)}`])].join('\n');
}

const WIDTH = 120; // characters of a line that are shown
const LEFT = 40; // of them before the place, in a line that is longer

/** The line before and the line itself, with carets below the place. */
function frameOf({ line, column, endLine, endColumn }: Location, lines: readonly string[]): readonly string[] {
  const text = lines[line - 1];
  if (text === undefined || text === '') return [];
  const from = (endLine > line ? column : endColumn) > WIDTH ? Math.max(0, column - 1 - LEFT) : 0;
  const gutter = String(line).length;
  const row = (number: string, content: string) => `  ${number.padStart(gutter)} | ${content}`.trimEnd();
  const before = lines[line - 2];
  const start = visible(clipped(text.slice(0, column - 1), from)).length;
  const end = visible(clipped(text.slice(0, endLine > line ? text.length : endColumn - 1), from)).length;
  return [
    ...(before === undefined ? [] : [row(String(line - 1), visible(clipped(before, from)))]),
    row(String(line), visible(clipped(text, from))),
    row('', ' '.repeat(start) + '^'.repeat(Math.max(1, end - start))),
  ];
}

/** A part of a long line, with dots where it is cut. */
function clipped(text: string, from: number): string {
  const tail = text.length > from + WIDTH ? '...' : '';
  return `${from > 0 ? '...' : ''}${text.slice(from, from + WIDTH)}${tail}`;
}

/** Nothing from a file moves the cursor, hides, turns the line around, or reads as a command of a workflow (`##[`). */
function visible(text: string): string {
  return text
    .replaceAll(
      new RegExp(String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`, 'gu'),
      (one) => `\\u{${(one.codePointAt(0) as number).toString(16)}}`,
    )
    .replaceAll('##[', '##\\[');
}

/** `1 error and 2 warnings in 2 of 12 files` */
function count(findings: readonly Finding[], files: number): string {
  const kinds = (['error', 'warning', 'notice'] as const).map((kind) => {
    const found = findings.filter((finding) => finding.severity === kind).length;
    return found === 0 ? '' : plural(found, kind);
  });
  const touched = new Set(findings.map((finding) => finding.at?.file)).size;
  if (findings.length === 0) return `no findings in ${plural(files, 'file')}`;
  return `${kinds.filter((kind) => kind !== '').join(' and ')} in ${touched} of ${plural(files, 'file')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
