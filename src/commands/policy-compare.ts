import type { Directory } from '../domain/directory.ts';
import { compare } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import { later } from '../domain/instant.ts';
import type { Control } from '../domain/policy.ts';
import { commitOf } from '../git/repository.ts';
import { judgements } from '../policy/judge.ts';
import type { Rule } from '../policy/rule.ts';
import type { Clouds } from '../reconcile/clouds.ts';
import { expand, type Unit } from '../reconcile/expand.ts';
import { printable } from '../report/printable.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { readFiles, textsOf } from './reading/files.ts';
import { proposalOf, rulesOf } from './reading/judge.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

/** One thing that the change does: to a grant that has not ended, or to who somebody is. */
interface Effect {
  readonly kind: 'withdrawn' | 'wider' | 'refused' | 'allowed' | 'identity';
  /** The grant, or the name of policy/people. */
  readonly name: string;
  readonly what: string;
}

/** What control files of the folder do to the grants of a commit that have not ended, against the control files of that commit. */
export async function comparePolicies(context: Context, named: string): Promise<Report> {
  const repository = await context.repository();
  const commit = await commitOf(repository, named);
  if (commit === undefined) return said(`${printable(named)} is no commit`);
  const [before, after] = [await readFiles(context, commit), await readFiles(context)];
  const broken = after.findings.filter(({ at, severity }) => severity === 'error' && at?.file.startsWith('policy/') === true);
  if (after.control === undefined || broken.length > 0) return findingsReport(broken, textsOf(after.raw, broken));
  if (before.control === undefined)
    return said(`the control files of ${printable(named)} do not read, so there is nothing to compare with`);
  const open = before.grants.filter(({ expires, grace }) => later(expires, grace) > context.now);
  const effects = [
    ...identityEffects(before.control.directory, after.control.directory),
    ...(await grantEffects(open, [before.control, after.control], context)),
  ];
  return listed(effects, open.length, named);
}

async function grantEffects(
  open: readonly Grant[],
  [old, next]: readonly [Control, Control],
  context: Context,
): Promise<readonly Effect[]> {
  const clouds: Clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const rules = [await rulesOf(old), await rulesOf(next)] as const;
  const refusals = (grant: Grant, control: Control, own: readonly Rule[]) =>
    new Map(
      judgements(proposalOf(grant, expand(grant, control, clouds).units, control, clouds, context.now), own)
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

function effectsOf(kind: Effect['kind'], name: string, texts: readonly string[]): readonly Effect[] {
  return texts.map((what) => ({ kind, name, what }));
}

/** Who signs in, and who is let in, under a name that stays: such a change could hand one person's access to another. */
function identityEffects(old: Directory, next: Directory): readonly Effect[] {
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
    return changed.map(([which, from, to]): Effect => ({
      kind: 'identity',
      name,
      what: `${which} ${from || 'none'} becomes ${to || 'none'}`,
    }));
  });
}

const WORDS: Readonly<Record<Effect['kind'], string>> = {
  identity: 'is somebody else',
  withdrawn: 'withdrawn at once',
  wider: 'wider only at renewal',
  refused: 'refused if it were asked now; what has started runs to its end',
  allowed: 'allowed if it were asked now',
};

function listed(effects: readonly Effect[], open: number, named: string): Report {
  const groups = Object.entries(WORDS).flatMap(([kind, words]) => {
    const own = effects.filter((effect) => effect.kind === kind).toSorted((a, b) => compare(a.name, b.name) || compare(a.what, b.what));
    return own.length === 0 ? [] : [`${words}:`, ...own.map(({ name, what }) => `  ${name}  ${printable(what)}`)];
  });
  const touched = new Set(effects.filter(({ kind }) => kind !== 'identity').map(({ name }) => name)).size;
  const count = `${touched} of ${open} grants that have not ended change against ${printable(named)}`;
  return { exit: exitCode('ok'), text: `${[...groups, count].join('\n')}\n`, json: { effects, open } };
}

function said(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}
