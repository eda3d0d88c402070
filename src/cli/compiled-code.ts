import { isAbsolute, join } from 'node:path';

/**
 * Where Node may keep compiled code between runs: only in the person's own cache folder, because whoever can write there decides
 * what runs. Undefined where there is none, and in CI, where each run is the first on its machine.
 */
export function compiledCodeDir(env: NodeJS.ProcessEnv): string | undefined {
  const { CI, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env;
  const home = XDG_CACHE_HOME ?? LOCALAPPDATA ?? (HOME === undefined ? undefined : join(HOME, '.cache'));
  return CI !== undefined || home === undefined || !isAbsolute(home) ? undefined : join(home, 'grantkeeper');
}
