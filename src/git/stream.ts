import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { GIT_CONFIG, gitEnvironment } from './environment.ts';
import { explain } from './problem.ts';

export interface StreamOptions {
  /** All of it; or what takes the child's input, to write and end it as answers come. */
  readonly input?: string | Uint8Array | ((stdin: Writable) => void);
  /** Exit codes that are answers and no failures; 0 alone when absent. */
  readonly exits?: readonly number[];
}

/** Runs Git in a folder with raw bytes in and out, for what is large, binary or silent. Throws a `GitProblem` at the end of a failed run. */
export async function* gitChunks(dir: string, args: readonly string[], options: StreamOptions = {}): AsyncGenerator<Buffer, number> {
  const child = start(dir, args);
  const failure = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  // The promise is awaited below; without a listener of its own a failure to start would end the process first.
  failure.catch(() => {});
  const complaint: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  // A child that ended early closes its input; its exit code tells why, so the broken pipe itself says nothing new.
  child.stdin.on('error', () => {});
  if (typeof options.input === 'function') options.input(child.stdin);
  else child.stdin.end(options.input ?? '');
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const [exit, signal] = await failure;
    if (exit === null || !(options.exits ?? [0]).includes(exit)) {
      throw explain(dir, args, Buffer.concat(complaint).toString('utf8') || `it ended with ${exit ?? signal}`);
    }
    return exit;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw explain(dir, args, error.message, error);
    throw error;
  } finally {
    // Does nothing to a child that has ended; ends one whose reader turned away.
    child.kill();
  }
}

export interface Output {
  readonly bytes: Buffer;
  readonly exit: number;
}

/** The same, all at once. */
export async function gitOutput(dir: string, args: readonly string[], options: StreamOptions = {}): Promise<Output> {
  const chunks: Buffer[] = [];
  const run = gitChunks(dir, args, options);
  for (;;) {
    const next = await run.next();
    if (next.done === true) return { bytes: Buffer.concat(chunks), exit: next.value };
    chunks.push(next.value);
  }
}

/** The same as one text, without the last line's end. */
export async function gitText(dir: string, ...args: readonly string[]): Promise<string> {
  return (await gitOutput(dir, args)).bytes.toString('utf8').replace(/\r?\n$/, '');
}

/** The fields of a NUL-separated output. */
export async function gitFields(dir: string, args: readonly string[], options: StreamOptions = {}): Promise<readonly string[]> {
  const { bytes } = await gitOutput(dir, args, options);
  const fields = bytes.toString('utf8').split('\0');
  return fields.slice(0, -1);
}

/** What starts children loads with the first of them: a short run may need none. */
function start(dir: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { spawn } = process.getBuiltinModule('node:child_process');
  const config = GIT_CONFIG.flatMap((one) => ['-c', one]);
  return spawn('git', [...config, ...args], { cwd: dir, env: gitEnvironment(), stdio: 'pipe', windowsHide: true });
}
