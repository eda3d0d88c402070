import type { Directory } from '../../domain/directory.ts';
import type { Grant } from '../../domain/grant.ts';
import { type Instant, later } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { PolicyEffect } from '../../domain/policy-effect.ts';
import { judgements } from '../../policy/judge.ts';
import type { Rule } from '../../policy/rule.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { expand, type Unit } from '../../reconcile/expand.ts';
import { proposalOf, rulesOf } from './judge.ts';

/** What new control files do to grants, and to who somebody is, against those before them. */
export interface PolicyEffects {
  readonly effects: readonly PolicyEffect[];
  /** How many grants have not ended, as their files say. */
  readonly open: number;
}

export async function policyEffects(
  grants: readonly Grant[],
  before: Control,
  after: Control,
  { clouds, now }: { readonly clouds: Clouds; readonly now: Instant },
): Promise<PolicyEffects> {
  const open = grants.filter(({ expires, grace }) => later(expires, grace) > now);
  const effects = [...identityEffects(before.directory, after.directory), ...(await grantEffects(open, [before, after], clouds, now))];
  return { effects, open: open.length };
}

async function grantEffects(
  open: readonly Grant[],
  [old, next]: readonly [Control, Control],
  clouds: Clouds,
  now: Instant,
): Promise<readonly PolicyEffect[]> {
  const rules = [await rulesOf(old), await rulesOf(next)] as const;
  const refusals = (grant: Grant, control: Control, own: readonly Rule[]) =>
    new Map(
      judgements(proposalOf(grant, expand(grant, control, clouds).units, control, clouds, now), own)
        .filter(({ finding }) => finding.severity === 'error')
        .map(({ rule, finding }) => [rule.id, `${rule.id}: ${finding.message}`]),
    );
  return open.flatMap((grant) => {
    const [had, has] = [bindings(grant, old, clouds), bindings(grant, next, clouds)];
    const [was, is] = [refusals(grant, old, rules[0]), refusals(grant, next, rules[1])];
    return [
      ...effectsOf('withdrawn', grant.id, missing(had, has)),
      ...effectsOf('wider', grant.id, missing(has, had)),
      ...effectsOf('refused', grant.id, missing(is, was)),
      ...effectsOf('allowed', grant.id, missing(was, is)),
    ];
  });
}

/** What a grant comes to, by what tells one binding from another. */
function bindings(grant: Grant, control: Control, clouds: Clouds): ReadonlyMap<string, string> {
  return new Map(
    expand(grant, control, clouds).units.map((unit) => [keyOf(unit), `${unit.role} at ${unit.scope.path} for ${unit.member.shown}`]),
  );
}

function keyOf({ scope, role, member, condition = '' }: Unit): string {
  return [scope.cloud, scope.key, role, member.id, condition].join('\n');
}

function missing(of: ReadonlyMap<string, string>, from: ReadonlyMap<string, string>): readonly string[] {
  return [...of].filter(([key]) => !from.has(key)).map(([, text]) => text);
}

function effectsOf(kind: PolicyEffect['kind'], name: string, texts: readonly string[]): readonly PolicyEffect[] {
  return texts.map((what) => ({ kind, name, what }));
}

/** Who signs in, and who is let in, under a name that stays: such a change could hand one person's access to another. */
function identityEffects(old: Directory, next: Directory): readonly PolicyEffect[] {
  return [...old.values()].flatMap(({ name, github = '', identities }) => {
    const now = next.get(name);
    if (now === undefined) return [];
    const pairs: readonly (readonly [string, string, string])[] = [
      ['login', github, now.github ?? ''],
      ...[...new Set([...identities.keys(), ...now.identities.keys()])].map(
        (cloud) => [cloud, identities.get(cloud) ?? '', now.identities.get(cloud) ?? ''] as const,
      ),
    ];
    const changed = pairs.filter(([, from, to]) => from !== to);
    return changed.map(([which, from, to]): PolicyEffect => ({
      kind: 'identity',
      name,
      what: `${which} ${from || 'none'} becomes ${to || 'none'}`,
    }));
  });
}
