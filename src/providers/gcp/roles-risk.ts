import { verbRules } from './verb-rules.ts';

export interface Danger {
  readonly permission: string;
  readonly reason: string;
}

/** Each permission that a verb makes dangerous, by the first rule that fits. */
export function dangersByVerb(permissions: readonly string[]): readonly Danger[] {
  return permissions.flatMap((permission) => {
    const known = judged.get(permission) ?? judge(permission);
    judged.set(permission, known);
    return known;
  });
}

/** By permission; roles have most of theirs in common. */
const judged = new Map<string, readonly Danger[]>();

/** Most permissions only look: one pattern that none of their verbs fits is compiled sooner than those of every rule. */
const anyVerb = new RegExp(verbRules.map(({ verbs }) => verbs.source).join('|'));

function judge(permission: string): readonly Danger[] {
  const cut = permission.lastIndexOf('.');
  const [thing, verb] = [permission.slice(0, Math.max(0, cut)), permission.slice(cut + 1)];
  if (!anyVerb.test(verb)) return [];
  const rule = verbRules.find(({ things, verbs }) => things.test(thing) && verbs.test(verb));
  return rule === undefined ? [] : [{ permission, reason: rule.reason }];
}

const READS =
  /^(get|list|view|read|search|lookup|check|precheck|analyze|estimate|preview|simulate|validate|verify|test|describe|watch|query|fetch|count|export|download|access|browse|use|connect|resolve|report)/i;

/** The first permission that changes something; undefined where all only look. */
export function firstWrite(permissions: readonly string[]): string | undefined {
  return permissions.find((permission) => !READS.test(permission.slice(permission.lastIndexOf('.') + 1)));
}

/** Why permissions that no published list has are dangerous by their verb: one line for each way. */
export function reasonsByVerb(permissions: readonly string[]): readonly string[] {
  const ways = Map.groupBy(dangersByVerb(permissions), ({ reason }) => reason);
  return [...ways].map(([reason, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `${first?.permission}${more}: ${reason}`;
  });
}
