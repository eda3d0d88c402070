import { type Event, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Pointer } from '../domain/source.ts';
import { closing, endOf, isEmpty, type Parts, type Placed, startOf } from './extent.ts';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands in a text, by offsets, and its key where it has one. */
export interface Spot extends Extent {
  readonly key: Extent | undefined;
  /** Nobody wrote it, so it has no place. */
  readonly empty: boolean;
  /** A scalar without quotes. */
  readonly plain: boolean;
}

interface Walk extends Parts {
  at: number;
  readonly spots: Map<Pointer, Spot>;
}

/** Every value of a parsed text by its pointer, in one pass; of two values with one pointer, the first. */
export function spotsOf(parts: Parts): ReadonlyMap<Pointer, Spot> {
  const walk: Walk = { ...parts, at: 1, spots: new Map() }; // event 0 opens the document
  visit(walk, '', undefined);
  return walk.spots;
}

/** Takes the next value and answers the offset behind it. Without a pointer it is passed by. */
function visit(walk: Walk, pointer: Pointer | undefined, key: Extent | undefined): number {
  const event = walk.events[walk.at++] as Placed;
  const start = startOf(walk.text, event);
  const end = 'start' in event ? visitInside(walk, event, pointer) : endOf(walk.text, event);
  if (pointer !== undefined && !walk.spots.has(pointer)) {
    const plain = event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
    walk.spots.set(pointer, { start, end, key, empty: isEmpty(event), plain });
  }
  return end;
}

function visitInside(walk: Walk, { type, start }: Extract<Placed, { start: number }>, pointer: Pointer | undefined): number {
  let last = start + 1;
  for (let index = 0; (walk.events[walk.at] as Event).type !== EVENT_ID.POP; index++) {
    const end =
      type === EVENT_ID.MAPPING
        ? visitPair(walk, pointer)
        : visit(walk, pointer === undefined ? pointer : `${pointer}/${index}`, undefined);
    last = Math.max(last, end);
  }
  walk.at++;
  return closing(walk.text, start, last);
}

function visitPair(walk: Walk, pointer: Pointer | undefined): number {
  const event = walk.events[walk.at] as Placed;
  const keyEnd = visit(walk, undefined, undefined);
  if (pointer === undefined || event.type !== EVENT_ID.SCALAR) return Math.max(keyEnd, visit(walk, undefined, undefined));
  const key = { start: startOf(walk.text, event), end: keyEnd };
  const end = visit(walk, `${pointer}/${escapePart(getScalarValue(walk.text, event))}`, key);
  return Math.max(keyEnd, end);
}

/** A key as a part of a JSON pointer (RFC 6901, section 3). */
export function escapePart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
