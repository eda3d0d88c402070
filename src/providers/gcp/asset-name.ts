import type { Scope } from '../../domain/access.ts';
import type { Parsed } from '../../domain/cloud.ts';
import { kindOf } from './kind.ts';
import { parseScope } from './scope.ts';

/** Hosts in full names that are not those of the calls (Cloud Asset Inventory: "Asset names", Bigtable). */
const CALLED: Readonly<Record<string, string>> = { 'bigtable.googleapis.com': 'bigtableadmin.googleapis.com' };

/**
 * A full resource name, `//secretmanager.googleapis.com/projects/p/secrets/db`, as the scope that files write; `project` is
 * `projects/NUMBER` as a search result has it, and all that tells where a bucket lies.
 */
export function scopeOfAsset(fullName: string, project: string | undefined): Parsed<Scope> {
  const [, host = '', path = ''] = /^\/\/([a-z0-9.-]+)\/(.+)$/.exec(fullName) ?? [];
  const isBucket = host === 'storage.googleapis.com';
  if (isBucket && project === undefined) return { ok: false, problem: 'the search does not say what project the bucket lies in' };
  const scope = parseScope(isBucket ? `${project}/buckets/${path}` : path);
  // Several services have `locations/L/services/S`: the same words under another host are another thing.
  if (scope.ok && !kindOf(scope.value).url.startsWith(`https://${CALLED[host] ?? host}/`))
    return { ok: false, problem: `${host} is no service whose policies are read here` };
  return scope;
}
