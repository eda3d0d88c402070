import type { Finding } from '../domain/finding.ts';
import type { Control, Where } from '../domain/policy.ts';
import { RULE_NAMES } from '../domain/rule-names.ts';
import type { Pointer } from '../domain/source.ts';
import { mistake } from './codes.ts';
import { likely, overAll, wrongApprover, wrongIfUnknown, wrongName } from './names.ts';
import { unknownCloud, unknownEnvironment, unknownRole } from './unknown.ts';

/** Names in hours, asking, modes and further approvals, and the names of the rules themselves. */
export function checkRuleSettings(control: Control): readonly Finding[] {
  const { policy, directory } = control;
  const { source, hours = [], asking = [], modes = [], approval, rules } = policy;
  const known = (name: string, at: Pointer) => wrongIfUnknown(directory, name, source, at);
  const asker = (name: string, at: Pointer) => wrongName(directory, name, ['person', 'group'], source, at);
  const own = rules.map(({ name }) => name);
  return [
    ...hours.flatMap(({ where }, at) => checkWhere(control, where, `/hours/${at}/where`)),
    ...asking.flatMap((entry, at) => [...overAll(entry.for, `/asking/${at}/for`, known), ...overAll(entry.by, `/asking/${at}/by`, asker)]),
    ...overAll(rules, '/rules', ({ name }, at) => nameTwice(control, own, name, at)),
    ...overAll(modes, '/modes', ({ rule }, at) => unknownRule(control, own, rule, `${at}/rule`)),
    ...modes.flatMap(({ where }, at) => checkWhere(control, where, `/modes/${at}/where`)),
    ...(approval.more ?? []).flatMap(({ where, approvers }, at) => [
      ...checkWhere(control, where, `/approval/more/${at}/where`),
      ...overAll(approvers, `/approval/more/${at}/approvers`, (name, pointer) => wrongApprover(directory, name, source, pointer)),
    ]),
  ];
}

function checkWhere(control: Control, where: Where, pointer: Pointer): readonly Finding[] {
  const { directory, policy, teams } = control;
  return [
    ...overAll(where.folders, `${pointer}/folder`, (name, at) => (teams.has(name) ? undefined : unknownTeam(control, name, at))),
    ...overAll(where.environments, `${pointer}/env`, (name, at) => unknownEnvironment(control, name, at)),
    ...overAll(where.clouds, `${pointer}/cloud`, (name, at) => unknownCloud(control, `${name}:`, at)),
    ...overAll(where.roles, `${pointer}/role`, (name, at) => (name.includes(':') ? unknownCloud : unknownRole)(control, name, at)),
    ...overAll(where.principals, `${pointer}/principal`, (name, at) => wrongIfUnknown(directory, name, policy.source, at)),
  ];
}

function unknownTeam({ teams, policy }: Control, name: string, at: Pointer): Finding {
  const hint = likely(name, teams.keys(), 'Name a file of policy/teams.');
  return mistake('GK1320', policy.source.place(at), `no team is called \`${name}\``, hint);
}

/** A setting for a rule that is not there would change nothing, and look as if it did. */
function unknownRule({ policy }: Control, own: readonly string[], name: string, at: Pointer): Finding | undefined {
  const all = [...RULE_NAMES, ...own];
  if (all.includes(name)) return undefined;
  const hint = likely(name, all, 'Name a rule of the reference, or one of `rules`.');
  return mistake('GK1317', policy.source.place(at), `no rule is called \`${name}\``, hint);
}

function nameTwice({ policy }: Control, own: readonly string[], name: string, at: Pointer): Finding | undefined {
  const typed: readonly string[] = RULE_NAMES;
  const first = own.indexOf(name) === Number(at.slice('/rules/'.length));
  if (first && !typed.includes(name)) return undefined;
  const message = typed.includes(name) ? `\`${name}\` is the name of a rule that is there anyway` : `two rules are called \`${name}\``;
  return mistake('GK1318', policy.source.place(`${at}/name`), message, 'Choose another name.');
}
