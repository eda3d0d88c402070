import { equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EmulatedGithub, REPOSITORY } from './emulated-github.ts';

const HOUR = 3600_000;
/** GitHub's times, and those of commits, are whole seconds. */
export const NOW = Math.floor(Date.now() / 1000) * 1000;
const iso = (hoursAgo: number) => new Date(NOW - hoursAgo * HOUR).toISOString().replace('.000Z', 'Z');

/** By path its text; `null` takes a file away. */
type Files = Readonly<Record<string, string | null>>;

export const POLICY: Readonly<Record<string, string>> = {
  'policy/policy.yaml': 'stamp: acme-access\nsecurity: [bo, chi]\nclouds:\n  gcp: { manages: [folders/77] }\n',
  'policy/people/all.yaml':
    'people:\n  ada: { name: Ada Byron, github: ada-b, gcp: "user:ada@example.com" }\n  bo: { name: Bo Stone, github: bo-s, gcp: "user:bo@example.com" }\n  chi: { name: Chi Park, github: chi-p, gcp: "user:chi@example.com" }\n',
  'policy/teams/payments.yaml': 'approvers: [bo, chi]\nzone: UTC\nplaces:\n  payments-prod: { env: prod, gcp: projects/payments-prod }\n',
};

/** A grant that was over so many hours ago. */
export function grant(id: string, hoursAgo: number): Readonly<Record<string, string>> {
  const text = `principal: ada\nreason: Look\naccess:\n  - { gcp: payments-prod, role: roles/logging.viewer }\nexpires: ${iso(hoursAgo)}\n`;
  return { [`grants/payments/${id}.yaml`]: text };
}

/** A clone that holds what the emulated GitHub holds: the same bytes, so the same ids. */
export interface EmulatedClone {
  readonly dir: string;
  git(...args: readonly string[]): string;
  /** One commit, so many hours ago, in the clone and in GitHub; the first one begins the history. Answers the commit. */
  pushed(hoursAgo: number, files: Files, branch?: string): Promise<string>;
  /** Asked for on a branch, approved by bo-s, merged by GitHub and pulled. Answers the commit of the merge. */
  landed(branch: string, files: Files): Promise<string>;
}

export function emulatedClone(github: EmulatedGithub, dir: string): EmulatedClone {
  const who: Record<string, string> = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const asked = (input: string, args: readonly string[]) =>
    execFileSync('git', args, { cwd: dir, encoding: 'utf8', input, stdio: 'pipe', env: { ...process.env, ...who } }).trim();
  const git = (...args: readonly string[]) => asked('', args);
  git('init', '--quiet', '--initial-branch=main');
  let began = false;
  const clone: EmulatedClone = {
    dir,
    git,
    pushed: async (hoursAgo, files, branch = 'main') => {
      const parents = began ? [git('rev-parse', 'HEAD')] : [];
      if (branch !== 'main') git('switch', '--quiet', '--create', branch);
      for (const [path, text] of Object.entries(files)) {
        if (text === null) git('rm', '--quiet', '--', path);
        else write(join(dir, path), text);
      }
      Object.assign(who, { GIT_AUTHOR_DATE: iso(hoursAgo), GIT_COMMITTER_DATE: iso(hoursAgo) });
      git('add', '--all');
      git('commit', '--quiet', '--message=Change');
      const base = began ? { base_tree: git('rev-parse', 'HEAD^^{tree}') } : {};
      const sha = await committed(github, files, { parents, base, date: iso(hoursAgo) });
      equal(sha, git('rev-parse', 'HEAD'));
      const at = `/repos/${REPOSITORY}/git`;
      if (!began || branch !== 'main') await github.as('acme', 'POST', `${at}/refs`, { ref: `refs/heads/${branch}`, sha });
      else await github.as('acme', 'PATCH', `${at}/refs/heads/main`, { sha });
      began = true;
      return sha;
    },
    landed: async (branch, files) => {
      const commit_id = await clone.pushed(1, files, branch);
      const at = `/repos/${REPOSITORY}/pulls`;
      const { number } = await github.as('acme', 'POST', at, { title: 'Please', head: branch, base: 'main' });
      await github.as('bo-s', 'POST', `${at}/${String(number)}/reviews`, { event: 'APPROVE', body: 'Fine.', commit_id });
      const { sha } = await github.as('acme', 'PUT', `${at}/${String(number)}/merge`, { merge_method: 'squash' });
      const merge = (await github.as('acme', 'GET', `/repos/${REPOSITORY}/git/commits/${String(sha)}`)) as unknown as Commit;
      equal(asked(textOf(merge), ['hash-object', '-t', 'commit', '-w', '--stdin']), sha);
      git('switch', '--quiet', 'main');
      git('reset', '--quiet', '--hard', merge.sha);
      return merge.sha;
    },
  };
  return clone;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

interface Beside {
  readonly parents: readonly string[];
  readonly base: object;
  readonly date: string;
}

async function committed(github: EmulatedGithub, files: Files, { parents, base, date }: Beside): Promise<string> {
  const at = `/repos/${REPOSITORY}/git`;
  const changes = Object.entries(files).map(([path, content]) => ({
    path,
    mode: '100644',
    type: 'blob',
    ...(content === null ? { sha: null } : { content }),
  }));
  const tree = await github.as('acme', 'POST', `${at}/trees`, { ...base, tree: changes });
  const who = { name: 'Ada', email: 'ada@example.com', date };
  const { sha } = await github.as('acme', 'POST', `${at}/commits`, {
    message: 'Change\n',
    tree: tree['sha'],
    parents,
    author: who,
    committer: who,
  });
  return String(sha);
}

interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

interface Commit {
  readonly sha: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** The object that Git keeps of a commit; its message ends with the end of a line, as `git commit` sees to. */
function textOf({ tree, parents, author, committer, message }: Commit): string {
  const signed = ({ name, email, date }: Signature) => `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const head = [
    `tree ${tree.sha}`,
    ...parents.map(({ sha }) => `parent ${sha}`),
    `author ${signed(author)}`,
    `committer ${signed(committer)}`,
  ];
  return `${head.join('\n')}\n\n${message.trimEnd()}\n`;
}
