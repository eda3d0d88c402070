import { type Scope, scopeKey } from '../../domain/access.ts';
import { humansBehind } from '../../domain/directory.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { Recall } from '../../domain/recall.ts';
import type { Asked, HeldAccess, PastUse, PoweredAccess, Use } from '../../policy/asked.ts';
import { judge } from '../../policy/judge.ts';
import type { Rule } from '../../policy/rule.ts';
import { rulesWith } from '../../policy/rules.ts';
import type { Claim, ClaimSource } from '../../reconcile/claims.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { beginOf, endOf } from '../../reconcile/end.ts';
import type { Unit } from '../../reconcile/expand.ts';
import { type Above, placeOver } from '../../reconcile/place.ts';
import { recalled } from '../../reconcile/recalls.ts';
import type { Timeline } from '../../reconcile/timeline.ts';
import type { Context } from '../context.ts';
import type { Basis } from './basis.ts';

/** The rules of an organisation: the typed ones and its own, which are compiled only where there are any. */
export async function rulesOf(control: Control): Promise<readonly Rule[]> {
  if (control.policy.rules.length === 0) return rulesWith([]);
  const { compileRules } = await import('../../policy/cel.ts');
  const compiled = compileRules(control.policy.rules, control.policy.source);
  return rulesWith(compiled.ok ? compiled.rules : [brokenRules(compiled.findings)]);
}

/** Rules that do not compile refuse everything: a rule that is not understood is not taken for one that holds. */
function brokenRules(findings: readonly Finding[]): Rule {
  const message = `a rule of policy/policy.yaml does not compile: ${findings.map((finding) => finding.message).join('; ')}`;
  return {
    id: 'broken-rules',
    code: 'GK2190',
    severity: 'error',
    summary: 'Every rule compiles',
    judge: () => [{ pointer: '', message, hint: 'Mend policy/policy.yaml first.' }],
  };
}

/** What lies above scopes, and what others gave by hand: what clouds must be asked for, beside what a docket knows. */
export interface Circumstances {
  readonly above: Above;
  readonly standing: readonly PoweredAccess[];
}

/** All that policy needs to judge the claims of a run. */
export interface Docket {
  /** What policy says against a grant, before its claims are first written or extended. */
  readonly judge: (grant: string, claims: readonly Claim[], circumstances: Circumstances) => readonly Finding[];
  /** The grants, some at a time, to be heard while nothing is known of what lies above: most will need no second hearing. */
  readonly hearings: () => Iterable<() => void>;
}

interface Heard {
  readonly own: readonly Claim[];
  readonly findings: readonly Finding[];
}

const dockets = new WeakMap<readonly Claim[], Promise<Docket>>();

/** The claims of a run, and what they are judged by. */
interface Matter {
  readonly source: ClaimSource;
  readonly claims: readonly Claim[];
  readonly basis: Basis;
  readonly context: Pick<Context, 'now' | 'clouds'>;
  readonly clouds: Clouds;
}

/** Worked out once for all claims of a run. */
export function docketOf(matter: Matter): Promise<Docket> {
  const docket = dockets.get(matter.claims) ?? newDocket(matter);
  dockets.set(matter.claims, docket);
  return docket;
}

/** How many grants are heard at a time. */
const AT_A_TIME = 20;

