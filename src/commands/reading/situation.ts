import { type CloudName, type Scope, scopeKey } from '../../domain/access.ts';
import { bindingOf } from '../../domain/change.ts';
import { later } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { RoleFacts } from '../../domain/role-facts.ts';
import type { CloudReader } from '../../providers/provider.ts';
import type { ClaimSource } from '../../reconcile/claims.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { type Expand, expander, type Unit } from '../../reconcile/expand.ts';
import { makePlan, type Planned, type PlanInput } from '../../reconcile/plan.ts';
import { recalled } from '../../reconcile/recalls.ts';
import type { Context } from '../context.ts';
import { type LedgerSight, recentWithdrawals, recordedIn, scopesOfLost, writtenIn } from '../ledger/sight.ts';
import type { Ahead } from './ahead.ts';
import { type Ancestry, ancestryFrom } from './ancestry.ts';
import { askAhead } from './ask-ahead.ts';
import type { Basis } from './basis.ts';
import { discoverAll, type Found, type Search, withStandbys } from './discovery.ts';
import { type Beside, type Early, earlyOn, isWorthIt } from './early.ts';
import { equipped } from './equip.ts';
import { withForesight } from './foresight.ts';
import { boundsOf, distinctScopes, gateFor } from './gate.ts';
import { openReaders } from './open-readers.ts';
import { restingOnRecord } from './remembered.ts';
import { NOTHING_TOLD, onPublishedRoles, sweepAll, type Told } from './sweep.ts';
import { syntaxesOf } from './syntaxes.ts';
import { type Line, lookUpRoles, newLine, oneForEachRole, readThrough, type Survey, survey, withTold } from './survey.ts';
import { glassRoles, unitsNamedBy, unitsOf } from './units.ts';

/** Everything that a plan was made from, for the writers and the texts that follow. */
export interface Situation {
  readonly basis: Basis;
  readonly control: Control;
  readonly clouds: Clouds;
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly survey: Survey;
  readonly planned: Planned;
  /** What the clouds told of the roles that grants ask for; worked out for whoever asks, which is after the writes. */
  readonly roles: () => readonly ToldRole[];
  /** What the indexes of the clouds told, where they were asked. */
  readonly found?: Found;
  /** What they told instead of reads. */
  readonly told: Told;
}

/** A role as its cloud told of it. */
export interface ToldRole {
  readonly cloud: CloudName;
  readonly facts: Extract<RoleFacts, { ok: true }>;
}

/** The clouds in which a run is to keep, change or take away something. */
export function cloudsIn({ planned }: Situation): ReadonlySet<CloudName> {
  const { changes, held } = planned.plan;
  const bindings = [...[...planned.desired.values()].map(({ binding }) => binding), ...[...changes, ...held].map(bindingOf)];
  return new Set(bindings.map(({ scope }) => scope.cloud));
}

export interface SurveyOptions {
  /** Of whom a person confirmed that the recall takes what is not ours too. */
  readonly recallsForeign: string | false;
  /** What earlier runs wrote down; absent where a run neither reads nor writes a ledger. */
  readonly ledger?: LedgerSight;
  /** Reads that were begun before. */
  readonly ahead?: Ahead;
  /** Done with each reading while others are still to come, where there is time for it. */
  readonly beside?: Beside;
  /** Further scopes to read, such as all that policy lets us look at. */
  readonly also: readonly Scope[];
  /** Whom to look for in the indexes of the clouds; what they name is read, too. */
  readonly search?: Search;
  /** Bounds of which the indexes tell all, instead of a read of each scope; and what of a plan on their word is to be read after all. */
  readonly sweep?: { readonly bounds: readonly Scope[]; readonly confirm: (situation: Situation) => Promise<readonly Scope[]> };
}

/** Asks the clouds about every scope that matters, and plans. `control` is the state of the control files that counts. */
export async function surveyAndPlan(context: Context, basis: Basis, control: Control, options: SurveyOptions): Promise<Situation> {
  const sight = await lookAtClouds(context, basis, control, options);
  const plan = async (on: Basis, at: Sight): Promise<Situation> => {
    const situation = await planOn(at, context, on, control, options);
    const unproved = restingOnRecord(situation.planned, on.remembered);
    // Proofs change nothing of what there is to read: every scope that history ever asked for was read already.
    return unproved.length === 0 ? situation : plan(await on.proved(unproved), at);
  };
  const situation = await plan(basis, sight);
  const open = (await options.sweep?.confirm(situation)) ?? [];
  return open.length === 0 ? situation : plan(situation.basis, await confirmed(sight, open, context));
}

