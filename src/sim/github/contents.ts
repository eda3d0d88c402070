import { notFound, ok, refused, type Said } from './answer.ts';
import { param, type RepositoryAsk } from './call.ts';
import { folded } from './git-data.ts';
import { blobAt, sizeOf, treeAt, type TreeEntry } from './objects.ts';
import { revision } from './revision.ts';
import { apiOf, pageOf } from './show-repository.ts';
import { entryAt } from './trees.ts';

/** A folder lists at most this many of its files (REST API: get repository content). */
const MAX_LISTED = 1000;

const KINDS = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule', '100644': 'file', '100755': 'file' } as const;

/** GET /contents/{path}: a file with its content in base64, or what a folder holds. */
export function getContents(ask: RepositoryAsk): Said {
  const ref = ask.url.searchParams.get('ref') ?? ask.repository.defaultBranch;
  const at = revision(ask.repository, ref);
  if (at === undefined) throw refused(404, `No commit found for the ref ${ref}`);
  const path = param(ask, 'path').replace(/\/+$/, '');
  const entry =
    path === '' ? { mode: '040000' as const, name: '', sha: at.commit.tree } : entryAt(ask.repository.objects, at.commit.tree, path);
  if (entry === undefined) throw notFound();
  if (entry.mode !== '040000') return ok(showFile(ask, at.sha, path, entry));
  const inside = treeAt(ask.repository.objects, entry.sha)?.entries ?? [];
  return ok(inside.slice(0, MAX_LISTED).map((one) => showEntry(ask, at.sha, path === '' ? one.name : `${path}/${one.name}`, one)));
}

function showFile(ask: RepositoryAsk, commit: string, path: string, entry: TreeEntry): Record<string, unknown> {
  const blob = blobAt(ask.repository.objects, entry.sha);
  const shown = showEntry(ask, commit, path, entry);
  if (blob === undefined) return { ...shown, submodule_git_url: null };
  if (entry.mode === '120000') return { ...shown, target: Buffer.from(blob.base64, 'base64').toString('utf8') };
  return { ...shown, content: folded(blob), encoding: 'base64' };
}

function showEntry(ask: RepositoryAsk, commit: string, path: string, entry: TreeEntry): Record<string, unknown> {
  const kind = KINDS[entry.mode];
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${apiOf(ask.repository)}/contents/${encoded}?ref=${commit}`;
  const gitUrl = `${apiOf(ask.repository)}/git/${kind === 'dir' ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${pageOf(ask.repository)}/${kind === 'dir' ? 'tree' : 'blob'}/${commit}/${encoded}`;
  const blob = blobAt(ask.repository.objects, entry.sha);
  return {
    type: kind,
    name: entry.name,
    path,
    sha: entry.sha,
    size: blob === undefined ? 0 : sizeOf(blob),
    url,
    git_url: gitUrl,
    html_url: html,
    download_url: kind === 'file' ? `${pageOf(ask.repository)}/raw/${commit}/${encoded}` : null,
    _links: { self: url, git: gitUrl, html },
  };
}