async function newDocket({ source, claims, basis, context, clouds }: Matter): Promise<Docket> {
  const { control } = source;
  const rules = await rulesOf(control);
  const alone = await conditionChecks(claims, context);
  const live = claims.filter((claim) => claim.until > context.now);
  const held = heldByHuman(live, control);
  const powered = live.filter(({ parts = [] }) => parts.length > 0);
  const past = pastUses(basis, source, context.now);
  const hear = (id: string, own: readonly Claim[], { above, standing }: Circumstances): readonly Finding[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { grant, landing } = first.standing;
    const humans = humansOf(grant, control);
    const beside = () => powered.filter((claim) => claim.grant !== id).map((claim) => powerOf(claim, above));
    const asked: Asked = {
      grant,
      control,
      now: context.now,
      landing,
      end: endOf(grant, landing),
      uses: own.map((claim) => useOf(claim, control, clouds, above)),
      held: humans.flatMap((human) => held.get(human) ?? []).filter((one) => one.grant !== id),
      history: humans.flatMap((human) => past().get(human) ?? []).filter((use) => use.grant !== id || use.to <= landing),
      ...(own.some(isPowered) ? { beside: [...beside(), ...standing] } : {}),
      clouds,
    };
    return [...own.flatMap(alone), ...judge(asked, rules).filter((finding) => finding.severity === 'error')];
  };
  const heard = new Map<string, Heard>();
  const byGrant = [...Map.groupBy(live, (claim) => claim.grant)].filter(([, own]) => !own.some(isPowered));
  return {
    judge: (id, own, circumstances) => {
      const known = heard.get(id);
      return known !== undefined && isSame(known.own, own) && own.every((claim) => isAlone(claim, circumstances.above))
        ? known.findings
        : hear(id, own, circumstances);
    },
    *hearings() {
      for (let at = 0; at < byGrant.length; at += AT_A_TIME) {
        const some = byGrant.slice(at, at + AT_A_TIME);
        yield () => {
          for (const [id, own] of some) heard.set(id, { own, findings: hear(id, own, { above: (scope) => [scope], standing: [] }) });
        };
      }
    },
  };
}

function isPowered({ parts = [] }: Claim): boolean {
  return parts.length > 0;
}

function isSame(some: readonly Claim[], others: readonly Claim[]): boolean {
  return some.length === others.length && some.every((claim, at) => claim === others[at]);
}

/** Whether nothing is known of what lies above its scope. */
function isAlone({ unit: { scope } }: Claim, above: Above): boolean {
  return above(scope).length === 1;
}

/** An own condition that could get out of the brackets around it is never written, whoever approved it. */
async function conditionChecks(claims: readonly Claim[], context: Pick<Context, 'clouds'>): Promise<(claim: Claim) => readonly Finding[]> {
  const clouds = new Set(claims.flatMap((claim) => (claim.unit.condition === undefined ? [] : [claim.unit.scope.cloud])));
  const checks = new Map(await Promise.all([...clouds].map(async (cloud) => [cloud, await context.clouds[cloud]?.conditions()] as const)));
  return ({ unit, standing }) => {
    const parsed = unit.condition === undefined ? undefined : checks.get(unit.scope.cloud)?.(unit.condition, unit.role);
    if (parsed === undefined || parsed.ok) return [];
    const at = standing.grant.source.place(unit.pointer);
    return [
      {
        code: 'GK1502',
        severity: 'error',
        message: `its own condition does not stand alone: ${parsed.problem}`,
        at,
        ...(parsed.hint === undefined ? {} : { hint: parsed.hint }),
      },
    ];
  };
}

/** What policy says against a grant as it is proposed: roles are not looked up, and nothing is known of other grants. */
export function judgeProposal(
  grant: Grant,
  units: readonly Unit[],
  control: Control,
  clouds: Clouds,
  now: Instant,
  rules: readonly Rule[],
  recalledNames: ReadonlySet<string>,
): readonly Finding[] {
  return judge({ ...proposalOf(grant, units, control, clouds, now), recalled: recalledNames }, rules);
}

/** Every name of whom some file of recalls/ speaks, with all names of the same person. */
export function recalledBy(recalls: readonly Recall[], { directory }: Control, clouds: Clouds): ReadonlySet<string> {
  const states = recalls.map(({ name, principal }) => ({ name, principal, standing: true }));
  return recalled(states, [directory], clouds).names;
}

/** A grant as it is proposed, with nothing beside it. */
export function proposalOf(grant: Grant, units: readonly Unit[], control: Control, clouds: Clouds, now: Instant): Asked {
  const uses = units.map((unit) => unitUse(unit, control, clouds, (scope) => [scope]));
  return { grant, control, now, end: endOf(grant, now), uses, held: [], history: [], clouds };
}

function powerOf({ unit, binding: { scope }, grant, begins, until, parts = [] }: Claim, above: Above): PoweredAccess {
  const over = above(scope);
  const known = over.length > 1 ? { above: over } : {};
  return { principal: unit.principal, role: `${unit.role} of ${grant}`, scope, parts, from: begins, until, ...known };
}

