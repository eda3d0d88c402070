import type { Event } from 'js-yaml';
import type { Finding } from '../domain/finding.ts';
import { type Code, mistake } from './codes.ts';
import type { Parts } from './extent.ts';
import { lineStarts, locationBetween } from './lines.ts';

/** A file on the way from its events to a tree. */
export interface Walk extends Parts {
  readonly file: string;
  events: readonly Event[];
  /** The event to read next. */
  at: number;
  readonly findings: Finding[];
  /** Offsets of the lines, counted for the first finding. */
  starts: readonly number[] | undefined;
}

/** js-yaml's mark for a range that is not there. */
export const NONE = -1;

/** Notes a mistake between two offsets. */
export function report(walk: Walk, code: Code, start: number, end: number, message: string, hint: string): void {
  walk.starts ??= lineStarts(walk.text);
  walk.findings.push(mistake(code, locationBetween(walk.file, walk.starts, start, end), message, hint));
}
