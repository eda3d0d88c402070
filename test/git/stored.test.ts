import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FileChange } from '../../src/git/commit.ts';
import type { Repository } from '../../src/git/repository.ts';
import { openChecked, storedTreeOf, withStored } from '../../src/git/stored.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { listTree, readTree } from '../../src/git/tree.ts';
import { commit, scratchFolder, scratchRepository } from './scratch.ts';

/** Alike, so that Git packs most of them as differences to others; and one that is no smaller packed. */
const LIKE = Array.from({ length: 40 }, (_, at) => `line ${at} of a text that many files share\n`).join('');
const NOISE = Uint8Array.from({ length: 20_000 }, (_, at) => (at * at * 31 + at * 7919) % 251);
const FILES: readonly FileChange[] = [
  ...Array.from({ length: 12 }, (_, at) => ({ path: `grants/payments/${at}.yaml`, content: `${LIKE}of its own: ${at}\n` })),
  { path: 'grants/noise.yaml', content: NOISE },
  { path: 'policy/policy.yaml', content: 'stamp: acme-access\n' },
  { path: 'policy/link.yaml', content: 'policy.yaml', mode: '120000' },
];

interface Made {
  readonly repo: Repository;
  readonly head: string;
}

async function committed(): Promise<Made> {
  const repo = await scratchRepository();
  return { repo, head: await commit(repo, 'main', undefined, FILES, '2026-11-23T09:00:00Z') };
}

/** Made once, because children of Git are most of what these tests take; whoever spoils one has a copy. */
const loose = committed();
const made = { loose, byOffset: packed('true'), byId: packed('false') };

async function packed(byOffset: string): Promise<Made> {
  const copy = copyOf(await loose);
  await gitOutput(copy.repo.root, ['-c', `repack.useDeltaBaseOffset=${byOffset}`, 'repack', '-a', '-d', '-f', '-q', '--depth=10']);
  return copy;
}

function copyOf({ repo, head }: Made): Made {
  const root = scratchFolder();
  cpSync(repo.root, root, { recursive: true });
  return { repo: { ...repo, root, gitDir: root }, head };
}

/** As text, so that a failed comparison can be read. */
function plain(files: Awaited<ReturnType<typeof readTree>>) {
  return files.map(({ path, mode, blob, bytes }) => ({ path, mode, blob, bytes: Buffer.from(bytes).toString('latin1') }));
}

/** From here on no child of Git can start. */
const withoutGit = () => vi.stubEnv('PATH', scratchFolder());
afterEach(() => vi.unstubAllEnvs());

const below = ['grants/', 'policy/'];

describe('the objects of Git, read from their files', () => {
  it.each([
    ['each in a file of its own', 'loose'],
    ['packed', 'byOffset'],
    ['packed as older versions of Git do', 'byId'],
  ] as const)('are what Git reads: %s', async (_, form) => {
    const { repo, head } = await made[form];
    const asked = plain(await readTree(repo, head, below));
    expect(asked).toHaveLength(FILES.length);
    withoutGit();
    expect(plain(await readTree(repo, head, below, withStored))).toEqual(asked);
    expect(await listTree(repo, head, ['policy/'], withStored)).toHaveLength(2);
    await expect(readTree(repo, head, below)).rejects.toMatchObject({ name: 'GitProblem' });
  });

  it('are read no further than was asked', async () => {
    const { repo, head } = await made.byOffset;
    const [entry] = await listTree(repo, head, ['grants/noise.yaml']);
    withoutGit();
    const [object] = await withStored(repo, (get) => get([entry?.blob ?? ''], 10));
    expect(object).toMatchObject({ id: entry?.blob, type: 'blob', bytes: Buffer.from(NOISE.subarray(0, 11)) });
  });
});

describe('Git is asked', () => {
  it('for what is named in another way', async () => {
    const { repo, head } = await made.byOffset;
    const [object] = await withStored(repo, (get) => get(['main']));
    expect(object).toMatchObject({ id: head, type: 'commit' });
  });

  it('where objects lie elsewhere', async () => {
    const { repo, head } = await made.byOffset;
    const clone = await scratchRepository();
    mkdirSync(join(clone.gitDir, 'objects/info'), { recursive: true });
    writeFileSync(join(clone.gitDir, 'objects/info/alternates'), `${join(repo.gitDir, 'objects')}\n`);
    expect(await readTree(clone, head, below, withStored)).toHaveLength(FILES.length);
  });

  it('what a hole means', async () => {
    const { repo } = await made.loose;
    await expect(readTree(repo, '1'.repeat(40), below, withStored)).rejects.toMatchObject({ finding: { code: 'GK7007' } });
    expect(await withStored(repo, (get) => get(['1'.repeat(40)]))).toEqual([undefined]);
  });

  it.each([
    ['an index of another form', '*.idx', (path: string) => writeFileSync(path, Buffer.alloc(2000))],
    ['an index without an end', '*.idx', (path: string) => truncateSync(path, 1040)],
    ['a pack without an end', '*.pack', (path: string) => truncateSync(path, 40)],
    ['a pack that says something else', '*.pack', (path: string) => writeFileSync(path, readFileSync(path).fill(0x78, 12, 400))],
  ])('what to make of %s', async (_, pattern, spoil) => {
    const { repo, head } = copyOf(await made.byOffset);
    const [path = ''] = globSync(join(repo.gitDir, 'objects/pack', pattern));
    chmodSync(path, 0o600);
    spoil(path);
    await expect(readTree(repo, head, below, withStored)).rejects.toMatchObject({ name: 'GitProblem' });
  });

  it('nothing where what somebody makes of the objects is wrong', async () => {
    const { repo, head } = await made.byOffset;
    withoutGit();
    const ask = withStored(repo, async (get) => {
      await get([head]);
      throw new Error('not so');
    });
    await expect(ask).rejects.toThrow('not so');
  });
});

describe('the tree of a commit', () => {
  it('is told where the files have the commit, loose or packed, and of nothing else', async () => {
    for (const one of Object.values(made)) {
      const { repo, head } = await one;
      const { bytes } = await gitOutput(repo.root, ['rev-parse', `${head}^{tree}`]);
      const tree = bytes.toString().trim();
      expect(storedTreeOf(repo, head)).toBe(tree);
      expect([tree, 'HEAD', '0'.repeat(40)].map((name) => storedTreeOf(repo, name))).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('what was read before', () => {
  const pathOf = ({ repo }: Made, id: string) => join(repo.root, 'objects', id.slice(0, 2), id.slice(2));

  it('is not read again', async () => {
    const one = copyOf(await loose);
    const read = async () => withStored(one.repo, async (get) => (await get([one.head]))[0]?.bytes.toString());
    const first = await read();
    rmSync(pathOf(one, one.head));
    expect(await read()).toBe(first);
  });

  it('is held to its id all the same by whoever decides on access', async () => {
    const one = copyOf(await loose);
    const forged = deflateSync('blob 6\0forged');
    rmSync(pathOf(one, one.head));
    writeFileSync(pathOf(one, one.head), forged);
    expect(await withStored(one.repo, async (get) => (await get([one.head]))[0]?.type)).toBe('blob');
    expect(openChecked(one.repo)?.get(one.head, Infinity)).toBeUndefined();
  });
});
