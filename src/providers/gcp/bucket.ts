import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Reply } from '../transport.ts';
import { explained, getBucket, getProject } from './api.ts';
import { kindOf, namesIn, projectOf } from './kind.ts';
import type { Session } from './session.ts';

type Found = { readonly ok: true; readonly home: string; readonly uniform: boolean } | { readonly ok: false; readonly failure: Failure };

/** What was asked before in a run: a bucket stays in its project for life (Cloud Storage: "About Cloud Storage buckets"). */
interface Asked {
  readonly buckets: Map<string, Promise<Found>>;
  readonly projects: Map<string, Promise<Reply>>;
}

const asked = new WeakMap<Session, Asked>();

/** Why a bucket must not be touched: its name says nothing of its project, and the scope names one that it does not lie in. */
export async function strayBucket(session: Session, scope: Scope): Promise<Failure | undefined> {
  const project = projectOf(scope);
  if (project === undefined || kindOf(scope).home === undefined) return undefined;
  const { projects } = askedIn(session);
  const [bucket, reply] = await Promise.all([bucketAt(session, scope), once(projects, project.key, () => getProject(session, project))]);
  if (!bucket.ok) return bucket.failure;
  if (!reply.ok) return explained(reply, project, 'get');
  if (field(reply.body, 'name') === `projects/${bucket.home}`) return undefined;
  const message = `${scope.path} is not safe to use: the bucket lies in another project than ${project.path}`;
  return { kind: 'unsafe', message, hint: `name the project of the bucket; its number is ${bucket.home}` };
}

/** Why no binding of a bucket can have an end; undefined for all else (Cloud Storage: "Uniform bucket-level access"). */
export async function withoutConditions(session: Session, scope: Scope): Promise<string | undefined> {
  if (!mayLackConditions(scope)) return undefined;
  const bucket = await bucketAt(session, scope);
  return bucket.ok && !bucket.uniform ? `${scope.path} keeps no conditions, since it has no ${kindOf(scope).needs}` : undefined;
}

/** Whether a scope must be asked before anybody knows that it keeps conditions. */
export function mayLackConditions(scope: Scope): boolean {
  return kindOf(scope).needs !== undefined;
}

function bucketAt(session: Session, scope: Scope): Promise<Found> {
  const { buckets } = askedIn(session);
  const [name = ''] = namesIn(scope);
  const bucket = { ...scope, path: pathTo(scope, name), key: pathTo(scope, name) };
  return once(buckets, name, async () => {
    const reply = await getBucket(session, name);
    if (!reply.ok) return { ok: false, failure: explained(reply, bucket, 'get') };
    const home = field(reply.body, 'projectNumber');
    if (typeof home !== 'string' && typeof home !== 'number') {
      return { ok: false, failure: { kind: 'unsafe', message: `what project ${scope.path} lies in does not read` } };
    }
    const uniform = field(field(field(reply.body, 'iamConfiguration'), 'uniformBucketLevelAccess'), 'enabled') === true;
    return { ok: true, home: String(home), uniform };
  });
}

/** The bucket itself, also where the scope is a managed folder in it. */
function pathTo(scope: Scope, bucket: string): string {
  return `${projectOf(scope)?.path}/buckets/${bucket}`;
}

function askedIn(session: Session): Asked {
  const known = asked.get(session) ?? { buckets: new Map(), projects: new Map() };
  asked.set(session, known);
  return known;
}

/** The answer of the first time, unless it was a failure, which may pass. */
async function once<T extends { readonly ok: boolean }>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const pending = known.get(key) ?? ask();
  known.set(key, pending);
  const answer = await pending;
  if (!answer.ok) known.delete(key);
  return answer;
}
