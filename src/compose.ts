import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { CloudName } from './domain/access.ts';
import { type Instant, parseInstant, wholeSecond } from './domain/instant.ts';
import { parsePeriod } from './domain/period.ts';
import type { Policy } from './domain/policy.ts';
import type { Options } from './commands/command.ts';
import type { Context, World } from './commands/context.ts';
import { FOLDERS } from './commands/reading/folders.ts';
import type { Simulation } from './commands/simulation.ts';
import { UsageProblem } from './commands/usage.ts';
import type { Forge } from './forge/forge.ts';
import { type Checkout, openCheckout, openRepository, remoteUrl, type Repository } from './git/repository.ts';
import { storedTreeOf, withChecked } from './git/stored.ts';
import { listTree } from './git/tree.ts';
import { keepYoungSmall } from './memory.ts';
import { isTerminal, writeErr, writeOut } from './output.ts';
import { plainFetch } from './plain-fetch.ts';
import type { Access, Identity } from './providers/provider.ts';
import { clouds } from './providers/registry.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import packageFile from '../package.json' with { type: 'json' };

export const VERSION: string = packageFile.version;

/** Set once the run was asked to stop. */
export interface Interrupt {
  readonly stopping: () => boolean;
}

/** On SIGINT or SIGTERM the write in hand is finished and reported; a second signal ends the process at once. */
export function interruptible(): Interrupt {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    writeErr('\nStopping after the write in hand; once more ends at once.\n');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { stopping: () => stopping };
}

/** How long, in milliseconds, grants wait for revocations of a scope that does not answer. */
const PATIENCE = 120_000;

/** The one place that decides what is real: clock, environment, disk, network, forge and clouds. */
export async function compose(options: Options, interrupt: Interrupt): Promise<Context> {
  const repoDir = resolve(textOr(options['repo'], '.'));
  const world = options['simulate'] === undefined ? undefined : await worldIn(await simulationDir(options['simulate'], repoDir), repoDir);
  await moveClock(options['at'], world);
  return contextOf(options, interrupt, repoDir, world);
}

export function contextOf(options: Options, interrupt: Interrupt, repoDir: string, world: SimulatedWorld | undefined): Context {
  const clock = world === undefined ? () => Date.now() as Instant : world.now;
  const sleep = world?.sleep ?? ((ms: number) => wait(ms));
  const quiet = options['quiet'] === true;
  const say = (line: string) => quiet || writeErr(`${line}\n`);
  let opened: Promise<Checkout> | undefined;
  const checkout = () => (opened ??= openCheckout(repoDir));
  const openRepo = async () => (await checkout()).repository;
  let forge: Promise<Forge | string> | undefined;
  const simulation: { simulation?: Simulation } = world === undefined ? {} : { simulation: world };
  return {
    now: wholeSecond(clock()),
    clock,
    run: runName(world),
    repository: openRepo,
    checkout,
    forge: () => (forge ??= world === undefined ? githubForge(openRepo, clock) : Promise.resolve(world.forge)),
    clouds,
    holdMuch: keepYoungSmall,
    access: signedInOnce((cloud, policy, reason) => accessOf(cloud, policy, reason, { world, clock, sleep })),
    ...simulation,
    hash: (text) => process.getBuiltinModule('node:crypto').hash('sha256', text),
    sleep,
    // Unreferenced: a run that is done does not wait for its patience to end.
    patience: () => (world?.sleep === undefined ? wait(PATIENCE, undefined, { ref: false }) : new Promise(() => undefined)),
    stopping: interrupt.stopping,
    say,
    print: (line) => options['json'] === true || writeOut(`${line}\n`),
    pause: (ms) => pauseFor(options, ms),
    openWorld: (dir, worldDir, behind) => openWorld(options, interrupt, dir, worldDir, behind),
    program: { runtime: process.execPath, entry: process.argv[1] ?? '' },
    exampleDir: fileURLToPath(new URL('..', import.meta.url)),
    progress: progressLine(quiet),
    ask: canAsk(options) ? askPerson : undefined,
    ...(isTerminal(1) ? { width: process.stdout.columns } : {}),
    json: options['json'] === true,
    verbose: options['verbose'] === true,
  };
}

/** Of a workflow its run and attempt (GitHub Actions: default variables); elsewhere there is nothing that could be looked up. */
function runName(world: SimulatedWorld | undefined): string {
  const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = '1' } = process.env;
  if (world !== undefined) return 'simulated';
  return id === undefined ? `by hand/${process.pid}` : `${id}/${attempt}`;
}

async function openWorld(options: Options, interrupt: Interrupt, dir: string, worldDir: string, behind: number): Promise<World> {
  const world = await worldIn(worldDir, dir, behind);
  return { simulation: world, context: () => contextOf(options, interrupt, dir, world), fetch: world.fetch, token: world.token };
}

