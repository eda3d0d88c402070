import { type AliasEvent, type Event, EVENT_ID, type ScalarEvent, SCALAR_STYLE } from 'js-yaml';

/** A text and what its parser said of it. */
export interface Parts {
  readonly text: string;
  readonly events: readonly Event[];
}

/** What has a place of its own: all but the bounds of the document and of collections. */
export type Placed = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>;

/** The offset at which the value of an event starts, its quotes among it. */
export function startOf(text: string, event: Placed): number {
  if (event.type === EVENT_ID.SCALAR) {
    return isQuoted(event) ? event.valueStart - 1 : event.valueStart + Math.max(0, inner(text, event).search(/\S/));
  }
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.start;
}

/** The offset just behind a scalar or an alias. The parser gives none for lists and mappings. */
export function endOf(text: string, event: ScalarEvent | AliasEvent): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorEnd;
  return isQuoted(event) ? event.valueEnd + 1 : event.valueStart + inner(text, event).trimEnd().length;
}

/** Whether an event is a value that nobody wrote, as after `key:`. */
export function isEmpty(event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0;
}

/** Behind the bracket that closes the one at `start`, or just `from` where there is none. Between them are only commas and comments. */
export function closing(text: string, start: number, from: number): number {
  const bracket = text[start] === '[' ? ']' : text[start] === '{' ? '}' : undefined;
  if (bracket === undefined) return from;
  const between = /(?:\s#[^\n]*|[^\]}#])*/y;
  between.lastIndex = from;
  between.test(text);
  return text[between.lastIndex] === bracket ? between.lastIndex + 1 : from;
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

/** Of a block text: whole lines, with their indentation and the line end. */
function inner(text: string, { valueStart, valueEnd }: ScalarEvent): string {
  return text.slice(valueStart, valueEnd);
}
