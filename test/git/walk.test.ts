import { cpSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '../../src/git/blobs.ts';
import { firstParentHistory, lineTo } from '../../src/git/history.ts';
import { commitOf, type Repository } from '../../src/git/repository.ts';
import { sourceOf } from '../../src/git/source.ts';
import { withChecked } from '../../src/git/stored.ts';
import { gitOutput, gitText } from '../../src/git/stream.ts';
import { readTree } from '../../src/git/tree.ts';
import { walkStored } from '../../src/git/walk.ts';
import { scratchFolder, scratchRepository } from './scratch.ts';

const FOLDERS = ['grants/', 'policy/', 'recalls/'];

/** What each commit of a branch does, in the words of git fast-import; oldest first. */
interface Told {
  readonly branch?: string;
  readonly from?: string;
  readonly lines: readonly string[];
}

const put = (path: string, text: string, mode = '100644') => `M ${mode} inline ${path}\ndata ${text.length}\n${text}`;

async function imported(commits: readonly Told[], repo?: Repository): Promise<Repository> {
  const made = repo ?? (await scratchRepository());
  const texts = commits.map(({ branch = 'main', from, lines }, at) => {
    const head = `commit refs/heads/${branch}\ncommitter Ada Byron <ada@example.com> ${1_763_800_000 + at * 60} +0130\ndata 7\nChange\n`;
    return `${head}${from === undefined ? '' : `${from}\n`}${lines.join('\n')}\n`;
  });
  await gitOutput(made.root, ['fast-import', '--quiet'], { input: texts.join('') });
  return made;
}

const HISTORY: readonly Told[] = [
  {
    lines: [put('README.md', 'hello'), put('grants/payments/a.yaml', 'a'), put('policy/policy.yaml', 'p'), put('policy/teams/x.yaml', 'x')],
  },
  { lines: [put('README.md', 'other')] },
  { lines: [put('grants/payments/b.yaml', 'b'), put('grants/payments.yaml', 'between'), put('grants/payments-x/c.yaml', 'c')] },
  { lines: [put('grants/payments/a.yaml', 'a', '100755'), put('policy/link.yaml', 'policy.yaml', '120000')] },
  { lines: ['D grants/payments/a.yaml', put('grants/search/a.yaml', 'a'), `M 160000 ${'1'.repeat(40)} grants/sub`] },
  { branch: 'ask', from: 'from refs/heads/main', lines: [put('grants/payments/d.yaml', 'one')] },
  { branch: 'ask', lines: [put('grants/payments/d.yaml', 'two')] },
  { lines: [put('grants/payments/e.yaml', 'e')] },
  { from: 'merge refs/heads/ask', lines: [put('grants/payments/d.yaml', 'two'), put('grants/payments/evil.yaml', 'evil')] },
  { lines: ['D grants/payments', put('grants/payments', 'a file where a folder was'), put('recalls/gil.yaml', 'gil')] },
  { lines: ['D grants/payments', put('grants/payments/a.yaml', 'again'), 'D policy'] },
  { lines: ['D grants', put('grants', '../elsewhere', '120000')] },
];

const loose = imported(HISTORY);
const packed = loose.then(async (repo) => {
  const copy = copyOf(repo);
  await gitOutput(copy.root, ['repack', '-a', '-d', '-f', '-q']);
  return copy;
});

function copyOf(repo: Repository): Repository {
  const root = scratchFolder();
  cpSync(repo.root, root, { recursive: true });
  return { ...repo, root, gitDir: root };
}

afterEach(() => vi.unstubAllEnvs());
const withoutGit = () => vi.stubEnv('PATH', scratchFolder());

describe('a short history that is read from the files of Git', () => {
  it.each([
    ['loose objects', loose, FOLDERS, 9],
    ['a pack', packed, FOLDERS, 9],
    ['deeper folders and single files', packed, ['policy/teams/', 'grants/payments/a.yaml'], 5],
    ['folders that never were', packed, ['nothing/'], 0],
  ])('is what Git tells of it: %s', async (_, made, folders, count) => {
    const repo = await made;
    const tip = await gitText(repo.root, 'rev-parse', 'main');
    const [steps, line] = [await firstParentHistory(repo, tip, folders), await lineTo(repo, tip)];
    expect(line.size).toBe(10);
    expect(steps).toHaveLength(count);
    withoutGit();
    expect(walkStored(repo, tip, folders)).toEqual({ steps, line });
  });

  it('serves a run without a child of Git', async () => {
    const repo = await packed;
    const source = sourceOf(repo);
    const tip = readFileSync(join(repo.gitDir, 'refs/heads/main'), 'utf8').trim();
    withoutGit();
    const steps = await source.steps(tip, FOLDERS);
    const [first] = steps;
    const blob = first?.changes.find(({ path }) => path === 'policy/policy.yaml')?.blob ?? '';
    expect(Buffer.from((await source.blobs([blob])).get(blob) ?? []).toString()).toBe('p');
    expect(await source.isOnLine?.(tip, first?.commit ?? '')).toBe(true);
    expect(await commitOf(repo, tip)).toBe(tip);
  });
});

describe('Git itself is asked', () => {
  const tipOf = (repo: Repository) => gitText(repo.root, 'rev-parse', 'main');
  const one = (...lines: readonly string[]) => imported([{ lines }]);
  const isLeft = async (repo: Repository) => expect(walkStored(repo, await tipOf(repo), FOLDERS)).toBeUndefined();

  it('of a history that is cut off', async () => {
    const repo = copyOf(await loose);
    writeFileSync(join(repo.gitDir, 'shallow'), `${await tipOf(repo)}\n`);
    await isLeft(repo);
  });

  it('of names that sort by their bytes', async () => isLeft(await one(put('grants/payments/\u00e4.yaml', 'aa'))));

  it('but not of such names elsewhere', async () => {
    const repo = await one(put('docs/\u00e4.md', 'aa'), put('grants/a.yaml', 'a'));
    expect(walkStored(repo, await tipOf(repo), FOLDERS)?.steps).toHaveLength(1);
  });

  it('of a long history', async () => {
    const repo = await imported(Array.from({ length: 201 }, (_, at) => ({ lines: [put('grants/a.yaml', `${at}`)] })));
    await isLeft(repo);
    const before = await gitText(repo.root, 'rev-parse', 'main~1');
    expect(walkStored(repo, before, FOLDERS)?.steps).toHaveLength(200);
  });

  it('of a repository with many objects', async () => {
    const many = await imported([{ lines: Array.from({ length: 1500 }, (_, at) => put(`docs/${at}.md`, `${at}`)) }]);
    await isLeft(many);
  });

  it('of a commit that is missing, or is none', async () => {
    const repo = await loose;
    const blob = await gitText(repo.root, 'rev-parse', 'main:grants');
    expect(walkStored(repo, '1'.repeat(40), FOLDERS)).toBeUndefined();
    expect(walkStored(repo, blob, FOLDERS)).toBeUndefined();
    expect(await commitOf(repo, '1'.repeat(40))).toBeUndefined();
    expect(await commitOf(repo, blob)).toBeUndefined();
  });

  it('of a file that holds another object than its name says', async () => {
    const repo = copyOf(await loose);
    const tip = await tipOf(repo);
    const path = join(repo.gitDir, 'objects', tip.slice(0, 2), tip.slice(2));
    const other = await gitText(repo.root, 'cat-file', 'commit', `${tip}~1`);
    rmSync(path);
    writeFileSync(path, deflateSync(`commit ${Buffer.byteLength(other) + 1}\0${other}\n`));
    expect(walkStored(repo, tip, FOLDERS)).toBeUndefined();
    // Git refuses it where it reads the tree of that commit.
    await expect(readTree(repo, tip, FOLDERS, withChecked)).rejects.toMatchObject({ name: 'GitProblem' });
  });

  it.each([
    ['a mode of old', ['100664 a.yaml']],
    ['a name twice', ['100644 a.yaml', '100644 a.yaml']],
  ])('of %s', async (_, names) => {
    const repo = copyOf(await loose);
    const blob = Buffer.from(await gitText(repo.root, 'rev-parse', 'main:grants'), 'hex');
    const grants = written(repo, 'tree', Buffer.concat(names.flatMap((name) => [Buffer.from(`${name}\0`), blob])));
    const tree = written(repo, 'tree', Buffer.concat([Buffer.from('40000 grants\0'), Buffer.from(grants, 'hex')]));
    const signed = 'A <a@example.com> 1763800000 +0000';
    const commit = written(repo, 'commit', Buffer.from(`tree ${tree}\nauthor ${signed}\ncommitter ${signed}\n\nx\n`));
    expect(walkStored(repo, commit, FOLDERS)).toBeUndefined();
    expect(walkStored(repo, commit, ['policy/'])?.steps).toEqual([]);
  });

  it('of a commit whose date does not read', async () => {
    const repo = copyOf(await loose);
    const tree = await gitText(repo.root, 'rev-parse', 'main^{tree}');
    const commit = written(repo, 'commit', Buffer.from(`tree ${tree}\nauthor A <a> 1 +0000\ncommitter A <a> -1 +0000\n\nx\n`));
    expect(walkStored(repo, commit, FOLDERS)).toBeUndefined();
  });
});

function written(repo: Repository, type: string, bytes: Buffer): string {
  const id = idOf(type, bytes);
  const path = join(repo.gitDir, 'objects', id.slice(0, 2));
  cpSync(join(repo.gitDir, 'objects/info'), path, { recursive: true });
  writeFileSync(join(path, id.slice(2)), deflateSync(Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])));
  chmodSync(join(path, id.slice(2)), 0o444);
  return id;
}