/** An index lags, so what it says is read again where it matters; what we may not read stays as the index has it, unless Git names it. */
async function confirmed(sight: Sight, open: readonly Scope[], context: Context): Promise<Sight> {
  const { seen, told, known } = sight;
  const fresh = await survey(open, readThrough(sight.readers, sight.line, context.clock), context.progress);
  const ours = new Set(known.map(scopeKey));
  const unread = fresh.unread.filter(({ scope }) => ours.has(scopeKey(scope)));
  const gone = new Set(unread.map(({ scope }) => scopeKey(scope)));
  const readings = new Map([...seen.readings, ...fresh.readings].filter(([key]) => !gone.has(key)));
  const unconfirmed = fresh.unread
    .map(({ scope }) => scope)
    .filter((scope) => !ours.has(scopeKey(scope)) && told.readings.has(scopeKey(scope)));
  const all = { readings, unread: [...seen.unread, ...unread], skews: new Map([...seen.skews, ...fresh.skews]) };
  const left = new Map([...told.readings].filter(([key]) => !fresh.readings.has(key) && !gone.has(key)));
  return { ...sight, seen: all, told: { ...told, readings: left, unconfirmed }, role: await sight.rolesOf(all) };
}

/** What the clouds said, and what is known of roles and of what lies above scopes. */
interface Sight {
  readonly clouds: Clouds;
  readonly expand: Expand;
  readonly controlAt: (position: number) => Control;
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly seen: Survey;
  readonly role: ClaimSource['role'];
  readonly ancestry: Ancestry;
  readonly bounds: readonly Scope[];
  readonly found?: Found;
  readonly told: Told;
  /** Scopes that Git names. */
  readonly known: readonly Scope[];
  readonly line: Line;
  readonly rolesOf: (seen: Survey) => Promise<ClaimSource['role']>;
  /** What was worked out before the last answer, and on what; where nothing that was read asks for more. */
  readonly early?: { readonly basis: Basis; readonly whole: ClaimSource; readonly diffs: Early['diffs'] };
  readonly record: OnRecord;
}

async function lookAtClouds(context: Context, basis: Basis, control: Control, options: SurveyOptions): Promise<Sight> {
  const clouds: Clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  // What was begun for another state of the control files, or for a run that asks the indexes, is nothing to build on.
  const ahead = options.sweep === undefined && options.ahead?.control === control ? options.ahead : undefined;
  const expand = ahead?.expand ?? expander(clouds);
  const controlAt = (position: number) => basis.control.at(position) ?? control;
  const units = unitsOf(basis, { control, controlAt, expand });
  const opened = ahead?.readers ?? (await openReaders(context, control, `grantkeeper ${control.policy.stamp} ${basis.history.commit}`));
  const readers = options.sweep === undefined ? opened : await onPublishedRoles(opened, context.clouds);
  const line = ahead?.line ?? newLine();
  const lost = scopesOfLost(options.ledger, basis.history.grants, control, clouds);
  const known = distinctScopes([...units.all.map((unit) => unit.scope), ...lost, ...options.also]);
  const found = options.search && (await discoverAll(options.search, readers, known, line));
  const told = options.sweep === undefined ? NOTHING_TOLD : await sweepAll(options.sweep.bounds, readers, known, line);
  const scopes = (found === undefined ? known : distinctScopes([...known, ...found.scopes])).filter(
    (scope) => !told.readings.has(scopeKey(scope)),
  );
  const ancestry = ancestryFrom(readers, line);
  const bounds = boundsOf(control, clouds);
  // What the readings will most likely ask for is asked while they come in; both remember what they were told.
  const ask = askAhead(units.wanted, ancestry, bounds, clouds);
  const record = onRecord(options.ledger, context);
  const isMuch = isWorthIt(scopes.length, context);
  if (isMuch) context.holdMuch?.();
  const early =
    options.sweep === undefined && found === undefined && isMuch
      ? earlyIn(context, basis, { control, controlAt, expand, clouds, readers, record }, units.wanted, options.beside)
      : undefined;
  const [surveyed] = await Promise.all([
    survey(scopes, ahead?.read ?? readThrough(readers, line, context.clock), context.progress, (reading) => {
      ask(reading);
      early?.see(reading);
    }),
    lookUpRoles(oneForEachRole(units.wanted), readers, line).then(() => early?.begin()),
  ]);
  early?.stop();
  const read = found === undefined ? surveyed : { ...surveyed, readings: withStandbys(surveyed.readings, found.standbys) };
  // What an index told is compared and no more, so nothing need be asked about it.
  const seen = withTold(await equipped(read, units, readers, line), told, context.clock());
  const rolesOf = ({ readings, ...more }: Survey) =>
    lookUpRoles(
      [
        ...units.wanted,
        ...unitsNamedBy({ readings, ...more }, basis, control, controlAt, expand),
        ...glassRoles({ readings, ...more }, control),
      ].filter(({ scope }) => readings.has(scopeKey(scope))),
      readers,
      line,
    );
  const whole = seen.unread.length === 0 && early?.tells(seen.readings.values()) === true ? early.source() : undefined;
  const role = whole === undefined ? await rolesOf(seen) : (scope: Scope, text: string) => whole.role(scope, text);
  const more = {
    record,
    told,
    known,
    line,
    rolesOf,
    ...(found === undefined ? {} : { found }),
    ...(early === undefined || whole === undefined ? {} : { early: { basis, whole, diffs: early.diffs } }),
  };
  return { clouds, expand, controlAt, readers, seen, role, ancestry, bounds, ...more };
}

