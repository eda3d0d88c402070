import { apply } from '../../src/commands/apply.ts';
import type { Report } from '../../src/commands/command.ts';
import type { Context } from '../../src/commands/context.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Fact } from '../../src/domain/entry.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { appendFacts, readLedger } from '../../src/ledger/ledger.ts';
import type { Access } from '../../src/providers/provider.ts';
import { hash } from 'node:crypto';
import { books } from './books.ts';
import type { Disk } from './disk.ts';
import type { Ask, Deed, Entry, ForgeTrouble, RunDeed, Script, Way } from './deeds.ts';
import { dice } from './dice.ts';
import { stormSpoils } from './draw.ts';
import { seenInAzure, seenInGcp, tripleOf } from './eyes.ts';
import type { FaultName } from './fault-kinds.ts';
import { type Gate, gateOver } from './gate.ts';
import { clouds } from './clouds.ts';
import { byHand } from './hands.ts';
import { humansOf, isApproved, land } from './landing.ts';
import { type Breach, isOurs, judgeEnd, judgeWrite, type Told, type Watched } from './observer.ts';
import {
  APPROVERS,
  AZURE_ROLES,
  azureBooks,
  BEGIN,
  firstFiles,
  gcpBooks,
  instantText,
  peopleFile,
  PEOPLE,
  PEOPLE_FILE,
  ROLE_FILE,
  roleFile,
  SECURITY,
  TOKEN,
} from './organisation.ts';
import { truth as truthOf } from './truth.ts';
import { memoryStore } from '../../src/sim/store.ts';

/** What came of one world. */
export interface Played {
  /** The promise that was broken first, and at which deed. */
  readonly breach?: Breach & { readonly at: number };
  /** A digest over everything that was sent, answered and written: two plays of one script have the same. */
  readonly digest: string;
  readonly reached: ReadonlyMap<string, number>;
  readonly calls: number;
  readonly runs: number;
  /** How many runs without faults it took until nothing was left to do. */
  readonly settledAfter: number;
  /** How many runs it took in a storm until what stood was what was approved; 11 where ten did not do. */
  readonly stormedAfter?: number;
  /** What runs of ours wrote, in order, such as `grant gcp projects/payments-prod roles/logging.viewer user:ada@example.com`. */
  readonly written: readonly string[];
  /** What of ours stands in the end. */
  readonly standing: readonly string[];
  /** The codes of everything that a plan refused or held. */
  readonly codes: ReadonlySet<string>;
}

export interface PlayOptions {
  /** Told about every deed and run as it goes. */
  readonly tell?: (line: string) => void;
  /** What runs read Git from, in place of the books in memory. */
  readonly disk?: Disk;
}

const CALM: Omit<RunDeed, 'do'> = { checkout: 'tip', forge: 'none', skew: 0, spoils: [] };

export async function play(script: Script, { tell, disk }: PlayOptions = {}): Promise<Played> {
  const world = open(script, tell, disk);
  let breach: Played['breach'];
  let at = 0;
  try {
    for (; at < script.deeds.length; at += 1) await world.do(script.deeds[at] as Deed);
    await world.settle();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    breach = { ...error.breach, at };
  }
  return { ...world.sum(), ...(breach === undefined ? {} : { breach }) };
}

/** Ends a world at the first broken promise. */
class Broken extends Error {
  readonly breach: Breach;
  constructor(breach: Breach) {
    super(`${breach.promise}: ${breach.what}`);
    this.breach = breach;
  }
}

function textOf(ask: Ask): string {
  const entry = (one: Entry) =>
    one.kind === 'catalogue'
      ? `{ role: ${one.role}, place: ${one.place} }`
      : one.kind === 'gcp'
        ? `{ gcp: ${one.place}, role: ${one.role} }`
        : `{ azure: ${one.place}, role: ${one.role} }`;
  const length = (ms: number) => `${Math.round(ms / 60_000)}m`;
  return [
    `principal: ${ask.principals.length === 1 ? ask.principals[0] : `[${ask.principals.join(', ')}]`}`,
    'reason: A world',
    `access: [${ask.access.map(entry).join(', ')}]`,
    `expires: ${instantText(ask.expires)}`,
    ...(ask.duration === undefined ? [] : [`duration: ${length(ask.duration)}`]),
    ...(ask.grace === undefined ? [] : [`grace: ${length(ask.grace)}`]),
    '',
  ].join('\n');
}

