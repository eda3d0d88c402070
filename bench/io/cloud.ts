import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A cloud on loopback, in a process of its own. */
export interface Cloud extends AsyncDisposable {
  readonly port: number;
  /** Forgets what was written and answers how often what was called since the last time. */
  forget(): Promise<Readonly<Record<string, number>>>;
}

/** Starts one over a folder of policies; every call takes so many milliseconds. */
export async function openCloud(policies: string, latency: number): Promise<Cloud> {
  const args = [fileURLToPath(import.meta.resolve('./loopback.ts')), policies, String(latency)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer | number | null];
  if (!Buffer.isBuffer(line)) throw new Error(`the cloud on loopback ended with ${line} before it began`);
  const port = Number(line.toString('utf8'));
  return {
    port,
    forget: async () => (await (await fetch(`http://127.0.0.1:${port}/calls`)).json()) as Readonly<Record<string, number>>,
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
