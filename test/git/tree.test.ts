import { once } from 'node:events';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_BLOB, blobIdOf, readBlobs, readText } from '../../src/git/blobs.ts';
import type { FileChange } from '../../src/git/commit.ts';
import { readFolder } from '../../src/git/folder.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { listTree, readTree } from '../../src/git/tree.ts';
import { commit, scratchFolder, scratchRepository } from './scratch.ts';

const AT = '2026-11-23T09:00:00Z';
const SUBMODULE = '1'.repeat(40);
const HUGE = new Uint8Array(MAX_BLOB + 500).fill(120);

const FILES: readonly FileChange[] = [
  { path: 'grants/payments/a.yaml', content: 'principal: ada\n' },
  { path: 'grants/payments/b.yaml', content: 'principal: ada\n' },
  { path: 'grants/payments/run.yaml', content: '#!/bin/sh\n', mode: '100755' },
  { path: 'grants/payments/link.yaml', content: '../../policy/policy.yaml', mode: '120000' },
  { path: 'grants/search', blob: SUBMODULE, mode: '160000' },
  { path: 'grants/empty.yaml', content: '' },
  { path: 'grants/huge.yaml', content: HUGE },
  { path: 'grants/two\nlines.yaml', content: 'x' },
  { path: 'grants/--quiet', content: 'x' },
  { path: 'grants-old/c.yaml', content: 'x' },
  { path: 'policy/policy.yaml', content: 'stamp: acme-access\n' },
  { path: 'README.md', content: '# Access\n' },
];

async function committed(files: readonly FileChange[] = FILES) {
  const repo = await scratchRepository();
  return { repo, head: await commit(repo, 'main', undefined, files, AT) };
}

/** The same files in a folder, written by hand. */
function folderOf(files: readonly FileChange[]): string {
  const dir = scratchFolder();
  for (const file of files) {
    const path = join(dir, file.path);
    mkdirSync(dirname(path), { recursive: true });
    if ('blob' in file) mkdirSync(join(path, '.git'), { recursive: true });
    if (!('content' in file)) continue;
    if (file.mode === '120000') symlinkSync(String(file.content), path);
    else writeFileSync(path, file.content);
    if (file.mode === '100755') chmodSync(path, 0o755);
  }
  return dir;
}

/** What folder and commit both know, with contents that a failed comparison prints as text. */
function plain(files: Awaited<ReturnType<typeof readTree>>) {
  return files.map(({ path, mode, bytes }) => ({ path, mode, bytes: Buffer.from(bytes).toString('latin1') }));
}

describe.concurrent('listTree', () => {
  it('lists what is below the prefixes with modes, links and submodules included', async () => {
    const { repo, head } = await committed();
    const entries = await listTree(repo, head, ['grants/', 'policy/', 'recalls/']);
    expect(entries.map(({ path, mode, type }) => `${mode} ${type} ${path}`)).toEqual([
      '100644 blob grants/--quiet',
      '100644 blob grants/empty.yaml',
      '100644 blob grants/huge.yaml',
      '100644 blob grants/payments/a.yaml',
      '100644 blob grants/payments/b.yaml',
      '120000 blob grants/payments/link.yaml',
      '100755 blob grants/payments/run.yaml',
      '160000 commit grants/search',
      '100644 blob grants/two\nlines.yaml',
      '100644 blob policy/policy.yaml',
    ]);
    expect(entries.find((entry) => entry.path === 'grants/payments/a.yaml')?.blob).toBe(blobIdOf(Buffer.from('principal: ada\n')));
    expect(entries.find((entry) => entry.path === 'grants/search')?.blob).toBe(SUBMODULE);
  });

  it('lists everything without prefixes, and single files', async () => {
    const { repo, head } = await committed();
    expect(await listTree(repo, head, [])).toHaveLength(FILES.length);
    expect((await listTree(repo, head, ['policy/policy.yaml'])).map((entry) => entry.path)).toEqual(['policy/policy.yaml']);
    expect(await listTree(repo, head, ['--'])).toEqual([]);
  });

  it('shows a link or a file in place of the folder instead of nothing', async () => {
    const { repo, head } = await committed([{ path: 'grants', content: 'elsewhere', mode: '120000' }]);
    expect(await listTree(repo, head, ['grants/'])).toMatchObject([{ path: 'grants', mode: '120000' }]);
  });

  it('fails on a commit that is not there', async () => {
    const { repo } = await committed();
    await expect(listTree(repo, SUBMODULE, ['grants/'])).rejects.toThrow('is missing from the repository');
  });
});

