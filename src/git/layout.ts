import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkout, Repository } from './repository.ts';

const ID = /^[0-9a-f]{40,64}$/;

/** What would change where the work tree, its refs or its objects are looked for, or what they mean. */
const UNUSUAL = /^\s*\[\s*(?:include|includeif|extensions)\b|^\s*(?:worktree|bare\s*=\s*true|repositoryformatversion\s*=\s*[^0\s])/m;

/**
 * The checkout that a folder lies in, read from the files that Git keeps it in (gitrepository-layout); a child of Git takes several times
 * as long. Undefined wherever anything is out of the ordinary, so that Git itself is asked: a bare repository, a linked work tree, a
 * submodule, another owner, settings that move things, refs that are kept in another way, or none of it at all.
 */
export function checkoutOnDisk(dir: string): Checkout | undefined {
  const repository = repositoryAbove(realpathSync(dir));
  if (repository === undefined) return undefined;
  const { gitDir } = repository;
  // In small letters, since a pattern that passes over their size takes several times as long to make.
  const config = textOf(join(gitDir, 'config'))?.toLowerCase();
  if (config === undefined || UNUSUAL.test(config) || ODD.some((name) => existsSync(join(gitDir, name)))) return undefined;
  const head = pointer(gitDir, 'HEAD');
  const landed = pointer(gitDir, 'refs/remotes/origin/HEAD');
  // Without a first commit Git tells of nothing else either.
  if (head === undefined || landed === undefined || head === '') return undefined;
  return {
    repository,
    head,
    ...(landed === '' ? {} : { landed }),
    ...(/^\s*\[\s*remote\b/m.test(config) ? {} : { alone: true }),
    shallow: existsSync(join(gitDir, 'shallow')),
  };
}

/**
 * The commit of a branch by its whole name, such as `refs/heads/main`, or of `HEAD`, from the same files; empty where there is none,
 * undefined where Git itself is to be asked.
 */
export function commitOnDisk({ gitDir }: Repository, ref: string): string | undefined {
  if (!/^(?:HEAD|refs\/(?:heads|remotes)\/[\w./-]+)$/.test(ref) || ref.includes('..')) return undefined;
  return ODD.some((name) => existsSync(join(gitDir, name))) ? undefined : pointer(gitDir, ref);
}

/**
 * Where a remote lies, from the same files: with user and password, if they stand there. Empty where there is no such remote,
 * undefined where Git itself is to be asked.
 */
export function remoteOnDisk({ gitDir }: Repository, name: string): string | undefined {
  const config = textOf(join(gitDir, 'config'));
  if (config === undefined || UNUSUAL.test(config) || REWRITTEN.test(config) || ODD.some((one) => existsSync(join(gitDir, one))))
    return undefined;
  const sections = config.split(/^(?=[ \t]*\[)/m);
  const remotes = sections.filter((section) => /^\s*\[\s*remote\b/i.test(section));
  if (!remotes.every((section) => /^\[remote "[\w./-]+"\]\r?\n/.test(section))) return undefined;
  const urls = remotes
    .filter((section) => section.startsWith(`[remote "${name}"]`))
    .flatMap((section) => section.match(/^\s*url\b.*$/gim) ?? []);
  if (urls.length === 0) return remotes.some((section) => section.startsWith(`[remote "${name}"]`)) ? undefined : '';
  // What is quoted, escaped or commented on is for Git to read.
  const [, url] = /^\s*url = ([^\s"'\\#;]+)\s*$/.exec(urls[0] ?? '') ?? [];
  return urls.length === 1 ? url : undefined;
}

/** Addresses that stand for others. */
const REWRITTEN = /^\s*\[\s*url\b|insteadof/im;

/** Refs in tables, a further work tree, and remotes as Git kept them once. */
const ODD = ['reftable', 'commondir', 'config.worktree', 'remotes', 'branches/origin'];

function repositoryAbove(dir: string): Repository | undefined {
  if (existsSync(join(dir, 'HEAD'))) return undefined;
  const gitDir = join(dir, '.git');
  const stat = lstatSync(gitDir, { throwIfNoEntry: false });
  if (stat === undefined) return dirname(dir) === dir ? undefined : repositoryAbove(dirname(dir));
  const ours = stat.uid === process.getuid?.() && lstatSync(dir).uid === stat.uid;
  return stat.isDirectory() && ours && isWhole(gitDir) ? { root: dir, gitDir, bare: false } : undefined;
}

function isWhole(gitDir: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(gitDir, name)));
}

/** The commit that a ref stands for, followed once where it names another; empty where there is none, undefined where Git must be asked. */
function pointer(gitDir: string, ref: string, depth = 0): string | undefined {
  const said = (textOf(join(gitDir, ref)) ?? packed(gitDir, ref)).trim();
  if (said === '' || ID.test(said)) return said;
  const [, target] = /^ref: (refs\/[^\0\n]+)$/.exec(said) ?? [];
  return target === undefined || depth > 0 || target.includes('..') ? undefined : pointer(gitDir, target, depth + 1);
}

function packed(gitDir: string, ref: string): string {
  const lines = (textOf(join(gitDir, 'packed-refs')) ?? '').split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? '';
}

/** Undefined only for what is not there: what cannot be read must not look so. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
