import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fileStore, memoryStore } from '../../src/sim/store.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  path = join(folder, 'deep', 'state.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The id of a process that has ended. */
function deadPid(): number {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return pid;
}

/** Gives others the chance to come in between the reading and the writing. */
async function bump(state: { count: number }): Promise<void> {
  const { count } = state;
  await new Promise((resolve) => setImmediate(resolve));
  state.count = count + 1;
}

async function exitCode(times: number): Promise<unknown> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'counting-writer.ts'), path, String(times)], { stdio: 'inherit' });
  return (await once(child, 'exit'))[0];
}

describe('memoryStore', () => {
  it('works on the very object that it is given', async () => {
    const state = { count: 1 };
    expect(await memoryStore(state).update((held) => (held.count += 1))).toBe(2);
    expect(state.count).toBe(2);
  });

  it('lets one update finish before the next begins, also after one that failed', async () => {
    const store = memoryStore({ said: [] as string[] });
    const slow = store.update(async ({ said }) => {
      said.push('slow begins');
      await new Promise((resolve) => setTimeout(resolve, 5));
      said.push('slow ends');
      throw new Error('no');
    });
    const quick = store.update(({ said }) => said.push('quick'));
    await expect(slow).rejects.toThrow('no');
    await quick;
    expect(await store.update(({ said }) => said)).toEqual(['slow begins', 'slow ends', 'quick']);
  });
});

describe('fileStore', () => {
  it('starts from the initial state, makes its folder, and leaves the initial object alone', async () => {
    const initial = { count: 0 };
    await fileStore(path, initial).update((state) => (state.count = 5));
    expect(initial.count).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 5 });
    expect(await fileStore(path, initial).update((state) => state.count)).toBe(5);
  });

  it('leaves nothing behind but the state', async () => {
    await fileStore(path, { count: 0 }).update((state) => (state.count = 1));
    expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json']);
  });

  it('changes nothing when the update throws, and lets go of the lock', async () => {
    const store = fileStore(path, { count: 1 });
    await store.update((state) => (state.count = 2));
    const failed = store.update((state) => {
      state.count = 3;
      throw new Error('half way');
    });
    await expect(failed).rejects.toThrow('half way');
    expect(await store.update((state) => state.count)).toBe(2);
  });

  it('serialises updates within a process, also through several stores', async () => {
    const [one, two] = [fileStore(path, { count: 0 }), fileStore(path, { count: 0 })];
    await Promise.all(Array.from({ length: 10 }, async () => Promise.all([one.update(bump), two.update(bump)])));
    expect(await one.update((state) => state.count)).toBe(20);
  });

  it('loses no update of two processes that race', async () => {
    expect(await Promise.all([exitCode(30), exitCode(30)])).toEqual([0, 0]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 60 });
  });

  it('takes over the lock of a dead process once, whoever else waits for it', async () => {
    const store = fileStore(path, { count: 0 });
    await store.update((state) => state.count);
    writeFileSync(`${path}.lock`, `${deadPid()} some-holding`);
    const others = Array.from({ length: 8 }, async () => fileStore(path, { count: 0 }).update((state) => (state.count += 1)));
    await Promise.all(others);
    expect(await store.update((state) => state.count)).toBe(8);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json']);
  });

  it('takes over from a process that died while it took over', async () => {
    const dead = deadPid();
    await fileStore(path, { count: 0 }).update((state) => (state.count = 1));
    writeFileSync(`${path}.lock`, `${dead} first`);
    writeFileSync(`${path}.lock.${dead}.first`, `${dead} second`);
    expect(await fileStore(path, { count: 0 }).update((state) => state.count)).toBe(1);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json']);
  });

  it('gives up after its patience and names the living holder and the file', async () => {
    await fileStore(path, { count: 0 }).update((state) => (state.count = 1));
    writeFileSync(`${path}.lock`, `${process.pid} me`);
    const late = fileStore(path, { count: 0 }, 30).update((state) => state.count);
    await expect(late).rejects.toThrow(`${path}.lock is held by process ${process.pid}`);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(`${process.pid} me`);
  });

  it('says which file does not read', async () => {
    await fileStore(path, {}).update((state: { a?: number }) => (state.a = 1));
    writeFileSync(path, '{');
    await expect(fileStore(path, {}).update(() => 1)).rejects.toThrow(`${path} is not the state of a simulated service`);
  });
});
