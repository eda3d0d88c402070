import { noreplyOf } from './accounts.ts';
import { created, notFound, ok, refused, type Said } from './answer.ts';
import { needed, param, type RepositoryAsk, textField } from './call.ts';
import { type Blob, blobAt, commitAt, put, type Signature, sizeOf, treeAt } from './objects.ts';
import { showGitCommit } from './show-commit.ts';
import { nodeId } from './show-id.ts';
import { apiOf } from './show-repository.ts';
import { parseInstant } from '../../domain/instant.ts';
import { WEB_FLOW } from './state.ts';

/** GET /git/commits/{commit_sha}. */
export function getGitCommit(ask: RepositoryAsk): Said {
  const sha = param(ask, 'commit_sha');
  const commit = commitAt(ask.repository.objects, sha);
  if (commit === undefined) throw notFound();
  return ok(showGitCommit(ask.repository, sha, commit));
}

/** POST /git/commits: the commit is there, and no branch points to it yet. */
export function createCommit(ask: RepositoryAsk): Said {
  const { objects } = ask.repository;
  const tree = needed(ask, 'tree', 'Commit');
  const parents = parentsOf(ask);
  if (treeAt(objects, tree) === undefined) throw refused(422, 'Tree SHA does not exist');
  if (parents.some((parent) => commitAt(objects, parent) === undefined))
    throw refused(422, 'Parent SHA does not exist or is not a commit object');
  const author = signatureOf(ask, 'author') ?? { name: ask.caller.account.name, email: noreplyOf(ask.caller.account), at: ask.now };
  const committer = signatureOf(ask, 'committer') ?? usualCommitter(ask, author);
  const sha = put(objects, { type: 'commit', tree, parents, author, committer, message: needed(ask, 'message', 'Commit') });
  const commit = commitAt(objects, sha);
  if (commit === undefined) throw notFound();
  return created(showGitCommit(ask.repository, sha, commit));
}

/** GET /git/blobs/{file_sha}. */
export function getBlob(ask: RepositoryAsk): Said {
  const sha = param(ask, 'file_sha');
  const blob = blobAt(ask.repository.objects, sha);
  if (blob === undefined) throw notFound();
  return ok({ ...shortBlob(ask, sha), node_id: nodeId('B', sha), size: sizeOf(blob), content: folded(blob), encoding: 'base64' });
}

/** POST /git/blobs. */
export function createBlob(ask: RepositoryAsk): Said {
  const content = textField(ask, 'content') ?? '';
  const encoding = textField(ask, 'encoding') ?? 'utf-8';
  const base64 = encoding === 'base64' ? content : Buffer.from(content, 'utf8').toString('base64');
  return created(shortBlob(ask, put(ask.repository.objects, { type: 'blob', base64 })));
}

function shortBlob(ask: RepositoryAsk, sha: string): Record<string, unknown> {
  return { sha, url: `${apiOf(ask.repository)}/git/blobs/${sha}` };
}

/** GitHub breaks base64 into lines of 60 characters. */
export function folded(blob: Blob): string {
  return (blob.base64.match(/.{1,60}/g) ?? []).map((line) => `${line}\n`).join('');
}

function parentsOf(ask: RepositoryAsk): string[] {
  const given = ask.body['parents'] ?? [];
  if (!Array.isArray(given)) throw refused(422, "Invalid request.\n\nFor 'properties/parents', it is not an array.");
  return given.map(String);
}

function signatureOf(ask: RepositoryAsk, field: string): Signature | undefined {
  const given = ask.body[field];
  if (typeof given !== 'object' || given === null) return undefined;
  const { name, email, date } = given as Record<string, unknown>;
  if (typeof name !== 'string' || typeof email !== 'string')
    throw refused(422, `Invalid request.\n\n"email", "name" weren't supplied for ${field}.`);
  return { name, email, at: (typeof date === 'string' ? parseInstant(date) : undefined) ?? ask.now };
}

/** What an app commits without an author of its own is signed by GitHub (GitHub docs: signature verification for bots). */
function usualCommitter(ask: RepositoryAsk, author: Signature): Signature {
  const signs = ask.caller.account.type === 'Bot' && ask.body['author'] === undefined;
  return signs ? { name: WEB_FLOW.name, email: WEB_FLOW.email, at: ask.now } : author;
}
