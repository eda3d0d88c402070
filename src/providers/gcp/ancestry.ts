import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import { explained, getAncestry, getFolder } from './api.ts';
import { isContainer, parseScope, textualChain } from './scope.ts';
import type { Session } from './session.ts';

export type Ancestry = { readonly ok: true; readonly chain: readonly Scope[] } | { readonly ok: false; readonly failure: Failure };

/** Folders nest at most ten deep (Resource Manager: "Creating and managing folders"). */
const DEEPEST = 12;

/** The scope itself and everything above it, nearest first. */
export async function ancestryOf(session: Session, scope: Scope): Promise<Ancestry> {
  const [project, ...inner] = textualChain(scope).toReversed();
  if (project === undefined || isContainer(project)) return aboveContainer(session, scope);
  const above = await aboveProject(session, project);
  return above.ok ? { ok: true, chain: [...inner.toReversed(), ...above.chain] } : above;
}

async function aboveProject(session: Session, scope: Scope): Promise<Ancestry> {
  const reply = await getAncestry(session, scope);
  if (!reply.ok) return { ok: false, failure: explained(reply, scope, 'get') };
  const ancestors = field(reply.body, 'ancestor');
  const chain = Array.isArray(ancestors) ? ancestors.map(ancestorOf) : [];
  if (chain.length === 0 || chain.includes(undefined)) return unknown(scope);
  const known = chain.filter((one) => one !== undefined);
  // A project named by number has its id as a second name, and places may be written with either.
  return { ok: true, chain: [scope, ...known.filter((one) => one.key !== scope.key)] };
}

/** `{resourceId: {type: 'folder', id: '77'}}` as the scope `folders/77`. */
function ancestorOf(ancestor: unknown): Scope | undefined {
  const resource = field(ancestor, 'resourceId');
  const parsed = parseScope(`${String(field(resource, 'type'))}s/${String(field(resource, 'id'))}`);
  return parsed.ok ? parsed.value : undefined;
}

async function aboveContainer(session: Session, scope: Scope): Promise<Ancestry> {
  const chain = [scope];
  for (let at = scope; at.key.startsWith('folders/'); at = chain.at(-1) ?? at) {
    const reply = await getFolder(session, at.path);
    if (!reply.ok) return { ok: false, failure: explained(reply, at, 'get') };
    const parent = field(reply.body, 'parent');
    const parsed = parseScope(typeof parent === 'string' ? parent : '');
    if (!parsed.ok || chain.length > DEEPEST) return unknown(scope);
    chain.push(parsed.value);
  }
  return { ok: true, chain };
}

function unknown(scope: Scope): Ancestry {
  return { ok: false, failure: { kind: 'unsafe', message: `what lies above ${scope.path} does not read` } };
}
