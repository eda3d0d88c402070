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

/** Words of letters and digits, with what names have between and behind them; the first is a letter. */
const WORDS = String.raw`^\p{L}[\p{L}\p{M}\p{Nd}]*(?:(?:[ '\u2019-]|\. ?|, )[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*\.?$`;

/** The same of ASCII alone: the tables behind all letters take longer to make than a comment takes to write. */
const ASCII_WORDS = /^[a-z][a-z0-9]*(?:(?:[ '-]|\. ?|, )[a-z0-9]+)*\.?$/i;

function isWords(text: string): boolean {
  return /^[ -~]*$/.test(text) ? ASCII_WORDS.test(text) : new RegExp(WORDS, 'u').test(text);
}

/** What GitHub makes links of without any sign around it: addresses, issues and commits ("Autolinked references and URLs"). */
const LINKED = /www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/i;

/**
 * Data in the middle of a sentence: a name such as `Ada Byron` stands as it is, everything else as a code span. A backslash
 * would not do: what looks like a mention or a link is searched for after Markdown was read.
 */
export function plain(text: string): string {
  return isWords(text) && text.normalize('NFC') === text && !LINKED.test(text) ? text : inert(text);
}

/** At most `most` characters of data, with dots where it was cut; to be made inert afterwards. */
export function shortened(text: string, most: number): string {
  const all = Array.from(text);
  return all.length <= most ? text : `${all.slice(0, most - 1).join('')}\u2026`;
}

/**
 * Text of ours around code in a fenced block: nothing in it acts, as long as no line of it closes the fence (CommonMark, fenced
 * code blocks). Line ends stay, all else that moves or hides is spelled out.
 */
export function fenced(text: string, language = 'text'): string {
  const shown = text.toWellFormed().split(/\r?\n/).map(printable).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A span closes at the first run of as many backticks as opened it, so its fence is longer than every run inside. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A backtick must not touch the fence; and of a text between spaces, unless it is nothing else, one on each side is taken for padding. */
function needsPadding(text: string): boolean {
  return text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text));
}