function useOf(claim: Claim, control: Control, clouds: Clouds, above: Above): Use {
  const { role } = claim.binding;
  const use = unitUse(claim.unit, control, clouds, above);
  const { parts = [], privileged } = claim;
  const known = { cloud: claim.unit.scope.cloud, text: claim.unit.role, aliases: [role.id, role.name], privileged, parts };
  return { ...use, role: known, roleKey: role.id };
}

function unitUse(unit: Unit, control: Control, clouds: Clouds, above: Above): Use {
  const place = placeOver(unit.scope, control, clouds, above)?.place;
  return {
    principal: unit.principal,
    ...(unit.catalogueRole === undefined ? {} : { catalogueRole: unit.catalogueRole.name }),
    role: { cloud: unit.scope.cloud, text: unit.role },
    ...(place === undefined ? {} : { place }),
    env: place?.env ?? 'none',
    scope: unit.scope.path,
    above: above(unit.scope),
    roleKey: unit.role,
    scopeKey: keyOf(unit.scope),
    pointer: unit.pointer,
  };
}

function keyOf(scope: Scope): string {
  return scopeKey(scope);
}

function humansOf(grant: Grant, control: Control): readonly string[] {
  return [...new Set(grant.principals.flatMap((name) => holders(name, control)))];
}

function holders(name: string, control: Control): readonly string[] {
  const humans = humansBehind(control.directory, name);
  return humans.length > 0 ? humans : [name];
}

type Held = HeldAccess & { readonly grant: string };

function heldByHuman(claims: readonly Claim[], control: Control): ReadonlyMap<string, readonly Held[]> {
  const held = new Map<string, Held[]>();
  for (const claim of claims) {
    const { unit, binding, begins, until, grant } = claim;
    const catalogue = unit.catalogueRole === undefined ? {} : { catalogueRole: unit.catalogueRole.name };
    const access: Held = {
      grant,
      principal: unit.principal,
      ...catalogue,
      roleKey: binding.role.id,
      scopeKey: keyOf(binding.scope),
      from: begins,
      until,
    };
    for (const human of holders(unit.principal, control)) add(held, human, access);
  }
  return held;
}

type Past = PastUse & { readonly grant: string };

/** Who held what, by every id that ever stood; worked out once, when the first grant is judged. */
function pastUses(basis: Basis, source: ClaimSource, now: Instant): () => ReadonlyMap<string, readonly Past[]> {
  let known: ReadonlyMap<string, readonly Past[]> | undefined;
  return () => {
    if (source.control.policy.grants.maxTotal === undefined) return new Map();
    known ??= collectPast(basis, source, now);
    return known;
  };
}

function collectPast(basis: Basis, source: ClaimSource, now: Instant): ReadonlyMap<string, readonly Past[]> {
  const past = new Map<string, Past[]>();
  for (const timeline of basis.timelines.values()) {
    const { standing } = timeline;
    if (standing === undefined) continue;
    for (const unit of source.expand(standing.grant, source.controlAt(standing.landed.position)).units) {
      const facts = source.role(unit.scope, unit.role);
      const roleKey = facts?.ok === true ? facts.role.id : unit.role;
      for (const person of holders(unit.principal, source.control)) {
        for (const { from, to } of spansOf(timeline, now))
          add(past, person, { grant: timeline.id, person, roleKey, scopeKey: keyOf(unit.scope), from, to });
      }
    }
  }
  return past;
}

/** From the first landing to the one that counts, and from there to the end, or to the deletion of the file. */
export function spansOf(timeline: Timeline, now: Instant): readonly { readonly from: Instant; readonly to: Instant }[] {
  const standing = timeline.standing as NonNullable<Timeline['standing']>;
  const deleted = timeline.tip.body.kind === 'deleted' ? timeline.tip.at : undefined;
  const end = Math.min(endOf(standing.grant, standing.landing), deleted ?? Infinity) as Instant;
  const first = timeline.firstLanded?.at ?? standing.landing;
  const spans = [
    { from: first, to: Math.min(standing.landing, end) as Instant },
    { from: beginOf(standing.grant, standing.landing), to: end },
  ];
  return spans.filter(({ from, to }) => from < to && from <= now);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
