import type { MergedRequest } from '../../domain/request.ts';
import type { Client } from './client.ts';
import { unsafe } from './failures.ts';
import { landed } from './landed.ts';
import { everyPage } from './pages.ts';
import { isBot, loginOf } from './people.ts';
import { commitsOf, filesOf, type Pull, pullAt, type PullFile } from './pull.ts';
import { pushersOf } from './pushers.ts';
import { instantOf, reviewsOf } from './reviews.ts';
import { turnedAt } from './turned.ts';
import { writersOf } from './writers.ts';

interface Associated {
  readonly number: number;
  readonly merged_at?: string | null;
  readonly base: { readonly ref: string; readonly repo: { readonly id: number } };
}

/**
 * The one merged pull request that brought a commit to the default branch. None, and none that counts, when GitHub knows of
 * no such request, of several, or of one whose merge did not make this commit: then nobody can say who approved it.
 */
export async function mergedRequest(client: Client, commit: string): Promise<MergedRequest | undefined> {
  const number = await onlyRequest(client, commit);
  if (number === undefined) return undefined;
  const pull = await pullAt(client, number);
  const { defaultBranch } = await client.home();
  // The list said so a moment ago; a request that says otherwise of itself is not one to build on.
  if (!pull.merged || pull.base.ref !== defaultBranch) throw unsafe(`GitHub contradicts itself on whether #${number} was merged`);
  const commits = await commitsOf(client, pull);
  if (!(await landed(client, commit, pull, commits))) return undefined;
  const [reviews, files, pushers, turned] = await Promise.all([
    reviewsOf(client, number),
    filesOf(client, pull),
    pushersOf(client, pull, commits),
    turnedAt(client, number),
  ]);
  const seen = { ...facts(pull), defaultBranch, reviews, paths: pathsOf(files), writers: writersOf(commits, pushers) };
  return turned === undefined ? seen : { ...seen, turnedAt: turned };
}

async function onlyRequest(client: Client, commit: string): Promise<number | undefined> {
  const { id, defaultBranch } = await client.home();
  const query = { ...client.at, commit_sha: commit, per_page: 100 };
  const list = client.octokit.rest.repos.listPullRequestsAssociatedWithCommit;
  const all = await everyPage<Associated>(client, async () => list(query));
  const merged = all.filter((one) => typeof one.merged_at === 'string' && one.base.ref === defaultBranch && one.base.repo.id === id);
  return merged.length === 1 ? merged[0]?.number : undefined;
}

function facts(pull: Pull): Omit<MergedRequest, 'defaultBranch' | 'reviews' | 'paths' | 'writers'> {
  return {
    number: pull.number,
    url: pull.html_url,
    author: loginOf(pull.user),
    authorIsBot: isBot(pull.user),
    base: pull.base.ref,
    head: pull.head.sha,
    mergedAt: instantOf(pull.merged_at),
    mergedBy: loginOf(pull.merged_by),
  };
}

/** Both names of a file that was moved: leaving a folder is a change of that folder too. */
function pathsOf(files: readonly PullFile[]): readonly string[] {
  return files.flatMap((file) => (file.previous_filename === undefined ? [file.filename] : [file.previous_filename, file.filename]));
}
