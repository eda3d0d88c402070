import type { Answer } from '../answer.ts';
import type { AzureState } from '../state.ts';
import { collection, selected, type Shown } from './collection.ts';
import { badRequest, denied, type GraphCall, notFound, withContext } from './graph-call.ts';

/** Microsoft Graph v1.0 applications, to read: app registrations, whose object id is none that a role can be given to. */
export function applications(state: AzureState, call: GraphCall): Answer {
  if (call.method !== 'GET') return badRequest(call, 'Unsupported request.');
  const refused = denied(call, 'Application.Read.All', 'Directory.Read.All');
  if (refused !== undefined) return refused;
  const all: readonly Shown[] = (state.applications ?? []).map((one) => ({ ...one }));
  const [, key] = call.parts;
  if (key === undefined) return collection(state, call, 'applications', all);
  const found = all.find((one) => one.id.toLowerCase() === key.toLowerCase());
  return found === undefined ? notFound(call, key) : withContext('applications/$entity', selected(call, found));
}
