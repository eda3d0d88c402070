import type { Seen } from './eyes.ts';
import type { Truth } from './truth.ts';
import type { Write } from './watch.ts';

/** A promise that was not kept, in words. */
export interface Breach {
  readonly promise: string;
  readonly what: string;
}

/** What the observer keeps of one run of ours while it goes on. */
export interface Watched {
  /** The run's instant, and how far its clock is ahead of the world's, in milliseconds. */
  readonly now: number;
  readonly skew: number;
  /** How far the clock of any run so far was behind, in milliseconds: what landed ahead of it may end so much sooner. */
  readonly behind: number;
  /** At the tip, with a forge that says so: alone then may anything but what is due be done. */
  readonly confirmed: boolean;
  /** Nothing goes wrong and nobody else is there. */
  readonly clean: boolean;
  /** The clouds answer as they should, and the checkout knows every grant: what is past its own end must go, confirmed or not. */
  readonly calm: boolean;
  /** Bindings of ours when it began. */
  readonly ours: readonly Seen[];
  readonly limit: number;
  planning: boolean;
  gave: boolean;
  readonly withdrawn: Set<string>;
  readonly written: { readonly triple: string; readonly verb: Verb }[];
}

type Verb = 'grant' | 'extend' | 'retitle' | 'restore' | 'shorten' | 'revoke';

const breach = (promise: string, what: string): Breach => ({ promise, what });

/** Ours: our mark, with an id that somebody asked under for this very access. */
export function isOurs(seen: Seen, truth: Truth): boolean {
  return seen.id !== undefined && truth.known(seen.id) && truth.asked(seen.id, seen.triple);
}

const oursAmong = (all: readonly Seen[], truth: Truth) => all.filter((one) => isOurs(one, truth));
const foreignAmong = (all: readonly Seen[], truth: Truth) => all.filter((one) => !isOurs(one, truth)).map((one) => one.raw);

