import { parseEvents } from 'js-yaml';
import type { Location } from '../domain/finding.ts';
import type { Pointer, Source } from '../domain/source.ts';
import { lineStarts, locationBetween } from './lines.ts';
import { type Spot, spotsOf } from './spots.ts';

/**
 * Places in a text that was parsed before. It keeps the text alone and parses again when it is first asked: nearly no file ever
 * is, and the places of a hundred thousand files would not fit into memory.
 */
export class TextSource implements Source {
  readonly file: string;
  readonly #text: string;
  #spots: ReadonlyMap<Pointer, Spot> | undefined;
  #starts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
  }

  place(pointer: Pointer): Location {
    const { start, end, key, empty } = this.#nearest(pointer);
    return empty && key !== undefined ? this.#between(key.start, key.end) : this.#between(start, end);
  }

  key(pointer: Pointer): Location {
    const { start, end, key } = this.#nearest(pointer);
    return key === undefined ? this.#between(start, end) : this.#between(key.start, key.end);
  }

  /** Whether the scalar at a pointer, which is read as this word of letters or digits, stands there without quotes. */
  isPlain(pointer: Pointer, word: string): boolean {
    return !this.#mayQuote(word) || this.#all().get(pointer)?.plain === true;
  }

  /** Only an escape or a block makes a word of what does not stand like this in the text, and the text need not be parsed again. */
  #mayQuote(word: string): boolean {
    return this.#text.includes(`"${word}"`) || this.#text.includes(`'${word}'`) || /[|>\\]/.test(this.#text);
  }

  #all(): ReadonlyMap<Pointer, Spot> {
    return (this.#spots ??= spotsOf({ text: this.#text, events: parseEvents(this.#text, {}) }));
  }

  /** The spot of a pointer or of the nearest above it. An item of a list that nobody wrote has none. */
  #nearest(pointer: Pointer): Spot {
    const spot = this.#all().get(pointer);
    if (spot !== undefined && !(spot.empty && spot.key === undefined)) return spot;
    return this.#nearest(pointer.slice(0, pointer.lastIndexOf('/')));
  }

  #between(start: number, end: number): Location {
    this.#starts ??= lineStarts(this.#text);
    return locationBetween(this.file, this.#starts, start, end);
  }
}
