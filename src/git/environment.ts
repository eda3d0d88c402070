/** What a Git child sees of the outer environment: how to find programs, keys and proxies, and nothing that steers Git. */
const KEPT = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SSH_AUTH_SOCK',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
] as const;

/**
 * Replacement refs and grafts let a local file rewrite history without changing a hash, so both are off. No locks are
 * taken for reading: a plan must not change the repository it looks at.
 */
export const GIT_VARIABLES = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_AUTHOR_NAME: 'grantkeeper',
  GIT_AUTHOR_EMAIL: 'grantkeeper@users.local',
  GIT_COMMITTER_NAME: 'grantkeeper',
  GIT_COMMITTER_EMAIL: 'grantkeeper@users.local',
} as const;

/** Beats what the repository's own configuration says. Attributes and excludes of the home folder are read even without a global file. */
export const GIT_CONFIG: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.attributesFile=/dev/null',
  'core.excludesFile=/dev/null',
  'commit.gpgSign=false',
  'log.showRoot=true',
  'gc.auto=0',
  'maintenance.auto=false',
];

/** The whole environment of a Git child. Messages come in English, because some are read. */
export function gitEnvironment(outer: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept = KEPT.map((name) => [name, outer[name]] as const).filter(
    (pair): pair is [(typeof KEPT)[number], string] => pair[1] !== undefined,
  );
  return { ...Object.fromEntries(kept), ...GIT_VARIABLES, LC_ALL: 'C' };
}