/** Git and forges date what lands by whole seconds. */
const nextSecond = (clock: number): number => Math.floor(clock / 1000) * 1000 + 1000;

const sha256 = (text: string): string => hash('sha256', text);
const grantPath = (id: string): string => `grants/payments/${id}.yaml`;

function open(script: Script, tell: PlayOptions['tell'], disk: Disk | undefined) {
  const git = books();
  const truth = truthOf(script.clouds);
  const gcp = gcpBooks();
  const azure = azureBooks(script.pageSize);
  const stores = { gcp: memoryStore(gcp), azure: memoryStore(azure) };
  const chance = dice(script.seed ^ 0x5eed);
  const files = new Map<string, Ask>();
  const dropped = new Map<string, Ask>();
  const recalls = new Set<string>();
  const written: string[] = [];
  const codes = new Set<string>();
  const commits = new Map<string, string>();
  const reached = new Map<string, number>();
  let clock = BEGIN;
  const history: string[] = [];
  let calls = 0;
  let runs = 0;
  let settledAfter = 0;
  let behind = 0;
  let stormedAfter: number | undefined;
  /** After a run without faults that left nothing undone, until anything but time happens: nothing may be given. */
  let quiet = false;
  /** The last run was without faults and found nothing to do. */
  let idle = false;
  let atTip = git.source('tip');
  const note = (text: string) => void history.push(text);
  const reach = (what: string) => void reached.set(what, (reached.get(what) ?? 0) + 1);
  git.commit(firstFiles(script), clock);
  const live = () => [...seenInGcp(gcp), ...seenInAzure(azure)];
  const broken = (breach: Breach | undefined) => {
    if (breach !== undefined) throw new Broken(breach);
  };

  function landGrant(id: string, ask: Ask | undefined, way: Way): void {
    const known = files.get(id);
    if (JSON.stringify(known) === JSON.stringify(ask)) return;
    const parties = { entitled: APPROVERS, beneficiaries: humansOf(ask?.principals ?? []) };
    clock = nextSecond(clock);
    land(git, { [grantPath(id)]: ask === undefined ? null : textOf(ask) }, clock, way, parties);
    truth.step();
    truth.land(id, ask, clock, isApproved(way, parties));
    if (ask === undefined) {
      if (known !== undefined) dropped.set(id, known);
      files.delete(id);
    } else files.set(id, ask);
    commits.set(id, git.tip());
  }

  async function run(deed: Omit<RunDeed, 'do'>, nested = false): Promise<Told | undefined> {
    runs += 1;
    const now = Math.floor((clock + deed.skew) / 1000) * 1000;
    behind = Math.max(behind, -deed.skew);
    const confirmed = deed.checkout === 'tip' && !['no-tip', 'gone', 'no-branches'].includes(deed.forge) && Math.abs(deed.skew) <= 300_000;
    const clean =
      !nested &&
      confirmed &&
      deed.forge === 'none' &&
      deed.skew === 0 &&
      deed.spoils.length === 0 &&
      deed.second === undefined &&
      deed.only === undefined;
    reach(`checkout ${deed.checkout}`);
    reach(`forge ${deed.forge}`);
    if (deed.only !== undefined) reach(`only ${deed.only}`);
    if (deed.skew !== 0) reach(Math.abs(deed.skew) > 300_000 ? 'clocks far apart' : 'clocks a little apart');
    const watched: Watched = {
      now,
      skew: deed.skew,
      behind,
      confirmed,
      clean,
      calm:
        !nested &&
        deed.spoils.length === 0 &&
        deed.second === undefined &&
        deed.skew === 0 &&
        deed.only === undefined &&
        !['old', 'shallow'].includes(deed.checkout) &&
        deed.checkout !== 'holes',
      ours: live().filter((one) => isOurs(one, truth)),
      limit: script.withdrawals,
      planning: deed.only === 'plan',
      gave: false,
      withdrawn: new Set(),
      written: [],
    };
    let found: Breach | undefined;
    let wrong: unknown;
    const second = async (): Promise<void> => {
      reach('second run');
      try {
        await run(CALM, true);
      } catch (error) {
        // To the run around it this is a call, and what goes wrong with a call it takes for an answer that failed.
        wrong ??= error;
      }
    };
    const gate: Gate = gateOver({
      stores,
      clock: { now: () => clock as Instant },
      spoils: deed.spoils,
      wrote: (write) => {
        note(`write ${write.cloud} ${write.after.map((one) => one.raw).join('\n')}`);
        found ??= judgeWrite(watched, write, truth, clock);
      },
      called: (call, status) => {
        calls += 1;
        note(`${call} ${status}`);
      },
      reach: (kind: FaultName) => reach(kind),
      late: (ms) => void (clock += ms),
      meanwhile: () => byHand('foreign', calls, { gcp, azure }, clock),
      lag: () => {
        gcp.lag = { reads: 2 };
        azure.manner.lag = { get: 5000, list: 5000, byPrincipal: 5000 };
      },
      ...(deed.second === undefined ? {} : { second: { before: deed.second, run: second } }),
    });
    if (disk !== undefined && deed.second !== undefined) atTip = await disk.source(git, 'tip');
    // The calls of the run around a second one go on meanwhile: what that one reads of the disk was read before.
    const source = disk === undefined ? git.source(deed.checkout) : nested ? atTip : await disk.source(git, deed.checkout);
    const accesses = new Map<string, Access>();
    const context: Context = {
      now: now as Instant,
      clock: () => (clock + deed.skew) as Instant,
      clouds,
      // As over many scopes, in every eighth world: what is worked out while answers come decides nothing else than what comes after.
      ...(script.seed % 8 === 0 ? { earlyFrom: 1 } : {}),
      run: 'a world',
      repository: () => Promise.reject(new Error('a world has no repository on disk')),
      checkout: () => Promise.reject(new Error('a world has no repository on disk')),
      source,
      forge: () => Promise.resolve(forgeOf(gate, deed.forge)),
      access: (cloud, policy, reason) => {
        const tenant = policy.clouds.get(cloud)?.tenant;
        const { stamp, formerStamps } = policy;
        const common = {
          fetch: gate.fetch,
          identity: { kind: 'token', token: TOKEN } as const,
          clock: context.clock,
          sleep: context.sleep,
        };
        const access = { ...common, random: () => chance.next(), reason, stamp, formerStamps, ...(tenant === undefined ? {} : { tenant }) };
        // As in a real run, reader and writer of a cloud are given the same.
        const given = accesses.get(cloud) ?? access;
        accesses.set(cloud, given);
        return given;
      },
      hash: (text) => hash('sha256', text),
      sleep: (ms) => gate.alive(async () => void (clock += ms)),
      patience: () => new Promise(() => undefined),
      stopping: () => false,
      say: () => undefined,
      print: () => undefined,
      pause: () => Promise.resolve(),
      openWorld: () => Promise.reject(new Error('a world opens no other')),
      program: { runtime: '', entry: '' },
      exampleDir: '',
      progress: () => undefined,
      ask: undefined,
      json: true,
      verbose: false,
    };
    const engine = async (): Promise<Report> =>
      deed.only === 'plan'
        ? plan.run(context, {}, [])
        : apply.run(context, { yes: true, ...(deed.only === undefined ? {} : { only: deed.only }) }, []);
    let ended: Report | 'died' | undefined;
    try {
      ended = await Promise.race([engine(), gate.death]);
    } catch (error) {
      if (deed.checkout === 'holes') ended = undefined;
      else throw error;
    }
    await gate.landed();
    if (wrong !== undefined) throw wrong;
    delete gcp.lag;
    // Until the next run all readers have caught up: else it would be told what no longer is, with nothing wrong in its script.
    for (const one of Object.keys(gcp.notes.earlier)) delete gcp.notes.earlier[one];
    azure.manner.lag = { get: 0, list: 0, byPrincipal: 0 };
    written.push(...watched.written.map(({ verb, triple }) => `${verb} ${triple}`));
    const died = ended === 'died';
    const told = ended === undefined || ended === 'died' ? undefined : toldOf(ended.json);
    note(JSON.stringify(told ?? 'nothing'));
    for (const code of told?.codes ?? []) codes.add(code);
    tell?.(lineOf(deed, now, died, told, watched));
    broken(found);
    if (told !== undefined) broken(judgeEnd(watched, told, live(), truth, clock));
    if (quiet && watched.written.some(({ verb }) => verb === 'grant' || verb === 'extend'))
      broken({ promise: 'P7', what: `time alone gave ${watched.written.map(({ triple }) => triple).join(', ')}` });
    idle = clean && told?.changes === 0;
    quiet =
      clean && told !== undefined && told.held === 0 && told.changes === told.outcomes.filter(({ status }) => status === 'applied').length;
    return told;
  }

  function forgeOf(gate: Gate, trouble: ForgeTrouble): Forge | string {
    const forge = git.forge(script.forge, trouble, () => clock);
    if (typeof forge === 'string') return forge;
    const { own } = forge;
    return {
      ...forge,
      own: {
        read: (...about) => gate.alive(() => own.read(...about)),
        append: (...what) => gate.alive(() => own.append(...what)),
        replace: (...what) => gate.alive(() => own.replace(...what)),
      },
    };
  }

  async function weathered(): Promise<number> {
    for (let after = 1; after <= 10; after += 1) {
      await run({ ...CALM, spoils: stormSpoils(chance) });
      const there = live();
      const ours = there.filter((one) => isOurs(one, truth));
      const wished = truth.desired(clock);
      // Azure has room for one binding of a kind: where somebody else made it meanwhile, a run can do no more than say so.
      const twins = there.filter((one) => one.cloud === 'azure' && !ours.includes(one) && wished.has(one.triple));
      const open = wished.size - new Set(twins.map(({ triple }) => triple)).size;
      if (ours.length === open && ours.every((one) => wished.get(one.triple)?.until === one.until)) return after;
      clock += 60_000;
    }
    return 11;
  }

  /** Whoever may push to the branch of the ledger can write lines into it whose hashes are right. */
  async function forgeLedger(id: string, landed: number): Promise<void> {
    const forge = git.forge(script.forge, 'none', () => clock);
    const commit = commits.get(id);
    if (typeof forge === 'string' || commit === undefined) return;
    const now = clock as Instant;
    const seen = await readLedger(forge, now, sha256);
    if (!seen.ok) throw new Error(seen.failure.message);
    const fact: Fact = {
      at: now,
      run: 'x',
      kind: 'approved',
      grant: id,
      commit,
      landed: (nextSecond(clock) + landed) as Instant,
      approvedBy: ['bo'],
      request: 1,
    };
    const pen = { now, run: 'x', hash: sha256, sleep: () => Promise.resolve(), readme: () => '' };
    const written = await appendFacts(forge, seen.value, [fact], pen);
    if (!written.ok) throw new Error(written.failure.message);
  }

  async function act(deed: Deed): Promise<void> {
    if (deed.do !== 'wait' && deed.do !== 'to-end' && deed.do !== 'run') quiet = false;
    reach(`deed ${deed.do}`);
    tell?.(`${instantText(clock)} ${JSON.stringify(deed)}`);
    switch (deed.do) {
      case 'land':
        reach(`way ${deed.way}`);
        return landGrant(deed.id, deed.ask, deed.way);
      case 'drop':
        return files.has(deed.id) ? landGrant(deed.id, undefined, deed.way) : undefined;
      case 'restore': {
        const ask = dropped.get(deed.id);
        return ask === undefined || files.has(deed.id) ? undefined : landGrant(deed.id, ask, deed.way);
      }
      case 'recall': {
        clock = nextSecond(clock);
        const text = `principal: ${deed.who}\nsince: ${instantText(clock)}\nreason: Laptop stolen\n`;
        if (recalls.has(deed.who)) return undefined;
        recalls.add(deed.who);
        land(git, { [`recalls/${deed.who}.yaml`]: text }, clock, 'straight', { entitled: [], beneficiaries: [] });
        truth.step();
        return truth.recall(deed.who);
      }
      case 'lift': {
        if (!recalls.delete(deed.who)) return undefined;
        clock = nextSecond(clock);
        const parties = { entitled: SECURITY, beneficiaries: humansOf([deed.who]) };
        land(git, { [`recalls/${deed.who}.yaml`]: null }, clock, deed.way, parties);
        truth.step();
        return truth.lift(deed.who, clock, isApproved(deed.way, parties));
      }
      case 'forge':
        return forgeLedger(deed.id, deed.landed);
      case 'control': {
        clock = nextSecond(clock);
        const parties = { entitled: SECURITY, beneficiaries: [] };
        land(git, { [ROLE_FILE]: roleFile(deed.wish), [PEOPLE_FILE]: peopleFile(deed.wish) }, clock, deed.way, parties);
        truth.step();
        return truth.control(deed.wish, isApproved(deed.way, parties));
      }
      case 'hand':
        reach(`hand ${deed.hand}`);
        return byHand(deed.hand, deed.pick, { gcp, azure }, clock);
      case 'wait':
        clock += deed.ms;
        return undefined;
      case 'to-end': {
        const ends = [...truth.desired(clock).values()].flatMap(({ untils }) => untils).filter((one) => one + deed.plus > clock);
        if (ends.length > 0) clock = Math.min(...ends) + deed.plus;
        return undefined;
      }
      case 'run':
        return void (await run(deed));
    }
  }

  return {
    do: act,
    /** Runs without faults until nothing is left to do: the second must already find it so. What the last run found so is so. */
    settle: async () => {
      if (script.storm === true) stormedAfter = await weathered();
      if (idle && script.deeds.at(-1)?.do === 'run') return;
      for (settledAfter = 0; settledAfter < 3; settledAfter += 1) {
        const told = await run(CALM);
        if (told?.changes === 0) break;
        clock = nextSecond(clock);
      }
      if (settledAfter > 2) broken({ promise: 'P6', what: 'two runs without faults did not bring it to rest' });
    },
    sum: () => ({
      digest: hash('sha256', history.join('\0')),
      reached,
      calls,
      runs,
      settledAfter,
      ...(stormedAfter === undefined ? {} : { stormedAfter }),
      written,
      standing: live()
        .filter((one) => isOurs(one, truth))
        .map((one) => one.triple),
      codes,
    }),
  };
}

