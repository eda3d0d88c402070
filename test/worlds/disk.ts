import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitStep, PathChange } from '../../src/domain/history.ts';
import { openCheckout } from '../../src/git/repository.ts';
import { type GitSource, sourceAt } from '../../src/git/source.ts';
import { gitOutput } from '../../src/git/stream.ts';
import type { Books } from './books.ts';
import type { Checkout } from './deeds.ts';

/** A repository of Git in the temporary folder, which has what the books of a world have. */
export interface Disk {
  readonly dir: string;
  /** What a run reads of it, checked out in this way; ids come as the books have them, since marks on bindings name commits. */
  source(books: Pick<Books, 'source'>, checkout: Checkout): Promise<GitSource>;
  /** Takes the folder away. */
  close(): void;
}

const WRITER = 'writer <writer@example.com>';

/** An empty repository; it takes no child of Git to make one. */
export function openDisk(): Disk {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'grantkeeper-world-')));
  for (const folder of ['objects', 'refs/heads']) mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/main\n');
  const commits = twoWay();
  const blobs = twoWay();
  let hidden: string | undefined;

  /** Brings what is not there yet to a branch, by one child. */
  async function add(branch: string, line: readonly CommitStep[], memory: GitSource): Promise<void> {
    const fresh = line.filter(({ commit }) => commits.real(commit) === undefined);
    if (fresh.length === 0) return;
    const ids = fresh.flatMap(({ changes }) => changes.flatMap(({ blob }) => (blob === undefined ? [] : [blob])));
    const bytes = await memory.blobs(ids);
    for (const [id, content] of bytes) blobs.pair(id, hash('sha1', Buffer.concat([Buffer.from(`blob ${content.length}\0`), content])));
    const input = Buffer.concat(fresh.flatMap((step, number) => commitLines(step, number, branch, bytes)));
    const known = (step: CommitStep) => (step.parent === undefined ? undefined : commits.real(step.parent));
    const from = fresh[0] === undefined ? undefined : known(fresh[0]);
    const start = Buffer.from(from === undefined ? '' : `reset refs/heads/${branch}\nfrom ${from}\n\n`);
    const marks = fresh.map((_, number) => `get-mark :${number + 1}\n`).join('');
    const stream = Buffer.concat([start, input, Buffer.from(`${marks}done\n`)]);
    const told = await gitOutput(dir, ['fast-import', '--quiet', '--done', '--force'], { input: stream });
    const real = told.bytes.toString('latin1').trim().split('\n');
    for (const [number, { commit }] of fresh.entries()) commits.pair(commit, real[number] ?? '');
  }

  /** The files of the first commit are those that every run must read. */
  function hide(line: readonly CommitStep[]): void {
    const id = blobs.real(line[0]?.changes[0]?.blob ?? '') ?? '';
    hidden = join(dir, 'objects', id.slice(0, 2), id.slice(2));
    renameSync(hidden, `${hidden}.away`);
  }

  function restore(): void {
    if (hidden !== undefined) renameSync(`${hidden}.away`, hidden);
    hidden = undefined;
  }

  return {
    dir,
    close: () => rmSync(dir, { recursive: true, force: true }),
    async source(books, checkout) {
      restore();
      rmSync(join(dir, 'shallow'), { force: true });
      const memory = books.source('tip');
      const line = await memory.steps('', []);
      await add('main', line, memory);
      const out = books.source(checkout);
      const asked = await out.head();
      if (checkout === 'empty') await add('aside', (await out.steps('', [])).slice(-1), memory);
      const head = commits.real(asked) ?? '';
      writeFileSync(join(dir, 'HEAD'), `${head}\n`);
      if (checkout === 'shallow') writeFileSync(join(dir, 'shallow'), `${head}\n`);
      if (checkout === 'holes') hide(line);
      return asInBooks(sourceAt(await openCheckout(dir)), commits, blobs);
    },
  };
}

function commitLines(
  { committedAt, changes }: CommitStep,
  number: number,
  branch: string,
  bytes: ReadonlyMap<string, Uint8Array>,
): readonly Uint8Array[] {
  const head = `commit refs/heads/${branch}\nmark :${number + 1}\ncommitter ${WRITER} ${committedAt / 1000} +0000\ndata 0\n`;
  return [Buffer.from(head), ...changes.flatMap((change) => fileLines(change, bytes)), Buffer.from('\n')];
}

function fileLines({ path, kind, blob = '' }: PathChange, bytes: ReadonlyMap<string, Uint8Array>): readonly Uint8Array[] {
  if (kind === 'deleted') return [Buffer.from(`D ${path}\n`)];
  const content = bytes.get(blob) ?? new Uint8Array();
  return [Buffer.from(`M 100644 inline ${path}\ndata ${content.length}\n`), content, Buffer.from('\n')];
}

/** Ids of the books, and of Git. */
interface TwoWay {
  pair(own: string, real: string): void;
  real(own: string): string | undefined;
  own(real: string): string;
}

function twoWay(): TwoWay {
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  return {
    pair: (own, real) => {
      there.set(own, real);
      back.set(real, own);
    },
    real: (own) => there.get(own),
    own: (real) => back.get(real) ?? real,
  };
}

/** What the real source says, with the ids that the books have for it. */
function asInBooks(real: GitSource, commits: TwoWay, blobs: TwoWay): GitSource {
  const inGit = (commit: string) => commits.real(commit) ?? commit;
  return {
    head: async () => commits.own(await real.head()),
    isCutOff: () => real.isCutOff(),
    steps: async (commit, folders) =>
      (await real.steps(inGit(commit), folders)).map(({ parent, changes, ...step }) => ({
        ...step,
        commit: commits.own(step.commit),
        ...(parent === undefined ? {} : { parent: commits.own(parent) }),
        changes: changes.map((change) => (change.blob === undefined ? change : { ...change, blob: blobs.own(change.blob) })),
      })),
    blobs: async (ids) =>
      new Map([...(await real.blobs(ids.map((id) => blobs.real(id) ?? id)))].map(([id, bytes]) => [blobs.own(id), bytes])),
    committedAt: (commit) => real.committedAt(inGit(commit)),
  };
}