/** Simulated clouds load only where they are asked for. */
async function worldIn(worldDir: string, repoDir: string, behind?: number): Promise<SimulatedWorld> {
  const { simulate } = await import('./simulated-world.ts');
  return simulate(worldDir, repoDir, behind);
}

/** On a terminal a reader gets time; Enter goes on at once. */
async function pauseFor(options: Options, ms: number): Promise<void> {
  if (!canAsk(options)) return;
  const stop = new AbortController();
  const skip = () => stop.abort();
  process.stdin.once('data', skip).resume();
  await wait(ms, undefined, { signal: stop.signal }).catch(() => undefined);
  process.stdin.off('data', skip).pause();
}

/** Reader and writer of a run are given one and the same access: what signs in for the first is signed in for the second. */
function signedInOnce(make: Context['access']): Context['access'] {
  const known = new Map<CloudName, { readonly policy: Policy; readonly reason: string; readonly access: Access }>();
  return (cloud, policy, reason) => {
    const last = known.get(cloud);
    if (last?.policy === policy && last.reason === reason) return last.access;
    const access = make(cloud, policy, reason);
    known.set(cloud, { policy, reason, access });
    return access;
  };
}

interface Ground {
  readonly world: SimulatedWorld | undefined;
  readonly clock: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

function accessOf(cloud: CloudName, policy: Policy, reason: string, { world, clock, sleep }: Ground): Access {
  const identity: Identity = world === undefined ? { kind: 'ambient', env: process.env } : { kind: 'token', token: world.token };
  const { tenant } = policy.clouds.get(cloud) ?? {};
  const { stamp, formerStamps } = policy;
  const common = { fetch: world?.fetch ?? plainFetch, identity, clock, sleep, random: Math.random, reason, stamp, formerStamps };
  return { ...common, ...(tenant === undefined ? {} : { tenant }) };
}

async function simulationDir(value: Options[string], repoDir: string): Promise<string> {
  if (typeof value === 'string') return isAbsolute(value) ? value : resolve(value);
  const repository = await openRepository(repoDir);
  return join(repository.root, '.grantkeeper-sim');
}

async function moveClock(at: Options[string], world: SimulatedWorld | undefined): Promise<void> {
  if (typeof at !== 'string') return;
  if (world === undefined) throw new UsageProblem('--at moves a simulated clock: it needs --simulate');
  const plus = at.startsWith('+') ? parsePeriod(at.slice(1)) : undefined;
  const instant = parseInstant(at);
  if (plus === undefined && instant === undefined)
    throw new UsageProblem(`--at takes an instant such as 2026-11-23T17:00:00Z or a step such as +4h, not ${at}`);
  try {
    await world.move(plus === undefined ? (instant as Instant) : { plus });
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function githubForge(openRepo: () => Promise<Repository>, now: () => Instant): Promise<Forge | string> {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = process.env;
  if (token === undefined || token === '') return 'GITHUB_TOKEN is not set, so GitHub cannot be asked';
  const remote = await remoteUrl(await openRepo());
  const { githubAddress } = await import('./forge/github/address.ts');
  const address = githubAddress({ repository, apiUrl, remote });
  if (typeof address === 'string') return address;
  const { openGithubForge } = await import('./forge/github/forge.ts');
  const treeOf = async (commit: string) => knownTree(await openRepo(), commit);
  return openGithubForge({ ...address, token, fetch: plainFetch, now, treeOf, introduce: true });
}

/** Undefined where only Git could tell: to ask GitHub takes no longer. */
async function knownTree(repository: Repository, commit: string): Promise<{ id: string; blobs: ReadonlyMap<string, string> } | undefined> {
  const id = storedTreeOf(repository, commit);
  if (id === undefined) return undefined;
  const files = await listTree(repository, commit, FOLDERS, withChecked);
  return { id, blobs: new Map(files.filter(({ mode }) => mode.startsWith('100')).map(({ path, blob }) => [path, blob])) };
}

function progressLine(quiet: boolean): (text: string) => void {
  if (quiet || !isTerminal(2)) return () => undefined;
  return (text) => writeErr(`\r\u001b[2K${text}`);
}

function canAsk(options: Options): boolean {
  const barred = options['no-input'] === true || options['json'] === true || process.env['CI'] !== undefined;
  // Not by `process.stdin`: to open that stream takes as long as to parse the arguments.
  return !barred && isTerminal(1) && isTerminal(0);
}

async function askPerson(question: string): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({ message: question, output: process.stderr });
  return isCancel(answer) || answer === undefined ? '' : answer;
}

function textOr(value: Options[string], otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
