import type { Answer } from '../answer.ts';
import { objectOf } from '../call.ts';
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
  if (key === undefined && call.method === 'GET')
    return collection(state, call, 'servicePrincipals', state.servicePrincipals.map(shownService));
  const found = state.servicePrincipals.find((one) => (appId === undefined ? one.id : one.appId).toLowerCase() === key?.toLowerCase());
  if (found === undefined) return notFound(call, key ?? '');
  if (call.method === 'GET') return withContext('servicePrincipals/$entity', selected(call, shownService(found)));
  return call.method === 'PATCH' ? changed(state, call, found) : badRequest(call, 'Unsupported request.');
}

/** Update servicePrincipal: 204. Only accountEnabled can be changed here. */
function changed(state: AzureState, call: GraphCall, service: ServicePrincipal): Answer {
  const { accountEnabled, ...rest } = objectOf(call.body) ?? {};
  if (typeof accountEnabled !== 'boolean' || Object.keys(rest).length > 0) return badRequest(call, 'Invalid property in the request body.');
  state.servicePrincipals = state.servicePrincipals.map((one) => (one === service ? { ...one, accountEnabled } : one));
  return { status: 204 };
}