/** Judges one write of a run of ours, at the moment that it takes effect. */
export function judgeWrite(run: Watched, write: Write, truth: Truth, clock: number): Breach | undefined {
  if (run.planning) return breach('P10', 'wrote while it planned');
  const [was, is] = [foreignAmong(write.before, truth), foreignAmong(write.after, truth)];
  const made = is.find((raw) => !was.includes(raw));
  if (made !== undefined) return breach('P4', `made what nobody asked for: ${made}`);
  if (was.join('\n') !== is.join('\n'))
    return breach('P2', `changed what is not ours: ${was.find((raw) => !is.includes(raw)) ?? 'its order'}`);
  if (write.around[0] !== write.around[1]) return breach('P2', `changed what stands around the bindings: ${write.around.join(' -> ')}`);
  const [before, after] = [oursAmong(write.before, truth), oursAmong(write.after, truth)];
  const gone = before.filter((one) => !after.some((other) => other.raw === one.raw));
  const come = after.filter((one) => !before.some((other) => other.raw === one.raw));
  for (const triple of new Set([...gone, ...come].map((one) => one.triple))) {
    const found = judgeTriple(
      run,
      { triple, gone: gone.filter((one) => one.triple === triple), come: come.filter((one) => one.triple === triple), after },
      truth,
      clock,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Step {
  readonly triple: string;
  readonly gone: readonly Seen[];
  readonly come: readonly Seen[];
  readonly after: readonly Seen[];
}

function judgeTriple(run: Watched, step: Step, truth: Truth, clock: number): Breach | undefined {
  const verb = verbOf(step, truth, run.now);
  run.written.push({ triple: step.triple, verb });
  const takes = verb === 'revoke' || verb === 'shorten';
  if (takes && run.gave) return breach('P5', `took ${step.triple} after it had given`);
  if (verb === 'grant' || verb === 'extend') run.gave = true;
  for (const come of step.come) {
    const found = judgeGiven(run, come, verb, truth);
    if (found !== undefined) return found;
  }
  return takes ? judgeTaken(run, step, verb, truth, clock) : undefined;
}

function verbOf({ triple, gone, come }: Step, truth: Truth, now: number): Verb {
  const [old] = gone;
  const [fresh] = come;
  if (fresh === undefined) return 'revoke';
  if (old === undefined) return 'grant';
  const ids = [old.id ?? '', ...(truth.desired(now).get(triple)?.ids ?? [])];
  if (old.until === undefined || fresh.until === undefined || !truth.hadEnd(ids, old.until)) return 'restore';
  return fresh.until === old.until ? 'retitle' : fresh.until > old.until ? 'extend' : 'shorten';
}

function judgeGiven(run: Watched, come: Seen, verb: Verb, truth: Truth): Breach | undefined {
  const { triple, until, id = '' } = come;
  const said = `${verb} ${triple} for ${id} until ${until === undefined ? 'no end' : new Date(until).toISOString()}`;
  if (until === undefined) return breach('P1', `${said}: no end stands in it`);
  if (!run.confirmed) return breach('P3', `${said}: the tip was not confirmed`);
  if (until <= run.now) return breach('P7', `${said}: that is past at ${new Date(run.now).toISOString()}`);
  const wish = truth.desired(run.now).get(triple);
  if (wish === undefined) return breach('P4', `${said}: nobody entitled approved it, or it is recalled, over or not asked for any more`);
  // By a clock that is behind, what landed ahead of it has landed now, and a length counts from there.
  const early = run.behind > 0 && until < wish.until && until >= Math.min(...wish.untils) - run.behind;
  if (!(early || wish.untils.includes(until)) || (run.clean && !wish.shaky && run.behind === 0 && wish.until !== until))
    return breach('P4', `${said}: approved is ${wish.untils.map((one) => new Date(one).toISOString()).join(', ')}`);
  if (!wish.ids.includes(id)) return breach('P8', `${said}: that grant did not ask for it; ${wish.ids.join(', ')} did`);
  if ((verb === 'grant' || verb === 'extend') && truth.frozen())
    return breach('P4', `${said}: a version of the control files waits for its approval`);
  const lives = run.ours.some((one) => one.id === id || truth.asked(id, one.triple));
  if (verb === 'grant' && truth.returned(id) && !lives) return breach('P4', `${said}: the id is spent`);
  return undefined;
}

function judgeTaken(run: Watched, step: Step, verb: Verb, truth: Truth, clock: number): Breach | undefined {
  const { triple, gone, after } = step;
  const past = Math.abs(run.skew) > 300_000 ? Math.min(run.now, clock) : run.now;
  const open = gone.filter((one) => one.until === undefined || one.until > past);
  if (open.length === 0 || truth.recalled(triple)) return undefined;
  const said = `${verb} ${triple} of ${gone.map((one) => one.id).join(', ')}`;
  if (!run.confirmed) return breach('P3', `${said}: neither past nor recalled, and the tip was not confirmed`);
  if (truth.bare()) return breach('P3', `${said}: there is no grant file at all, which is no decision`);
  if (truth.left(triple, run.now)) return undefined;
  const wish = truth.desired(run.now).get(triple);
  if (verb === 'revoke' && wish !== undefined && !after.some((one) => one.triple === triple))
    return breach('P3', `${said}: it is asked for and approved`);
  if (verb === 'revoke' && truth.lastEnd(triple) <= run.now) return undefined;
  run.withdrawn.add(triple);
  const limit = Math.max(run.limit, Math.floor(run.ours.length / 10));
  if (run.withdrawn.size > limit)
    return breach('P3', `${said}: ${run.withdrawn.size} withdrawals in one run, and the guard lets ${limit} through`);
  return undefined;
}

/** What a run said that it did. */
export interface Told {
  readonly refusals: number;
  readonly codes: readonly string[];
  readonly held: number;
  readonly findings: number;
  readonly changes: number;
  readonly outcomes: readonly { readonly triple: string; readonly status: string; readonly evidence: boolean; readonly message: string }[];
}

/** Judges what stands when a run has ended of itself, at this moment. */
export function judgeEnd(run: Watched, told: Told, live: readonly Seen[], truth: Truth, clock = run.now): Breach | undefined {
  const silent = run.written.find(({ triple }) => !told.outcomes.some((one) => one.triple === triple));
  if (silent !== undefined) return breach('P8', `wrote ${silent.triple} and told nothing of it`);
  const bare = told.outcomes.find((one) => one.status === 'applied' && !one.evidence);
  if (bare !== undefined) return breach('P8', `applied ${bare.triple} without evidence`);
  const over = run.calm
    ? live.find((one) => isOurs(one, truth) && one.until !== undefined && one.until <= run.now && !mayBeStale(run, one, truth))
    : undefined;
  if (over !== undefined)
    return breach('P1', `${over.triple} of ${over.id} is past its end and still there, whatever Git or the forge say`);
  return run.clean ? judgeClean(run, told, live, truth, clock) : undefined;
}

/** How long readers of Azure may show what stood before (Troubleshoot Azure RBAC), in milliseconds. */
const STALE = 600_000;

/**
 * Decision 26: where nothing may be given, and history gave the access a later end, an end on Azure that has just passed may be what
 * readers show from before a renewal.
 */
function mayBeStale(run: Watched, { cloud, triple, until = 0 }: Seen, truth: Truth): boolean {
  const waits = cloud === 'azure' && (!run.confirmed || truth.bare() || truth.frozen());
  return waits && run.now < until + STALE && truth.lastEnd(triple) > run.now;
}

function judgeClean(run: Watched, told: Told, live: readonly Seen[], truth: Truth, clock: number): Breach | undefined {
  const wished = truth.desired(run.now);
  // A run takes its time; what was over before its turn came is not given any more.
  const isTooLate = (triple: string) => (wished.get(triple)?.until ?? Infinity) <= clock;
  const failed = told.outcomes.find(
    ({ status, triple }) => !['applied', 'already-so', 'held'].includes(status) && !(status === 'failed' && isTooLate(triple)),
  );
  if (failed !== undefined) return breach('P6', `nothing was wrong, and ${failed.triple} ${failed.status}: ${failed.message}`);
  const ours = live.filter((one) => isOurs(one, truth));
  const kept = ours.find((one) => truth.recalledNow(one.triple));
  if (kept !== undefined) return breach('P5', `${kept.triple} of ${kept.id} is recalled and still there`);
  // Without any grant file only marks and recalls decide.
  if (truth.bare()) return undefined;
  const left = ours.find((one) => truth.left(one.triple, run.now));
  if (left !== undefined) return breach('P5', `${left.triple} of ${left.id}, who has left, is still there`);
  const late = ours.find((one) => !wished.has(one.triple) && truth.lastEnd(one.triple) <= run.now);
  if (late !== undefined) return breach('P5', `${late.triple} of ${late.id} outlived every end that it was given`);
  const changed = ours.find(
    (one) => wished.has(one.triple) && !truth.hadEnd([one.id ?? '', ...(wished.get(one.triple)?.ids ?? [])], one.until),
  );
  if (changed !== undefined && run.behind === 0)
    return breach('P3', `${changed.triple} of ${changed.id} has an end that somebody else wrote, and was not put right`);
  if (told.refusals > 0 || told.held > 0 || told.findings > 0) return undefined;
  const lacking = [...wished].find(
    ([triple, { until }]) => until > clock && !ours.some((one) => one.triple === triple && one.until === until),
  );
  if (lacking !== undefined && run.behind === 0)
    return breach('P6', `${lacking[0]} of ${lacking[1].ids.join(', ')} is approved and not there as it should be`);
  const more = ours.find((one) => !wished.has(one.triple));
  return more === undefined ? undefined : breach('P6', `${more.triple} of ${more.id} is there and nobody asks for it`);
}
