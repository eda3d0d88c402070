import { randomUUID } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that is held on behalf of a process: its file says `<pid> <an id of this holding>`. */
interface Holding {
  readonly pid: number;
  readonly text: string;
}

/**
 * Runs `work` while no other process, and no other caller in this one, holds the lock at `path`.
 * A lock whose process is dead is taken over. Waits at most `patience` milliseconds and then throws, naming the holder.
 */
export async function withLock<T>(path: string, patience: number, work: () => Promise<T>): Promise<T> {
  const text = await acquire(path, Date.now() + patience);
  try {
    return await work();
  } finally {
    await release(path, text);
  }
}

async function acquire(path: string, deadline: number): Promise<string> {
  const text = `${process.pid} ${randomUUID()}`;
  for (;;) {
    if (await created(path, text)) return text;
    const holding = await holdingOf(path);
    if (holding !== undefined && !alive(holding.pid) && (await takenOver(path, holding, text, deadline))) return text;
    if (Date.now() >= deadline) throw new Error(tooLate(path, holding));
    await sleep(2 + Math.random() * 10);
  }
}

function tooLate(path: string, holding: Holding | undefined): string {
  const holder = holding === undefined ? 'another process' : `process ${holding.pid}`;
  return `${path} is held by ${holder} and was not let go in time; if that process has nothing to do with it, delete the file`;
}

/** The file appears with its content or not at all: `link` is atomic and refuses to replace, a plain write is neither. */
async function created(path: string, text: string): Promise<boolean> {
  const own = ownFile(path, text);
  await writeFile(own, text);
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(own);
  }
}

function ownFile(path: string, text: string): string {
  return `${path}.${text.replace(' ', '.')}`;
}

async function holdingOf(path: string): Promise<Holding | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    return { pid: Number(text.split(' ')[0]), text };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything else, such as EPERM for somebody else's process, does not say that it is gone.
    return codeOf(error) !== 'ESRCH';
  }
}

/**
 * Two waiters may see the same dead holder. Only one may replace it, and never a lock that a third has taken since; so the
 * replacing is itself done under a lock that is named after the dead holding, and the holding is read once more inside.
 */
async function takenOver(path: string, dead: Holding, text: string, deadline: number): Promise<boolean> {
  const funeral = ownFile(path, dead.text);
  const key = await acquire(funeral, deadline);
  try {
    if ((await holdingOf(path))?.text !== dead.text) return false;
    const own = ownFile(path, text);
    await writeFile(own, text);
    await rename(own, path);
    return true;
  } finally {
    await release(funeral, key);
  }
}

/** Lets go of what is still ours: somebody may have deleted the file by hand and another have locked since. */
async function release(path: string, text: string): Promise<void> {
  if ((await holdingOf(path))?.text === text) await unlink(path);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
