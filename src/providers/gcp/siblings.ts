import type { Scope } from '../../domain/access.ts';
import { field } from '../answer.ts';
import type { Siblings } from '../provider.ts';
import { listProjects } from './api.ts';
import { projectOf } from './kind.ts';
import { isContainer, parseScope } from './scope.ts';
import type { Session } from './session.ts';

/** Of a container with more pages than this the projects are asked about one by one: a list is there to spare calls. */
const MOST_PAGES = 10;

/** The folder or organization in which a project lies directly, and the list of all projects there. */
export function siblingsOf(session: Session, chain: readonly Scope[]): Siblings | undefined {
  const above = chain.slice(chain.findIndex(isContainer));
  const [parent] = above;
  // A folder is not in a list of projects.
  if (parent === undefined || !isContainer(parent) || parent === chain[0]) return undefined;
  return { key: parent.key, list: () => chainsBelow(session, parent, above) };
}

/** A list that breaks off tells what it has told: of what it does not have nobody concludes anything. */
async function chainsBelow(session: Session, parent: Scope, above: readonly Scope[]): ReturnType<Siblings['list']> {
  const below = new Map<string, readonly Scope[]>();
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await listProjects(session, parent, token);
    if (!reply.ok) break;
    const rows = field(reply.body, 'projects');
    for (const row of Array.isArray(rows) ? rows : [])
      for (const [key, names] of namesOf(row, parent)) below.set(key, [...names, ...above]);
    const next = field(reply.body, 'nextPageToken');
    if (typeof next !== 'string' || next === '' || next === token) break;
    token = next;
  }
  return (scope) => {
    const project = projectOf(scope);
    // What lies in a project is asked about with all that its own path shows.
    return project?.key === scope.key ? below.get(scope.key) : undefined;
  };
}

const NUMBERED = /^projects\/\d+$/;

/** A project by its id, and by its number with the id as a second name, as `ancestry` tells of both. */
function namesOf(row: unknown, parent: Scope): readonly (readonly [string, readonly Scope[]])[] {
  const byId = parseScope(`projects/${String(field(row, 'projectId'))}`);
  const byNumber = parseScope(String(field(row, 'name')));
  if (field(row, 'parent') !== parent.path || !byId.ok || !byNumber.ok) return [];
  const [id, number] = [byId.value, byNumber.value];
  if (NUMBERED.test(id.key) || !NUMBERED.test(number.key)) return [];
  return [
    [id.key, [id]],
    [number.key, [number, id]],
  ];
}
