import type { Control } from '../../domain/policy.ts';
import { emailOf } from '../../forge/local/people.ts';
import { git } from '../../git/command.ts';
import { branchesOf, commitOn, createBranch } from '../../git/branch.ts';
import { fetchBranches, push } from '../../git/transfer.ts';
import { commitOf, headCommit } from '../../git/repository.ts';
import type { Command, Options, Report } from '../command.ts';
import type { World } from '../context.ts';
import { beneficiaries } from '../sim-benefits.ts';
import { syntaxesOf } from '../reading/syntaxes.ts';
import type { Playground } from './playground.ts';

/** What the story is played with. */
export interface Stage {
  readonly playground: Pick<Playground, 'dir' | 'repository'>;
  readonly world: World;
  readonly control: Control;
  readonly tell: (line: string) => void;
  /** A new scene begins: the reader gets time for the one before. */
  readonly scene: (title: string) => Promise<void>;
}

const INDENT = '    ';

/** Runs a command as the playground's own `./grantkeeper` would, and shows what it prints. */
export async function runCommand(stage: Stage, command: Command, options: Options = {}, args: readonly string[] = []): Promise<Report> {
  const flags = Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name} ${quoted(String(value))}`));
  stage.tell(`  $ ./grantkeeper ${[command.name, ...args, ...flags].join(' ')}`);
  const context = stage.world.context();
  const { width } = context;
  const inset = width === undefined ? context : { ...context, width: width - INDENT.length };
  const report = await command.run(inset, options, args);
  context.progress('');
  for (const line of report.text.trimEnd().split('\n')) stage.tell(`${INDENT}${line}`);
  return report;
}

function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : JSON.stringify(text);
}

/** Commits one file on a branch, as a person, dated by the world's clock, and pushes it to the forge. */
export async function commitFile(
  stage: Stage,
  branch: string,
  login: string,
  path: string,
  content: string,
  message: string,
): Promise<void> {
  const { repository } = stage.playground;
  const { simulation } = stage.world;
  const from = (await commitOf(repository, `refs/heads/${branch}`)) ?? (await headCommit(repository));
  await createBranch(repository, branch, from);
  const commit = await commitOn(repository, branch, from, [{ path, content }], {
    message,
    author: { name: login, email: emailOf(login) },
    at: simulation.now(),
  });
  if (commit === undefined) throw new Error(`${branch} moved meanwhile`);
  await push(repository, simulation.forge.repository.root, { commit, branch });
}

export async function openAs(stage: Stage, branch: string, author: string, title: string): Promise<number> {
  const opened = await stage.world.simulation.forge.openRequest({ branch, author, title, body: '' });
  if (!opened.ok) throw new Error(opened.failure.message);
  stage.tell(`  Request #${opened.value.number} by ${author}: ${title}`);
  return opened.value.number;
}

/** The answer of the forge to an approval, in its own words. */
export async function approveAs(stage: Stage, number: number, login: string): Promise<void> {
  const answer = await stage.world.simulation.forge.review(number, login, 'approve');
  stage.tell(answer.ok ? `  ${login} approves #${number}.` : `  ${login} tries to approve #${number}: refused, ${answer.failure.message}`);
}

export async function mergeAs(stage: Stage, number: number, login: string): Promise<void> {
  const { forge } = stage.world.simulation;
  const merged = await forge.merge(number, login, beneficiaries(forge, syntaxesOf(stage.world.context())));
  if (!merged.ok) throw new Error(merged.failure.message);
  stage.tell(`  ${login} merges #${number}.`);
  await follow(stage);
}

/** Brings the playground's own clone to what the forge has now. */
async function follow({ playground, world }: Stage): Promise<void> {
  await fetchBranches(playground.repository, world.simulation.forge.repository.root);
  await git(playground.dir, 'reset', '--quiet', '--hard', 'refs/remotes/origin/main');
  const branches = await branchesOf(playground.repository);
  for (const branch of branches.keys()) if (branch !== 'main') await git(playground.dir, 'branch', '--quiet', '-D', '--', branch);
}