describe.concurrent('readBlobs', () => {
  it('reads many of any size, each once', async () => {
    const files = Array.from({ length: 400 }, (_, at) => ({ path: `grants/${at}.yaml`, content: `${at}\n`.repeat(at * 3) }));
    const { repo, head } = await committed(files);
    const entries = await listTree(repo, head, []);
    const blobs = await readBlobs(
      repo,
      [...entries, ...entries].map((entry) => entry.blob),
    );
    const read = entries.map(({ path, blob }) => ({ path, content: Buffer.from(blobs.get(blob) ?? []).toString() }));
    expect(read).toEqual(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  });

  it('cuts a huge one off one byte behind the limit', async () => {
    const { repo, head } = await committed();
    const huge = (await readTree(repo, head, ['grants/huge.yaml']))[0];
    expect(huge?.bytes).toHaveLength(MAX_BLOB + 1);
    expect(await readText(repo, blobIdOf(HUGE))).toHaveLength(HUGE.length);
  });

  it('never takes a missing object for an empty file', async () => {
    const { repo, head } = await committed();
    await expect(readBlobs(repo, [SUBMODULE])).rejects.toThrow('is missing');
    await expect(readBlobs(repo, [head])).rejects.toThrow('is a commit and no file');
    await expect(readBlobs(repo, ['HEAD\nHEAD'])).rejects.toThrow('is no id of a blob');
    expect(await readBlobs(repo, [])).toEqual(new Map());
  });
});

describe.concurrent('readFolder', () => {
  it('reads a work tree as Git reads the commit of it', async () => {
    const { repo, head } = await committed();
    const dir = folderOf(FILES);
    const prefixes = ['grants/', 'policy/', 'recalls/'];
    expect(plain(readFolder(dir, prefixes))).toEqual(plain(await readTree(repo, head, prefixes)));
    expect(plain(readFolder(dir, []))).toEqual(plain(await readTree(repo, head, [])));
  });

  it('leaves it to whoever asks to work out the ids that a commit has', async () => {
    const { repo, head } = await committed();
    const dir = folderOf(FILES);
    const prefixes = ['grants/', 'policy/', 'recalls/'];
    const entries = await listTree(repo, head, prefixes);
    expect((await readTree(repo, head, prefixes)).map(({ blob }) => blob)).toEqual(entries.map(({ blob }) => blob));
    expect(readFolder(dir, prefixes).some((file) => 'blob' in file)).toBe(false);
  });

  it('follows no link, whether it is the folder or stands above it', () => {
    const dir = scratchFolder();
    const elsewhere = folderOf(FILES);
    symlinkSync(join(elsewhere, 'grants'), join(dir, 'grants'));
    expect(readFolder(dir, ['grants/'])).toMatchObject([{ path: 'grants', mode: '120000' }]);
    expect(readFolder(dir, ['grants/payments/a.yaml'])).toEqual([]);
  });

  it('reads neither sockets nor the repository itself', async () => {
    const repo = await scratchRepository(false);
    mkdirSync(join(repo.root, 'grants'));
    const socket = createServer().listen(join(repo.root, 'grants', 'socket.yaml'));
    await once(socket, 'listening');
    writeFileSync(join(repo.root, 'grants', 'a.yaml'), 'x');
    const files = readFolder(repo.root, []);
    socket.close();
    expect(files.map((file) => file.path)).toEqual(['grants/a.yaml']);
  });

  it('shows a file whose name is not UTF-8', async () => {
    const repo = await scratchRepository(false);
    mkdirSync(join(repo.root, 'grants'));
    writeFileSync(Buffer.concat([Buffer.from(join(repo.root, 'grants', 'a')), Buffer.from([0xff]), Buffer.from('.yaml')]), 'x');
    expect(readFolder(repo.root, ['grants']).map((file) => file.path)).toEqual(['grants/a\uFFFD.yaml']);
    await gitOutput(repo.root, ['add', '-A']);
    const tree = (await gitOutput(repo.root, ['write-tree'])).bytes.toString().trim();
    const head = (await gitOutput(repo.root, ['commit-tree', tree, '-m', 'odd'])).bytes.toString().trim();
    expect((await listTree(repo, head, ['grants'])).map((file) => file.path)).toEqual(['grants/a\uFFFD.yaml']);
  });
});
