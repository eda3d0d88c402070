import type { Finding } from '../domain/finding.ts';
import { fenced, inert } from './markdown.ts';

/** What a line of a file could be instead, to be committed by one click. */
export interface Suggestion {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Markdown: the finding, and the line or lines to stand there in a block that Git hosts offer to commit. */
  readonly body: string;
}

/** Findings whose remedy is one line, such as `Write "duration: 4h" beside the latest end`. */
const EXACT: ReadonlySet<string> = new Set(['GK2103', 'GK2105']);

/** Of files that are all new, since only what a request changes can carry one. `texts` has those files by path. */
export function suggestionsOf(findings: readonly Finding[], texts: ReadonlyMap<string, string>): readonly Suggestion[] {
  const found = findings.flatMap((finding) => suggestionOf(finding, texts) ?? []);
  // Of several ceilings each says the same remedy.
  return [...new Map(found.map((one) => [`${one.path}:${one.line}`, one])).values()];
}

function suggestionOf({ code, message, hint, at }: Finding, texts: ReadonlyMap<string, string>): Suggestion | undefined {
  const text = at === undefined ? undefined : texts.get(at.file);
  const [, key, value] = /^Write "([a-z]+): (\w+)"/.exec(hint ?? '') ?? [];
  if (!EXACT.has(code) || at === undefined || text === undefined || key === undefined) return undefined;
  const line = text.split(/\r?\n/)[at.line - 1] ?? '';
  const own = line.startsWith(`${key}:`);
  // A second key of the same name would be a mistake of its own.
  if (!own && (new RegExp(`^${key}:`, 'm').test(text) || !/^[a-z]+: \S/.test(line))) return undefined;
  const wanted = `${key}: ${value}`;
  return { path: at.file, line: at.line, body: `${inert(message)}\n\n${fenced(own ? wanted : `${line}\n${wanted}`, 'suggestion')}` };
}