/** What the ledger says of bindings that were written. */
type OnRecord = Pick<PlanInput, 'written' | 'recorded'>;

function onRecord(ledger: LedgerSight | undefined, { hash }: Pick<Context, 'hash'>): OnRecord {
  const written = ledger === undefined ? new Map<string, ReadonlySet<string>>() : writtenIn(ledger);
  return {
    ...(ledger?.ok === true ? { recorded: recordedIn(ledger) } : {}),
    written: (triple, grant) => {
      const grants = written.size === 0 ? undefined : written.get(`sha256:${hash(triple)}`);
      return grants !== undefined && (grant === undefined || grants.has(grant));
    },
  };
}

interface Means {
  readonly control: Control;
  readonly controlAt: (position: number) => Control;
  readonly expand: Expand;
  readonly clouds: Clouds;
  readonly readers: ReadonlyMap<CloudName, CloudReader>;
  readonly record: OnRecord;
}

function earlyIn(
  context: Context,
  basis: Basis,
  { control, controlAt, expand, clouds, readers, record }: Means,
  wanted: readonly Unit[],
  beside: Beside | undefined,
): Early {
  const sourceWith = (role: ClaimSource['role']) => sourceOn(basis, { control, controlAt, expand, role });
  return earlyOn({ basis, wanted, readers, clouds, context, sourceWith, record, ...(beside === undefined ? {} : { beside }) });
}

function sourceOn(
  { timelines, control: { states }, recalled: away }: Basis,
  means: Pick<ClaimSource, 'control' | 'controlAt' | 'expand' | 'role'>,
): ClaimSource {
  return { timelines, directories: states.map((state) => state.directory), recalled: away, ...means };
}

async function planOn(sight: Sight, context: Context, basis: Basis, control: Control, options: SurveyOptions): Promise<Situation> {
  const { clouds, expand, controlAt, readers, seen, role, ancestry, bounds } = sight;
  const whole = sight.early?.basis === basis ? sight.early.whole : sourceOn(basis, { control, controlAt, expand, role });
  const source = seen.unread.length === 0 ? whole : { ...whole, expand: withinSight(expand, seen) };
  const recallsForeign = identitiesOf(options.recallsForeign, source.directories, clouds);
  const gate = await gateFor(source, whole, seen, clouds, { ancestry, bounds, recallsForeign, readers }, context, basis);
  const { ledger } = options;
  const input: PlanInput = {
    at: context.now,
    cloudTimes: [...seen.skews.values()].map((skew) => later(context.now, skew)),
    commit: basis.history.commit,
    ...(basis.unconfirmed === undefined ? {} : { unconfirmed: basis.unconfirmed }),
    ...(basis.history.rewritten === undefined ? {} : { rewritten: basis.history.rewritten }),
    source,
    clouds,
    readings: [...seen.readings.values()],
    unread: seen.unread,
    controlFindings: basis.control.findings,
    gate,
    recallsForeign,
    recentWithdrawals: ledger === undefined ? new Set() : recentWithdrawals(ledger, context.now, control.policy.guard.withdrawals.window),
    ...(ledger?.ok === true ? { spent: new Set(ledger.ledger.state.spent.keys()) } : {}),
    ...sight.record,
    ...(sight.early?.basis === basis ? { early: sight.early.diffs } : {}),
    holdsStart: (wish) => {
      const reading = seen.readings.get(scopeKey(wish.binding.scope));
      return reading !== undefined && readers.get(reading.scope.cloud)?.holdsStart?.(reading, wish) === true;
    },
    hash: context.hash,
  };
  const planned = withForesight(makePlan(input), seen.readings, readers, context.hash);
  const { found, told } = sight;
  const roles = () => toldBy(role, unitsOf(basis, { control, controlAt, expand }).wanted);
  return { basis, control, clouds, readers, survey: seen, planned, roles, told, ...(found === undefined ? {} : { found }) };
}

function toldBy(role: ClaimSource['role'], units: readonly Unit[]): readonly ToldRole[] {
  const told = units.flatMap(({ scope, role: text }): readonly ToldRole[] => {
    const facts = role(scope, text);
    return facts?.ok === true ? [{ cloud: scope.cloud, facts }] : [];
  });
  return [...new Map(told.map((one) => [`${one.cloud}\n${one.facts.role.id}`, one])).values()];
}

/** What lies at a scope that was not read falls away alone: the same grant is decided on wherever it can be seen. */
function withinSight(expand: Expand, seen: Survey): Expand {
  return (grant, control) => {
    const { units, notes } = expand(grant, control);
    return { units: units.filter((unit) => seen.readings.has(scopeKey(unit.scope))), notes };
  };
}

/** What a principal is known as in the clouds; nobody's where none is named. */
function identitiesOf(principal: string | false, directories: ClaimSource['directories'], clouds: Clouds): ReadonlySet<string> {
  if (principal === false) return new Set();
  return recalled([{ name: principal, principal, standing: true }], directories, clouds).members;
}
