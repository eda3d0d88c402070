import type { Instant } from '../../domain/instant.ts';
import type { Repository } from '../../git/repository.ts';
import { gitFields } from '../../git/stream.ts';
import { loginOf } from './people.ts';

export interface CommitFacts {
  readonly commit: string;
  readonly parents: readonly string[];
  readonly committedAt: Instant;
  readonly author: string;
  readonly committer: string;
  /** Author, committer and co-authors: logins, or addresses where the forge knows no login. */
  readonly writers: readonly string[];
}

// Git allows a NUL in none of these, so no name can pass for another field.
const FORMAT = '--format=%H%x00%P%x00%ct%x00%ae%x00%ce%x00%B';
const FIELDS = 6;

/** The commits that `head` has and `base` has not, newest first. */
export async function commitsBetween(repo: Repository, base: string, head: string): Promise<readonly CommitFacts[]> {
  return factsOf(
    await gitFields(repo.root, ['log', '-z', '--no-show-signature', '--no-notes', FORMAT, '--end-of-options', head, `^${base}`]),
  );
}

/** The facts of single commits. */
export async function commitFacts(repo: Repository, commits: readonly string[]): Promise<readonly CommitFacts[]> {
  if (commits.length === 0) return [];
  const args = ['log', '-z', '--no-walk=unsorted', '--no-show-signature', '--no-notes', FORMAT, '--stdin'];
  return factsOf(await gitFields(repo.root, args, { input: `${commits.join('\n')}\n` }));
}

function factsOf(fields: readonly string[]): readonly CommitFacts[] {
  const starts = fields.map((_, at) => at).filter((at) => at % FIELDS === 0);
  return starts.map((at) => {
    const [commit = '', parents = '', seconds, author = '', committer = '', message = ''] = fields.slice(at, at + FIELDS);
    return {
      commit,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      committedAt: (Number(seconds) * 1000) as Instant,
      author: loginOf(author),
      committer: loginOf(committer),
      writers: [author, committer, ...coAuthors(message)].map(loginOf),
    };
  });
}

/** Wherever in the message the line stands: Git itself looks at its end alone, where it is easily hidden from. */
function coAuthors(message: string): readonly string[] {
  return [...message.matchAll(/^co-authored-by:[^<\n]*<([^<>\s]+)>\s*$/gim)].map(([, address = '']) => address);
}
