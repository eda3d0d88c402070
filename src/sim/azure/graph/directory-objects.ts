import type { Answer } from '../answer.ts';
import { objectOf } from '../call.ts';
import { principalOf } from '../directory.ts';
import type { AzureState } from '../state.ts';
import { badRequest, denied, type GraphCall, withContext } from './graph-call.ts';
import { shownObject } from './shown.ts';

const MOST_IDS = 1000;

/**
 * directoryObject: getByIds. Up to 1000 ids, any of user, group and servicePrincipal as types; an id that nobody has is left
 * out of the answer, which is how a deleted principal shows.
 */
export function directoryObjects(state: AzureState, call: GraphCall): Answer {
  if (call.method !== 'POST' || call.parts[1]?.toLowerCase() !== 'getbyids') return badRequest(call, 'Unsupported request.');
  const refused = denied(call, 'Directory.Read.All');
  if (refused !== undefined) return refused;
  const body = objectOf(call.body) ?? {};
  const { ids, types } = body;
  if (!areTexts(ids) || ids.length > MOST_IDS) return badRequest(call, `The ids must be a list of at most ${MOST_IDS} texts.`);
  const wanted = areTexts(types) ? types.map((type) => type.toLowerCase()) : undefined;
  const found = ids.map((id) => principalOf(state, id)).filter((one) => one !== undefined);
  const fitting = found.filter((one) => wanted === undefined || wanted.includes(one.type.toLowerCase()));
  return withContext('directoryObjects', { value: fitting.map(shownObject) });
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
