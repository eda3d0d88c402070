import { describe, expect, it } from 'vitest';
import { type Node, readDocument } from '../../src/grants/document.ts';
import { corpus } from './corpora.ts';
import { bytesOf } from './example.ts';

/** yaml/yaml-test-suite: `docs` is what the suite expects, where it says. */
interface Case {
  readonly id: string;
  readonly name: string;
  readonly error: boolean;
  readonly yaml: string;
  readonly docs?: readonly unknown[];
}

const cases = corpus('yaml-test-suite/cases.json') as readonly Case[] | undefined;

/** Ours is text where the suite has read a type into it. */
function same(expected: unknown, ours: Node): boolean {
  if (expected === null) return ours === '' || ours === '~' || ours === 'null';
  if (typeof expected === 'number') return Number(ours) === expected;
  if (typeof expected !== 'object') return `${expected as string | boolean}` === ours;
  if (Array.isArray(expected))
    return Array.isArray(ours) && ours.length === expected.length && expected.every((one, at) => same(one, ours[at] as Node));
  if (typeof ours !== 'object' || Array.isArray(ours)) return false;
  const keys = Object.keys(expected);
  return (
    keys.length === Object.keys(ours).length &&
    keys.every((key) => key in ours && same((expected as Record<string, unknown>)[key], ours[key] as Node))
  );
}

describe.runIf(cases !== undefined)('the YAML test suite', () => {
  const all = cases ?? [];

  it('is whole', () => expect(all).toHaveLength(402));

  it.each(all)('$id $name: read as the suite reads it, or refused', ({ yaml, error, docs }) => {
    const start = process.threadCpuUsage();
    const { document, findings } = readDocument('x.yaml', bytesOf(yaml), 16 * 1024);
    expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(250);
    if (findings.length > 0 || document === undefined) return expect(findings.every(({ code }) => /^GK10\d\d$/.test(code))).toBe(true);
    expect(error).toBe(false);
    if (docs !== undefined) expect(docs.length === 1 && same(docs[0], document.root), JSON.stringify([docs, document.root])).toBe(true);
  });

  it('is read where it is one plain mapping', () => {
    const accepted = all.filter(({ yaml }) => readDocument('x.yaml', bytesOf(yaml), 16 * 1024).findings.length === 0);
    expect(accepted.length).toBeGreaterThanOrEqual(60);
  });
});
