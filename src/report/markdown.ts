import { printable } from './printable.ts';

/**
 * Data as a Markdown code span: in it nothing is a mention, a link, an issue number, HTML or emphasis (CommonMark, code
 * spans). Always one line, and safe inside a table too: a bar would end the cell even in a code span (GitHub Flavored
 * Markdown, tables), so it is shown as a broken bar. Empty text is shown as a blank.
 */
export function inert(text: string): string {
  const shown = printable(text.toWellFormed()).replaceAll('|', '\u00a6');
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = needsPadding(shown) ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/** A span closes at the first run of as many backticks as opened it, so its fence is longer than every run inside. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A backtick must not touch the fence; and of a text between spaces, unless it is nothing else, one on each side is taken for padding. */
function needsPadding(text: string): boolean {
  return text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text));
}
