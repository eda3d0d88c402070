import type { Finding } from '../../domain/finding.ts';
import type { Grant } from '../../domain/grant.ts';
import { formatInstant, type Instant } from '../../domain/instant.ts';
import { freeName } from '../../domain/name.ts';
import type { Repository } from '../../git/repository.ts';
import { sourceOf } from '../../git/source.ts';
import { oddity } from '../../grants/codes.ts';
import { endOf } from '../../reconcile/end.ts';
import type { Version } from '../../reconcile/timeline.ts';
import type { Context } from '../context.ts';
import { readHistory } from './history.ts';
import { syntaxesOf } from './syntaxes.ts';

/**
 * What history says against the ids of proposed grants. Only the plan knows what was approved and what is still there, so these are
 * warnings; each offers a name that is free.
 */
export async function oldIdFindings(
  proposed: readonly Grant[],
  landed: string,
  repository: Repository,
  context: Pick<Context, 'now' | 'clouds'>,
): Promise<readonly Finding[]> {
  const { grants } = await readHistory(sourceOf(repository), landed, syntaxesOf(context), context.now);
  return proposed.flatMap((grant) => {
    const versions = grants.get(grant.id);
    const free = freeName(grant.id, (name) => grants.has(name));
    return versions === undefined ? [] : (deletedBefore(grant, versions, free) ?? endedBefore(grant, versions, free, context.now) ?? []);
  });
}

function deletedBefore({ id, source }: Grant, versions: readonly Version[], free: string): Finding | undefined {
  if (versions.at(-1)?.body.kind !== 'deleted') return undefined;
  const hint = `If nothing of it is there any more, the id is spent: ${free} is free.`;
  return oddity('GK1506', source.place(''), `${id} was deleted before; plan decides`, hint);
}

function endedBefore({ id, source }: Grant, versions: readonly Version[], free: string, now: Instant): Finding | undefined {
  const ends = versions.flatMap(({ body, at }) => (body.kind === 'grant' ? [endOf(body.grant, at)] : []));
  const last = Math.max(...ends) as Instant;
  if (ends.length === 0 || last > now) return undefined;
  const message = `${id} ended at ${formatInstant(last)}; plan decides, but an id that was granted once and ended is spent`;
  return oddity('GK1507', source.place('/expires'), message, `${free} is free.`);
}
