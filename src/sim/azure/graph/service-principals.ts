import type { Answer } from '../answer.ts';
import { objectOf, query } from '../call.ts';
import type { AzureState, ServicePrincipal } from '../state.ts';
import { collection, selected } from './collection.ts';
import { badRequest, denied, type GraphCall, notFound, withContext } from './graph-call.ts';
import { shownService } from './shown.ts';

const READ = ['Application.Read.All', 'Directory.Read.All'];
const WRITE = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Microsoft Graph v1.0 servicePrincipals: list, get by id or as `servicePrincipals(appId='…')`, and enabling or disabling one. */
export function servicePrincipals(state: AzureState, call: GraphCall): Answer {
  const [first = '', second] = call.parts;
  const refused = denied(call, ...(call.method === 'GET' ? READ : WRITE));
  if (refused !== undefined) return refused;
  const appId = /^serviceprincipals\(appid='([^']*)'\)$/i.exec(first)?.[1];
  const key = appId ?? second;
  if (key === undefined && call.method === 'GET') return listed(state, call);
  const found = state.servicePrincipals.find((one) => (appId === undefined ? one.id : one.appId).toLowerCase() === key?.toLowerCase());
  if (found === undefined) return notFound(call, key ?? '');
  if (call.method === 'GET') return withContext('servicePrincipals/$entity', selected(call, shownService(found)));
  return call.method === 'PATCH' ? changed(state, call, found) : badRequest(call, 'Unsupported request.');
}

/** List servicePrincipals: besides equalities, `tags/any(t:t eq '…')` alone. */
function listed(state: AzureState, call: GraphCall): Answer {
  const tag = /^tags\/any\(\s*(\w+)\s*:\s*\1 eq '([^']*)'\s*\)$/.exec(query(call.url, '$filter') ?? '')?.[2];
  if (tag === undefined) return collection(state, call, 'servicePrincipals', state.servicePrincipals.map(shownService));
  const url = new URL(call.url);
  url.searchParams.delete('$filter');
  const found = state.servicePrincipals.filter(({ tags = [] }) => tags.includes(tag));
  return collection(state, { ...call, url }, 'servicePrincipals', found.map(shownService));
}

/** Update servicePrincipal: 204. Only accountEnabled and tags can be changed here; tags are replaced. */
function changed(state: AzureState, call: GraphCall, service: ServicePrincipal): Answer {
  const { accountEnabled = service.accountEnabled, tags = service.tags ?? [], ...rest } = objectOf(call.body) ?? {};
  const isFine = typeof accountEnabled === 'boolean' && Array.isArray(tags) && tags.every((one) => typeof one === 'string');
  if (!isFine || Object.keys(rest).length > 0 || call.body === '') return badRequest(call, 'Invalid property in the request body.');
  const wanted: readonly string[] = tags;
  state.servicePrincipals = state.servicePrincipals.map((one) => (one === service ? { ...one, accountEnabled, tags: wanted } : one));
  return { status: 204 };
}
