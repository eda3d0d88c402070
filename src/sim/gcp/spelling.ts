import type { GcpBinding, GcpSpelling } from './state.ts';

/** Bindings in the spelling of a service that does not keep what it was sent to the letter. */
export function spelled(bindings: readonly GcpBinding[], spelling: GcpSpelling): readonly GcpBinding[] {
  const respelled = bindings.map((binding) => ({ ...binding, members: binding.members.map((member) => memberIn(spelling, member)) }));
  const merged = spelling.merge === true ? merge(respelled) : respelled;
  const split = spelling.split === true ? merged.flatMap((one) => one.members.map((member) => ({ ...one, members: [member] }))) : merged;
  return spelling.reorder === true ? reorder(split) : split;
}

function memberIn({ lowerCase, aliases }: GcpSpelling, member: string): string {
  const address = /^(?:user|group):/.test(member) ? member.slice(member.indexOf(':') + 1) : undefined;
  if (address === undefined) return member;
  const primary = aliases?.[address.toLowerCase()] ?? address;
  return member.slice(0, -address.length) + (lowerCase === true ? primary.toLowerCase() : primary);
}

/** All fields but the members make two bindings one. */
function keyOf(binding: GcpBinding): string {
  const fields = Object.entries(binding).filter(([field]) => field !== 'members');
  return JSON.stringify(fields.toSorted(([a], [b]) => order(a, b)));
}

function merge(bindings: readonly GcpBinding[]): readonly GcpBinding[] {
  return [...Map.groupBy(bindings, keyOf).values()].map((same) => ({
    ...(same[0] as GcpBinding),
    members: [...new Set(same.flatMap((binding) => binding.members))],
  }));
}

function reorder(bindings: readonly GcpBinding[]): readonly GcpBinding[] {
  return bindings
    .map((binding) => ({ ...binding, members: binding.members.toSorted(order) }))
    .toSorted((a, b) => order(a.role, b.role) || order(keyOf(a), keyOf(b)) || order(a.members.join(), b.members.join()));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
