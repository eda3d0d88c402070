import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { idOf, type Objects, put, textBlob } from '../../../src/sim/github/objects.ts';
import { type Leaf, leaves, plant } from '../../../src/sim/github/trees.ts';
import { instant } from './world.ts';

const FILES = { 'a.txt': 'one\n', 'a/b.txt': 'two', 'a-b/c': '', a0: 'ü\n', 'grants/payments/x.yaml': 'principal: ada\n' };

describe('the ids of simulated objects', () => {
  let folder = '';
  const git = (...args: readonly string[]): string => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', ...WHO };
    return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', env }).trim();
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'github-objects-'));
    git('init', '-q');
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'run'), '#!/bin/sh\n');
    chmodSync(join(folder, 'run'), 0o755);
    symlinkSync('a.txt', join(folder, 'link'));
    git('add', '-A');
    git('commit', '-q', '-m', 'First');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of git', () => {
    const objects: Objects = {};
    const all = new Map<string, Leaf>();
    for (const [path, text] of Object.entries(FILES)) all.set(path, { mode: '100644', sha: put(objects, textBlob(text)) });
    all.set('run', { mode: '100755', sha: put(objects, textBlob('#!/bin/sh\n')) });
    all.set('link', { mode: '120000', sha: put(objects, textBlob('a.txt')) });
    const tree = plant(objects, all);
    const who = { name: 'Ada Byron', email: 'ada@example.com', at: instant('2026-11-21T09:00:00Z') };
    const commit = idOf({ type: 'commit', tree, parents: [], author: who, committer: who, message: 'First\n' });
    expect(tree).toBe(git('rev-parse', 'HEAD^{tree}'));
    expect(commit).toBe(git('rev-parse', 'HEAD'));
    const second = idOf({ type: 'commit', tree, parents: [commit], author: who, committer: who, message: 'Again\n' });
    expect(second).toBe(git('commit-tree', tree, '-p', commit, '-m', 'Again'));
    expect(Object.fromEntries(leaves(objects, tree))).toEqual(Object.fromEntries(all));
  });
});

const DATE = '1795251600 +0000'; // 2026-11-21T09:00:00Z
const WHO = {
  GIT_AUTHOR_NAME: 'Ada Byron',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: DATE,
  GIT_COMMITTER_NAME: 'Ada Byron',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: DATE,
};
