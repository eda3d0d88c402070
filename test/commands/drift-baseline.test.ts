import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASELINE, baselineAt, writeBaseline } from '../../src/commands/drift-baseline.ts';
import { git } from '../../src/git/command.ts';
import { createRepository } from '../../src/git/create.ts';
import { headCommit, type Repository } from '../../src/git/repository.ts';

const ENTRY = {
  cloud: 'gcp',
  scope: 'projects/p',
  role: 'roles/browser',
  member: 'user:bo@example.com',
  digest: `sha256:${'ab'.repeat(32)}`,
};
const dir = mkdtempSync(join(tmpdir(), 'grantkeeper-baseline-'));
let repository: Repository;
const context = { repository: async () => repository };

beforeAll(async () => {
  repository = await createRepository(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function commit(): Promise<string> {
  await git(dir, 'add', '--all');
  await git(dir, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message=a');
  return headCommit(repository);
}

describe('the baseline', () => {
  it('is written into the folder and read from the commit, however long it is', async () => {
    writeFileSync(join(dir, 'README.md'), 'x');
    const bare = await commit();
    const all = Array.from({ length: 8000 }, (_, at) => ({ ...ENTRY, digest: `sha256:${at.toString(16).padStart(64, '0')}` }));
    await writeBaseline(context, all);
    expect(readFileSync(join(dir, BASELINE)).length).toBeGreaterThan(1_200_000);
    expect(await baselineAt(context, bare)).toBeUndefined();
    expect((await baselineAt(context, await commit()))?.entries).toHaveLength(8000);
  });

  it('is neither a link nor a folder', async () => {
    rmSync(join(dir, BASELINE));
    symlinkSync('../README.md', join(dir, BASELINE));
    expect(await baselineAt(context, await commit())).toEqual({ entries: [], unreadable: [1] });
    await writeBaseline(context, [ENTRY]);
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toBe('x');
    rmSync(join(dir, BASELINE));
    mkdirSync(join(dir, BASELINE));
    writeFileSync(join(dir, BASELINE, 'a'), JSON.stringify(ENTRY));
    expect(await baselineAt(context, await commit())).toBeUndefined();
  });

  it('is written nowhere else', async () => {
    rmSync(join(dir, 'drift'), { recursive: true });
    const elsewhere = mkdtempSync(join(tmpdir(), 'grantkeeper-elsewhere-'));
    symlinkSync(elsewhere, join(dir, 'drift'));
    await expect(writeBaseline(context, [ENTRY])).rejects.toThrow('is a link');
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });
});
