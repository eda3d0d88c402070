import { formatInstant } from '../../domain/instant.ts';
import type { OpenRequest } from '../../domain/request.ts';
import type { Client } from './client.ts';
import { isBot, loginOf } from './people.ts';
import { commitsOf, filesOf, type Pull, pullAt, type PullFile } from './pull.ts';
import { pushersOf } from './pushers.ts';
import { reviewsOf } from './reviews.ts';
import { writersOf } from './writers.ts';

/** What `GET /pulls/{number}` tells of an open request besides. */
interface Open extends Pull {
  readonly state: string;
  readonly labels: readonly { readonly name: string }[];
  readonly base: Pull['base'] & { readonly repo: { readonly id: number; readonly default_branch: string } };
}

/** An open pull request as it stands now; undefined for one that is closed or merged. */
export async function openRequest(client: Client, number: number): Promise<OpenRequest | undefined> {
  const pull = (await pullAt(client, number)) as Open;
  if (pull.state !== 'open') return undefined;
  const { id, default_branch: defaultBranch } = pull.base.repo;
  client.learn({ id, defaultBranch });
  const [commits, files, reviews] = await Promise.all([commitsOf(client, pull), filesOf(client, pull), reviewsOf(client, number)]);
  // Up to now: what was pushed to a merged request counts up to its merge.
  const pushers = await pushersOf(client, { ...pull, merged_at: formatInstant(client.now()) }, commits);
  return {
    number,
    url: pull.html_url,
    author: loginOf(pull.user),
    authorIsBot: isBot(pull.user),
    base: pull.base.ref,
    defaultBranch,
    head: pull.head.sha,
    writers: writersOf(commits, pushers),
    paths: files.flatMap(namesOf),
    reviews,
    fromFork: pull.head.repo?.id !== id,
    labels: pull.labels.map((label) => label.name),
  };
}

/** Both names of a file that was moved: leaving a folder is a change of that folder too. */
function namesOf({ filename, previous_filename: before }: PullFile): readonly string[] {
  return before === undefined ? [filename] : [before, filename];
}
