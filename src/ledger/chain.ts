/** sha256 of a text, in lower-case hex; given from outside, so that this file needs nothing. */
export type Hash = (text: string) => string;

/** Where a chain has come to: how many lines it has, and the hash of the last. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

/** Why a line does not follow from the one before it. `line` counts from 1 within the lines that were looked at. */
export interface Break {
  readonly line: number;
  readonly kind: 'form' | 'changed' | 'order';
  readonly message: string;
}

export interface Verified {
  /** The last line's; that of `from` where there is none. */
  readonly head: Link;
  readonly breaks: readonly Break[];
}

/** Before the first line. */
export function origin(hash: Hash): Link {
  return { seq: 0, hash: digestOf('', hash) };
}

/**
 * A line from what it says, which is one JSON object with one key at least: its place comes before, its hash, over all that stands
 * before it, comes last.
 */
export function linked(json: string, after: Link, hash: Hash): { readonly line: string; readonly link: Link } {
  const body = `{"seq":${after.seq + 1},"prev":"${after.hash}",${json.slice(1)}`;
  const own = digestOf(body, hash);
  return { line: `${body.slice(0, -1)},"hash":"${own}"}`, link: { seq: after.seq + 1, hash: own } };
}

const FORM = /^\{"seq":([1-9]\d{0,14}),"prev":"(sha256:[0-9a-f]{64})",[ -~]+,"hash":"(sha256:[0-9a-f]{64})"\}$/;
const TAIL = ',"hash":"sha256:'.length + 64 + '"}'.length;

/** What a line says of its own place; undefined where it is no line of a ledger. */
export function placeOf(line: string): { readonly own: Link; readonly prev: string } | undefined {
  const [, seq = '', prev = '', hash = ''] = FORM.exec(line) ?? [];
  return seq === '' ? undefined : { own: { seq: Number(seq), hash }, prev };
}

/** Checks every line. After a break it goes on from what the line says of itself, so that one change is told once. */
export function verified(lines: readonly string[], from: Link, hash: Hash): Verified {
  const breaks: Break[] = [];
  let head = from;
  for (const [index, line] of lines.entries()) {
    const told = (kind: Break['kind'], message: string) => void breaks.push({ line: index + 1, kind, message });
    const place = placeOf(line);
    if (place === undefined) {
      told('form', 'this is no line of a ledger: it was changed, or cut off');
      continue;
    }
    if (digestOf(`${line.slice(0, -TAIL)}}`, hash) !== place.own.hash)
      told('changed', 'the line does not have the hash that it names: it was changed');
    const gap = gapBetween(head, place);
    if (gap !== undefined) told('order', gap);
    head = place.own;
  }
  return { head, breaks };
}

function gapBetween(head: Link, { own, prev }: { readonly own: Link; readonly prev: string }): string | undefined {
  if (own.seq !== head.seq + 1)
    return `line ${own.seq} of the ledger follows ${head.seq === 0 ? 'nothing' : `line ${head.seq}`}: one was dropped, added or moved`;
  return prev === head.hash
    ? undefined
    : `line ${own.seq} of the ledger does not follow from the one before it: one of the two was replaced`;
}

function digestOf(text: string, hash: Hash): string {
  return `sha256:${hash(text)}`;
}
