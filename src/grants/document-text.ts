import { CHOMPING_MODE, type Event, EVENT_ID, getScalarValue, type ScalarEvent, SCALAR_STYLE } from 'js-yaml';
import { NONE, report, type Walk } from './document-walk.ts';
import { endOf, startOf } from './extent.ts';
import { codePoint, hiddenIn } from './text.ts';

/** Keys of free text, in which a sign that begins a comment is easily meant as text. */
const TEXTS: ReadonlySet<string> = new Set(['reason', 'description', 'message', 'condition']);

/** Of a text that is more than a stretch of the file: what its escapes and line ends make of it. */
export function checkText(walk: Walk, event: ScalarEvent, value: string): void {
  const [start, end] = [startOf(walk.text, event), endOf(walk.text, event)];
  const hidden = hiddenIn(value);
  if (hidden !== undefined) {
    const message = `an escape that stands for a hidden character (${codePoint(hidden)})`;
    report(walk, 'GK1003', start, end, message, 'Leave it out.');
  }
  if (isDoubtful(walk.text, event, value)) {
    const hint = 'Leave out the + behind | or >, blanks at the end of the file, and the backslash at the end of a line.';
    report(walk, 'GK1017', start, end, 'line ends that readers of YAML understand in two ways', hint);
  }
}

/** Parsers differ in block texts that keep their last line ends, have nothing else or break off, and in line ends behind a backslash. */
function isDoubtful(text: string, { style, chomping, valueStart, valueEnd }: ScalarEvent, value: string): boolean {
  const written = text.slice(valueStart, valueEnd);
  if (style === SCALAR_STYLE.DOUBLE_QUOTED) return /\\\r?\n/.test(written);
  const block = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  return block && (chomping === CHOMPING_MODE.KEEP || value.trim() === '' || /\n +$/.test(written));
}

/**
 * Parsers differ in an unquoted text below its key or its dash where a comment that is indented less stands between: some read on into
 * what follows. Of a text that is a value or an item.
 */
export function checkApart(walk: Walk, { style, valueStart, valueEnd }: ScalarEvent): void {
  const { text } = walk;
  const own = lineOf(text, valueStart);
  if (style !== SCALAR_STYLE.PLAIN || text.slice(own, valueStart).trim() !== '') return;
  // The key or the dash stands above, so there is always one more line.
  for (let line = own; ;) {
    const above = lineOf(text, line - 1);
    const [, blanks, sign] = /^( *)(\S?)/.exec(text.slice(above, line)) as unknown as [string, string, string];
    if (sign !== '' && sign !== '#') return;
    if (sign === '#' && blanks.length < valueStart - own) {
      const hint = 'Write the text behind its key or its dash, and the comment above that.';
      return report(walk, 'GK1017', valueStart, valueEnd, 'a comment before it that readers of YAML understand in two ways', hint);
    }
    line = above;
  }
}

/** Where the line of an offset begins. */
function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** An unquoted text ends where ` #` begins, which nobody sees who meant `fix #4711`. */
export function checkComment(walk: Walk, key: string, at: ScalarEvent, value: Event): void {
  if (!TEXTS.has(key)) return;
  if (value.type !== EVENT_ID.SCALAR || value.style !== SCALAR_STYLE.PLAIN) return;
  const { text } = walk;
  const end = value.valueStart === NONE ? text.indexOf(':', at.valueEnd) + 1 : value.valueEnd;
  const comment = /[ ]+#[^\n]*/y;
  comment.lastIndex = end;
  const found = comment.exec(text)?.[0].trimEnd();
  if (found === undefined) return;
  const whole = `${getScalarValue(text, value)}${found}`.trim();
  const start = end + found.indexOf('#');
  report(walk, 'GK1016', start, end + found.length, `the ${key} ends before the #`, `Put all of it in quotes: ${key}: ${quoted(whole)}`);
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
