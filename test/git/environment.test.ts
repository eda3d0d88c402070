import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBranch, moveBranch } from '../../src/git/branch.ts';
import { git } from '../../src/git/command.ts';
import { gitEnvironment } from '../../src/git/environment.ts';
import { headCommit, openRepository } from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { commit, scratchFolder, scratchRepository } from './scratch.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment of Git children', () => {
  it('passes on how to find things, and neither secrets nor what steers Git', () => {
    const outer = { PATH: '/bin', HOME: '/home/ada', GITHUB_TOKEN: 's3cret', GIT_DIR: '/elsewhere', EDITOR: 'vi', LC_ALL: 'de_DE' };
    const environment = gitEnvironment(outer);
    expect(environment).toMatchObject({
      PATH: '/bin',
      HOME: '/home/ada',
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
    });
    expect(Object.keys(environment)).not.toEqual(expect.arrayContaining(['GITHUB_TOKEN']));
    expect(environment).not.toHaveProperty('GIT_DIR');
    expect(environment).not.toHaveProperty('EDITOR');
  });

  it('works without a home folder', async () => {
    const repo = await scratchRepository();
    const head = await commit(repo, 'main', undefined, [{ path: 'a', content: '1' }], '2026-11-23T09:00:00Z');
    vi.stubEnv('HOME', undefined);
    expect(await headCommit(await openRepository(repo.root))).toBe(head);
    expect(await createBranch(repo, 'more', head)).toBe(true);
  });

  it('is not led astray by variables of the caller, such as those that Git gives its hooks', async () => {
    const [repo, other] = [await scratchRepository(), await scratchRepository()];
    vi.stubEnv('GIT_DIR', other.gitDir);
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.bare');
    vi.stubEnv('GIT_CONFIG_VALUE_0', 'false');
    expect(await openRepository(repo.root)).toEqual(repo);
    expect((await gitOutput(repo.root, ['rev-parse', '--absolute-git-dir'])).bytes.toString().trim()).toBe(repo.gitDir);
  });

  it("reads nothing of a person's own configuration", async () => {
    const home = scratchFolder();
    writeFileSync(join(home, '.gitconfig'), '[user]\nname = Mallory\n[core]\nbigFileThreshold = 7\n');
    vi.stubEnv('HOME', home);
    const repo = await scratchRepository();
    await expect(git(repo.root, 'config', '--default', 'none', '--get', 'core.bigFileThreshold')).resolves.toBe('none');
    const told = await gitOutput(repo.root, ['config', '--get', 'core.bigFileThreshold'], { exits: [1] });
    expect(told.bytes.length).toBe(0);
  });

  it('runs no hook of the repository', async () => {
    const repo = await scratchRepository();
    const ran = join(repo.root, 'ran');
    mkdirSync(join(repo.gitDir, 'hooks'));
    const hook = join(repo.gitDir, 'hooks', 'reference-transaction');
    writeFileSync(hook, `#!/bin/sh\necho ran >> ${ran}\n`);
    chmodSync(hook, 0o755);
    const head = await commit(repo, 'main', undefined, [{ path: 'a', content: '1' }], '2026-11-23T09:00:00Z');
    expect(await moveBranch(repo, 'main', head, undefined)).toBe(true);
    expect(existsSync(ran)).toBe(false);
    // The hook itself works: Git left to itself runs it.
    execFileSync('git', ['update-ref', 'refs/heads/main', head], { cwd: repo.root });
    expect(readFileSync(ran, 'utf8')).toContain('ran');
  });
});
