import { hash as sha } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Link, linked, origin, placeOf, verified } from '../../src/ledger/chain.ts';

const hash = (text: string) => sha('sha256', text);
const START = origin(hash);

function chainOf(count: number, from = START): { readonly lines: readonly string[]; readonly links: readonly Link[] } {
  const lines: string[] = [];
  const links = [from];
  for (let at = 0; at < count; at += 1) {
    const { line, link } = linked(`{"at":"2026-11-23T09:00:00Z","run":"r${at}","kind":"heartbeat"}`, links.at(-1) ?? from, hash);
    lines.push(line);
    links.push(link);
  }
  return { lines, links };
}

const { lines, links } = chainOf(30);
const HEAD = links.at(-1);

/** Breaks, or a head that is another: what `verify` and `verify --head` see. */
function seen(changed: readonly string[]): boolean {
  const { breaks, head } = verified(changed, START, hash);
  return breaks.length > 0 || head.hash !== HEAD?.hash;
}

describe('the chain of the ledger', () => {
  it('begins with the hash of nothing and counts from 1', () => {
    expect(START).toEqual({ seq: 0, hash: 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' });
    expect(lines[0]).toMatch(/^\{"seq":1,"prev":"sha256:e3b0[0-9a-f]{60}","at":".*","kind":"heartbeat","hash":"sha256:[0-9a-f]{64}"\}$/);
    expect(placeOf(lines[1] ?? '')).toEqual({ own: links[2], prev: links[1]?.hash });
  });

  it('is whole as it was written, from its beginning or from any link on', () => {
    expect(verified(lines, START, hash)).toEqual({ head: HEAD, breaks: [] });
    expect(verified(lines.slice(7), links[7] ?? START, hash)).toEqual({ head: HEAD, breaks: [] });
    expect(verified([], START, hash)).toEqual({ head: START, breaks: [] });
  });

  it('tells what is wrong with a line, and of one change no more than it broke', () => {
    const at = (index: number, text: string) => lines.map((line, own) => (own === index ? text : line));
    const breaksOf = (changed: readonly string[]) => verified(changed, START, hash).breaks;
    expect(breaksOf(at(3, 'x'))).toMatchObject([
      { line: 4, kind: 'form', message: expect.stringContaining('no line of a ledger') },
      { line: 5, kind: 'order', message: expect.stringContaining('line 5 of the ledger follows line 3') },
    ]);
    expect(breaksOf(at(3, (lines[3] ?? '').replace('r3', 'r4')))).toMatchObject([
      { line: 4, kind: 'changed', message: expect.stringContaining('hash that it names') },
    ]);
    expect(breaksOf(lines.slice(1))).toMatchObject([{ line: 1, kind: 'order', message: expect.stringContaining('follows nothing') }]);
    const forged = chainOf(30, { seq: 0, hash: `sha256:${'0'.repeat(64)}` }).lines;
    expect(breaksOf(at(3, forged[3] ?? ''))).toMatchObject([
      { line: 4, kind: 'order', message: expect.stringContaining('does not follow') },
      { line: 5, kind: 'order' },
    ]);
  });

  it('shows every byte that is flipped and every line that is dropped, swapped, doubled or cut off, in 10,000 cases', () => {
    const text = Buffer.from(`${lines.join('\n')}\n`);
    const flip = (at: number, bit: number) => {
      const bytes = Buffer.from(text);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const changed = bytes.toString('utf8');
      // A file that does not end with its line is cut off; whoever reads it says so.
      return !changed.endsWith('\n') || seen(changed.slice(0, -1).split('\n'));
    };
    const index = fc.nat(lines.length - 1);
    const deed = fc.oneof(
      fc.tuple(fc.nat(text.length - 1), fc.nat(7)).map(
        ([at, bit]) =>
          () =>
            flip(at, bit),
      ),
      index.map((at) => () => seen(lines.toSpliced(at, 1))),
      index.map((at) => () => seen(lines.toSpliced(at, 0, lines[at] ?? ''))),
      index.map((at) => () => seen(lines.slice(0, at))),
      fc.tuple(index, index).map(
        ([a, b]) =>
          () =>
            a === b || seen(lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')),
      ),
    );
    fc.assert(
      fc.property(deed, (isSeen) => isSeen()),
      { numRuns: 10_000 },
    );
  });
});
