import type { Finding } from '../../domain/finding.ts';
import { formatInstant, type Instant, later } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { Repository } from '../../git/repository.ts';
import { checkSuccession } from '../../grants/check-succession.ts';
import { mistake } from '../../grants/codes.ts';
import { assembleControl } from '../../grants/control.ts';
import { readTree } from '../../grants/tree.ts';
import { expand } from '../../reconcile/expand.ts';
import { OVERRIDE_LIFE } from '../../reconcile/override-file.ts';
import type { Context } from '../context.ts';
import type { Landed } from './checkout.ts';
import type { Files } from './files.ts';
import { syntaxesOf } from './syntaxes.ts';

/** What policy says against files that the default branch does not have, or not so. */
export async function proposalFindings(
  files: Files,
  landed: Landed | undefined,
  repository: Repository,
  context: Context,
): Promise<readonly Finding[]> {
  const { control } = files;
  if (control === undefined) return [];
  return [
    ...(await grantFindings(files, control, landed, repository, context)),
    ...overrideFindings(files, control, landed, context.now),
    ...(await successionFindings(files, control, landed, context)),
  ];
}

/** Whether a file is not there, or not so, on the default branch; where none is known, any may be. */
function proposedAmong({ raw }: Files, landed: Landed | undefined): (path: string) => boolean {
  const files = new Map(raw.map((file) => [file.path, file]));
  return (path) => {
    const file = files.get(path);
    return landed === undefined || file === undefined || !landed.holds(file);
  };
}

async function grantFindings(
  files: Files,
  control: Control,
  landed: Landed | undefined,
  repository: Repository,
  context: Context,
): Promise<readonly Finding[]> {
  const isProposed = proposedAmong(files, landed);
  const proposed = files.grants.filter(
    // Without a default branch to compare with, only what still lies ahead can be a proposal.
    ({ source, expires }) => (landed !== undefined || expires > context.now) && isProposed(source.file),
  );
  if (proposed.length === 0) return [];
  const { judgedFindings } = await import('./judged.ts');
  return judgedFindings(proposed, files, control, landed?.commit, repository, context);
}

function overrideFindings(files: Files, { overrides }: Control, landed: Landed | undefined, now: Instant): readonly Finding[] {
  const last = later(now, OVERRIDE_LIFE);
  const isProposed = proposedAmong(files, landed);
  const long = overrides.filter(({ expires, source }) => expires > last && isProposed(source.file));
  return long.map(({ source }) =>
    mistake(
      'GK1505',
      source.place('/expires'),
      'more than 24 hours ahead: it would not count any longer than that',
      `Write ${formatInstant(last)} or sooner.`,
    ),
  );
}

/** The next policy against the one that has landed, where it differs. */
async function successionFindings(
  files: Files,
  control: Control,
  landed: Landed | undefined,
  context: Context,
): Promise<readonly Finding[]> {
  const policy = files.raw.find((file) => file.path === 'policy/policy.yaml');
  if (landed === undefined || policy === undefined || landed.holds(policy)) return [];
  const syntaxes = syntaxesOf(context);
  const before = assembleControl(readTree(await landed.policy(), syntaxes).parts, syntaxes);
  if (!before.ok) return [];
  const clouds = new Map(syntaxes.map((syntax) => [syntax.name, syntax]));
  const open = files.grants
    .filter((grant) => grant.expires + grant.grace > context.now)
    .flatMap((grant) => expand(grant, before.control, clouds).units);
  return checkSuccession(
    before.control,
    control,
    open.map((unit) => unit.scope),
    syntaxes,
  );
}
