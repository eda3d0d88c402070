import { describe, expect, it } from 'vitest';
import { commitOn } from '../../src/git/branch.ts';
import { commitTo } from '../../src/git/commit.ts';
import { createRepository } from '../../src/git/create.ts';
import { readTop } from '../../src/git/top-files.ts';
import { instant, scratchFolder } from './scratch.ts';

const text = { message: 'x\n', author: { name: 'a', email: 'a@b' }, at: instant('2026-11-23T09:00:00Z') };

describe('the top of a branch', () => {
  it('is read by name, files alone, however long or odd they are', async () => {
    const repo = await createRepository(scratchFolder(), { bare: true });
    const long = `${'x'.repeat(2_000_000)}\n`;
    const changes = [
      { path: 'a b.txt', content: 'one\n\n' },
      { path: 'empty', content: '' },
      { path: 'long', content: long },
      { path: 'folder/in', content: 'no' },
      { path: 'link', content: 'a b.txt', mode: '120000' as const },
    ];
    const head = await commitOn(repo, 'main', undefined, changes, text);
    const seen: string[] = [];
    const top = await readTop(repo, 'refs/heads/main', (names) => {
      seen.push(...names);
      return [...names, 'none'];
    });
    expect(seen).toEqual(['a b.txt', 'empty', 'long']);
    expect(top).toEqual({
      head,
      files: new Map([
        ['a b.txt', 'one\n\n'],
        ['empty', ''],
        ['long', long],
      ]),
    });
    expect((await readTop(repo, 'refs/heads/main', () => []))?.files.size).toBe(0);
    expect(await readTop(repo, 'refs/heads/none', (names) => names)).toBeUndefined();
  });

  it('is written by the child that writes the commit, only on what stands there', async () => {
    const repo = await createRepository(scratchFolder(), { bare: true });
    const of = (content: string, ...parents: readonly string[]) => ({ ...text, parents, changes: [{ path: 'a', content }] });
    const first = (await commitTo(repo, 'own', of('1'), 'grows')) ?? '';
    expect(await commitTo(repo, 'own', of('2'), 'grows')).toBeUndefined();
    const second = await commitTo(repo, 'own', of('2', first), 'grows');
    expect(await commitTo(repo, 'own', of('3', first), 'grows')).toBeUndefined();
    expect((await readTop(repo, 'refs/heads/own', (names) => names))?.head).toBe(second);
    const anew = await commitTo(repo, 'own', of('4'), 'anew');
    expect(await readTop(repo, 'refs/heads/own', (names) => names)).toEqual({ head: anew, files: new Map([['a', '4']]) });
  });
});
