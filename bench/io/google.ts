import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../src/providers/gcp/policy.ts';
import { FOLDER, ORGANIZATION, placeAt, POLICIES, SCOPES } from '../fixtures/organisation.ts';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Answers one call by its path, its body and its query. */
export type Answerer = (path: string, body: string, query?: URLSearchParams) => Answered;

/** Projects on a page of a list at most, as the simulated cloud has it. */
const PAGE = 300;

const CALL = /^\/v[13]\/(.+?)(?::(\w+))?$/;

/**
 * What the engine asks of Google Cloud, for the policies of a folder and as light as can be: getIamPolicy, setIamPolicy with its
 * etag, projects.getAncestry, projects.list and roles.get. It knows no faults, quotas or lag; the simulated cloud of the tests does.
 */
export function googleOver(dir: string): Answerer {
  const written = new Map<string, string>();
  const policies = policiesIn(dir);
  const policyOf = (project: string) => written.get(project) ?? policies.get(project);
  const write = (project: string, body: string): Answered => {
    const { policy } = JSON.parse(body) as { readonly policy: Policy };
    const { etag } = JSON.parse(policyOf(project) ?? '') as Policy;
    if (policy.etag !== etag) return refusal(409, 'ABORTED', 'There were concurrent policy changes.');
    written.set(project, JSON.stringify({ ...policy, etag: `${etag}+` }));
    return { status: 200, body: policyOf(project) ?? '' };
  };
  return (path, body, query = new URLSearchParams()) => {
    const [, name = '', verb] = CALL.exec(path) ?? [];
    const project = name.slice(name.indexOf('/') + 1);
    const stands = policyOf(project);
    if (verb === 'getIamPolicy' && stands !== undefined) return { status: 200, body: stands };
    if (verb === 'setIamPolicy') return write(project, body);
    if (verb === 'getAncestry') return json(ancestryOf(project));
    if (name === 'projects') return json(listed([...policies.keys()].sort(), query));
    if (name.startsWith('roles/')) return json({ name, includedPermissions: [`${name.slice('roles/'.length)}.things.get`] });
    return refusal(404, 'NOT_FOUND', `the bench does not answer ${path}`);
  };
}

/** By project; read at once, since a file for each call would be work that no cloud within a process should make. */
function policiesIn(dir: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(dir, POLICIES), 'utf8').split('\n');
  return new Map(Array.from({ length: SCOPES }, (_, scope) => [placeAt(scope).place, lines[scope] ?? ''] as const));
}

/** All lie in the one folder; a token is where the page begins. */
function listed(projects: readonly string[], query: URLSearchParams): object {
  const from = Number(query.get('pageToken') ?? 0);
  const end = from + PAGE;
  const there = query.get('parent') === FOLDER ? projects : [];
  const page = there
    .slice(from, end)
    .map((id, at) => ({ name: `projects/${100_000 + from + at}`, parent: FOLDER, projectId: id, state: 'ACTIVE' }));
  return { projects: page, ...(end < there.length ? { nextPageToken: String(end) } : {}) };
}

function ancestryOf(project: string): object {
  const [folder, organization] = [FOLDER, ORGANIZATION].map((name) => name.slice(name.indexOf('/') + 1));
  const chain = [
    ['project', project],
    ['folder', folder],
    ['organization', organization],
  ];
  return { ancestor: chain.map(([type, id]) => ({ resourceId: { type, id } })) };
}

function json(body: object): Answered {
  return { status: 200, body: JSON.stringify(body) };
}

function refusal(code: number, status: string, message: string): Answered {
  return { status: code, body: JSON.stringify({ error: { code, status, message } }) };
}
