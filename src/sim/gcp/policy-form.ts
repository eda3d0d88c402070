import { isJson } from './call.ts';
import { type GoogleError, invalid } from './google-error.ts';
import type { GcpBinding, GcpCondition } from './state.ts';

export type Bindings = { readonly value: readonly GcpBinding[] } | { readonly error: GoogleError };

/** Reads the bindings of a request; values of a wrong type are refused as the JSON reader in front of Google's APIs refuses them. */
export function bindingsFrom(value: unknown): Bindings {
  if (!Array.isArray(value)) return { error: wrongType('policy.bindings', value) };
  const problem = value.map((one, at) => bindingProblem(one, `policy.bindings[${at}]`)).find((one) => one !== undefined);
  if (problem !== undefined) return { error: problem };
  return { value: value.map((one: GcpBinding) => withoutNull(one)) };
}

function bindingProblem(value: unknown, at: string): GoogleError | undefined {
  if (!isJson(value)) return wrongType(at, value);
  if (typeof value['role'] !== 'string') return wrongType(`${at}.role`, value['role']);
  const members = value['members'] ?? [];
  if (!Array.isArray(members)) return wrongType(`${at}.members`, members);
  const odd = members.findIndex((member) => typeof member !== 'string');
  if (odd >= 0) return wrongType(`${at}.members[${odd}]`, members[odd]);
  return conditionProblem(value['condition'] ?? {}, `${at}.condition`);
}

const TEXTS = ['title', 'description', 'expression', 'location'] as const;

function conditionProblem(value: unknown, at: string): GoogleError | undefined {
  if (!isJson(value)) return wrongType(at, value);
  const odd = TEXTS.find((field) => typeof (value[field] ?? '') !== 'string');
  return odd === undefined ? undefined : wrongType(`${at}.${odd}`, value[odd]);
}

/** A null is the same as a field that is not there (protobuf: ProtoJSON format, null), and so are no members. */
function withoutNull(binding: GcpBinding): GcpBinding {
  const { condition, ...rest } = binding;
  const members = binding.members ?? [];
  return { ...rest, members, ...((condition ?? undefined) === undefined ? {} : { condition: condition as GcpCondition }) };
}

function wrongType(at: string, value: unknown): GoogleError {
  return invalid(`Invalid value at '${at}', ${JSON.stringify(value)}`);
}