/** What the engine prints for machines, as far as it is looked at here. */
interface Printed {
  readonly changes?: readonly unknown[];
  readonly held?: readonly unknown[];
  readonly refusals?: readonly { readonly code: string }[];
  readonly findings?: readonly unknown[];
  readonly outcomes?: readonly {
    readonly status: string;
    readonly change: { readonly cloud: 'gcp' | 'azure'; readonly scope: string; readonly role: string; readonly principal: string };
    readonly evidence: string | null;
    readonly failure: { readonly message: string } | null;
  }[];
}

/** Undefined where no plan was made. */
function toldOf(json: object): Told | undefined {
  const { changes, held = [], refusals = [], findings = [], outcomes = [] } = json as Printed;
  if (changes === undefined) return undefined;
  return {
    refusals: refusals.length,
    codes: refusals.map(({ code }) => code),
    held: held.length,
    findings: findings.length,
    changes: changes.length,
    outcomes: outcomes.map(({ status, change: { cloud, scope, role, principal }, evidence, failure }) => ({
      triple: tripleOf(
        cloud,
        scope,
        cloud === 'gcp' ? role : (AZURE_ROLES[role as keyof typeof AZURE_ROLES] ?? role),
        PEOPLE[principal]?.[cloud] ?? principal,
      ),
      status,
      evidence: evidence !== null && evidence !== '',
      message: failure?.message ?? '',
    })),
  };
}

function lineOf(deed: Omit<RunDeed, 'do'>, now: number, died: boolean, told: Told | undefined, watched: Watched): string {
  const did = watched.written.map(({ verb, triple }) => `${verb} ${triple}`).join('; ');
  const said =
    told === undefined
      ? died
        ? 'died'
        : 'made no plan'
      : `${told.changes} changes, ${told.held} held, refusals ${told.codes.join(' ') || 'none'}`;
  const outcomes =
    told?.outcomes.filter(({ status }) => status !== 'applied').map(({ status, triple, message }) => `${status} ${triple} ${message}`) ??
    [];
  return `  run at ${instantText(now)} (${deed.checkout}, forge ${deed.forge}): ${said}${did === '' ? '' : `; wrote: ${did}`}${outcomes.length === 0 ? '' : `; ${outcomes.join('; ')}`}`;
}
