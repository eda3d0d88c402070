import { GIT_CONFIG, GIT_VARIABLES, gitEnvironment } from './environment.ts';
import { explain } from './problem.ts';

/** Runs one small Git command in a folder and gives what it printed, without the last line's end. Throws a `GitProblem`. */
export async function git(dir: string, ...args: readonly string[]): Promise<string> {
  const { simpleGit } = await import('simple-git');
  try {
    const client = simpleGit({
      baseDir: dir,
      config: [...GIT_CONFIG],
      // By default it also waits 50 ms after each exit, which keeps a process alive whose work is done.
      completion: { onClose: true, onExit: false },
      // By default it takes for done what failed without a word, and what a signal ended.
      errors: (error, { exitCode, stdErr }) => error ?? (exitCode === 0 ? undefined : Buffer.concat(stdErr)),
      // Only what this program itself sets: the two switch hooks and monitors off, the paths name no configuration at all.
      unsafe: { allowUnsafeHooksPath: true, allowUnsafeFsMonitor: true, allowUnsafeConfigPaths: true },
      allowEnvironment: Object.keys(GIT_VARIABLES),
    }).env(gitEnvironment());
    return (await client.raw([...args])).replace(/\r?\n$/, '');
  } catch (error) {
    // Not kept as the cause: it repeats what Git wrote, an address with a password included.
    throw explain(dir, args, error instanceof Error ? error.message : String(error));
  }
}
