import { dangersOf, escalations, grants, type Permission } from './escalation.ts';
import { verbRules } from './verb-rules.ts';
import { contains, type Pattern } from './wildcard.ts';

export interface Danger {
  readonly action: Pattern;
  readonly reason: string;
}

/** The actions that a role spells out and whose verb is dangerous, each by the first rule that fits. */
export function dangersByVerb(permissions: readonly Permission[]): readonly Danger[] {
  return permissions.flatMap(({ actions = [], notActions = [], dataActions = [], notDataActions = [] }) => [
    ...spelled(actions, notActions, undefined),
    ...spelled(dataActions, notDataActions, true),
  ]);
}

function spelled(given: readonly Pattern[], taken: readonly Pattern[], data: true | undefined): readonly Danger[] {
  const left = given.filter((action) => !taken.some((pattern) => contains(pattern, action)));
  return left.flatMap((action) => {
    const rule = verbRules.find((one) => one.data === data && one.action.test(action.toLowerCase()));
    return rule === undefined ? [] : [{ action, reason: rule.reason }];
  });
}

/** Why a role is privileged: the deciding action and what it does, once for each reason; what is published comes first. */
export function reasonsOf(permissions: readonly Permission[]): readonly string[] {
  const published = dangersOf(permissions).map((reason) => ({ action: decidingAction(permissions, reason), reason }));
  const found = new Map<string, string>();
  for (const { action, reason } of [...published, ...dangersByVerb(permissions)]) {
    if (!found.has(reason)) found.set(reason, `${action}: ${reason}`);
  }
  return [...found.values()];
}

function decidingAction(permissions: readonly Permission[], reason: string): string {
  const holder = (action: Pattern, data?: true) => permissions.find((block) => grants(block, action, data));
  const entry = escalations.find((one) => one.reason === reason && one.actions.every((action) => holder(action, one.data) !== undefined));
  return entry?.actions.map((action) => asSpelled(holder(action, entry.data), action, entry.data)).join(' and ') ?? '';
}

/** Of a pattern with stars what the role itself says, as long as that is narrower. */
function asSpelled(block: Permission = {}, wanted: Pattern, isData?: true): Pattern {
  const given = (isData ? block.dataActions : block.actions) ?? [];
  return (
    (wanted.includes('*')
      ? given.find((one) => contains(wanted, one) && grants({ ...block, actions: [one], dataActions: [one] }, wanted, isData))
      : undefined) ?? wanted
  );
}

/** Reading verbs, support tickets, and keys that give no more than their maker has. */
const HARMLESS =
  /(\/(read|get\w*\/action|list\w*\/action|query\w*\/action|search\w*\/action|generateuserdelegationkey\/action)|^microsoft\.support\/\*)$/i;

/** The first action that changes something, as the role spells it; undefined where all only look. */
export function firstWrite(permissions: readonly Permission[]): Pattern | undefined {
  return permissions.flatMap(({ actions = [], dataActions = [] }) => [...actions, ...dataActions]).find((action) => !HARMLESS.test(action));
}
