import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { later } from '../../src/domain/instant.ts';
import { createRepository } from '../../src/git/create.ts';
import { firstParentHistory } from '../../src/git/history.ts';
import { headCommit, openRepository } from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { LANDED } from '../fixtures/grants.ts';
import { generatorVersion } from '../fixtures/version.ts';
import { compared, interleaved, type Sample } from '../measure.ts';
import { timed } from '../process.ts';
import type { Part } from './part.ts';

const COMMITS = 50_000;
const ROUNDS = 3;
/** Files that live at one time: the others are pruned again. */
const LIVE = 10_000;
const FOLDERS = 100;

/** A history of 50,000 commits, walked in one pass for what approvals and spent ids need, against a bare `git log --raw` of the same. */
export const history: Part = async ({ work, say }) => {
  const dir = await longRepository(work);
  say(`history of ${COMMITS} commits, ${ROUNDS} rounds`);
  const repository = await openRepository(dir);
  const tip = await headCommit(repository);
  let steps = 0;
  const ours = async (): Promise<Sample> => {
    const began = performance.now();
    steps = (await firstParentHistory(repository, tip, ['grants/', 'policy/', 'recalls/'])).length;
    return { ms: performance.now() - began, cpuMs: Number.NaN };
  };
  const bare = timed({
    program: 'git',
    args: ['log', '--raw', '--no-renames', '--no-abbrev', '-z', tip, '--', 'grants', 'policy', 'recalls'],
    dir,
  });
  const taken = await interleaved(ROUNDS, { ours, bare });
  const against = { name: 'git log --raw of the same', samples: taken.bare };
  return [compared(`history of ${COMMITS} commits`, taken.ours, against, { goal: 1.5, more: { steps } })];
};

/** Made once below `work`, as a clone has it: all objects in one pack. */
async function longRepository(work: string): Promise<string> {
  const dir = join(work, 'fixtures', `history-${COMMITS}-${generatorVersion()}`);
  if (existsSync(dir)) return dir;
  const making = `${dir}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await createRepository(making);
  await gitOutput(making, ['fast-import', '--quiet'], { input: Array.from({ length: COMMITS }, (_, at) => commit(at)).join('') });
  execFileSync('git', ['repack', '-a', '-d', '-q'], { cwd: making });
  renameSync(making, dir);
  return dir;
}

/** Each adds one grant, and prunes the one that is `LIVE` commits old. */
function commit(at: number): string {
  const who = `Bench <bench@example.com> ${Math.floor(later(LANDED, at * 60_000) / 1000)} +0000`;
  const text = `principal: ada\nreason: Number ${at}\nexpires: 2026-11-23T17:00:00Z\n`;
  const head = `commit refs/heads/main\nmark :${at + 1}\ncommitter ${who}\ndata 6\nAccess\n`;
  const added = `M 100644 inline ${pathAt(at)}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  return `${head}${at === 0 ? '' : `from :${at}\n`}${added}${at < LIVE ? '' : `D ${pathAt(at - LIVE)}\n`}\n`;
}

function pathAt(at: number): string {
  return `grants/team-${String(at % FOLDERS).padStart(2, '0')}/grant-${at}.yaml`;
}
