import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, example, treeOf } from './example.ts';
import { judge, printed } from './judged.ts';

/**
 * Each folder is one mistake: files laid over the example organisation, paths taken out of it in DELETED, and what a person
 * reads about it in message.txt.
 */
const FOLDER = new URL('mistakes/golden/', import.meta.url).pathname;

function filesOf(name: string) {
  const folder = `${FOLDER}${name}`;
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const own = found.map((entry) => {
    const path = relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join('/');
    return { path, mode: '100644', bytes: new Uint8Array(readFileSync(`${folder}/${path}`)) };
  });
  const deleted = own.find(({ path }) => path === 'DELETED');
  const gone = new Set(deleted === undefined ? [] : new TextDecoder().decode(deleted.bytes).split('\n'));
  const laid = own.filter(({ path }) => path !== 'DELETED' && path !== 'message.txt');
  const kept = treeOf(example).filter(({ path }) => !gone.has(path) && laid.every((one) => one.path !== path));
  return [...kept, ...laid].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Mistakes that are by their nature two, and say so. */
const TWO: ReadonlySet<string> = new Set(['anchor-and-alias', 'id-twice']);

const POLICY = 'policy/policy.yaml';

function decoded(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

describe('seeded mistakes', () => {
  const names = readdirSync(FOLDER).toSorted();

  it('are many', () => expect(names.length).toBeGreaterThanOrEqual(40));

  it.each(names)('%s', async (name) => {
    const files = filesOf(name);
    await expect(printed(files)).toMatchFileSnapshot(`${FOLDER}${name}/message.txt`);
    expect(judge(files)).toHaveLength(TWO.has(name.replace(/^\d+-/, '')) ? 2 : 1);
  });

  it('of policies are found where they were made: on a line that the example has not, or has not there', () => {
    const policies = names.filter((name) => filesOf(name).some(({ path, bytes }) => path === POLICY && decoded(bytes) !== example[POLICY]));
    // Where policy no longer speaks of a cloud, the place that still does is what is wrong.
    const own = policies.filter((name) => !name.endsWith('-team-cloud-not-in-policy'));
    expect(own.length).toBeGreaterThanOrEqual(40);
    const before = new Set(example[POLICY]?.split('\n'));
    const misplaced = own.filter((name) => {
      const files = filesOf(name);
      const text = decoded(files.find(({ path }) => path === POLICY)?.bytes);
      const [finding] = judge(files);
      const line = text.split('\n')[(finding?.at?.line ?? 0) - 1] ?? '';
      // Of a line that is missing some other line has to stand for it.
      return finding?.at?.file !== POLICY || (before.has(line) && text.split('\n').length >= before.size);
    });
    expect(misplaced).toEqual([]);
  });

  it('are none in the example', () => expect(judge(treeOf(example))).toEqual([]));

  it('are found with a place that lies in the file', () => {
    const sizes = new Map(Object.entries(example).map(([path, text]) => [path, bytesOf(text).length]));
    for (const finding of names.flatMap((name) => judge(filesOf(name)))) {
      expect(finding.at?.line).toBeGreaterThan(0);
      expect(finding.at?.line).toBeLessThan((sizes.get(finding.at?.file ?? '') ?? 1000) + 2);
    }
  });
});
