import type { Readable } from '../provider.ts';
import type { Failed } from '../transport.ts';
import type { Connection } from './client.ts';
import type { Basis } from './reader.ts';
import { type RolePolicies, rolePoliciesAt } from './role-policy.ts';

/** What PIM demands of who gives a role for a time at one scope, as far as anybody knows. */
export type Demanded =
  | { readonly kind: 'known'; readonly roles: RolePolicies }
  /** The tenant has no PIM. */
  | { readonly kind: 'none'; readonly why: string }
  /** It does not tell us. */
  | { readonly kind: 'hidden'; readonly why: string };

/** A failure where it may be told in a while. */
export async function demandedAt(connection: Connection, { scope, basis }: Readable): Promise<Demanded | Failed> {
  const { withoutPim } = basis as Basis;
  if (withoutPim !== undefined) return unknown(withoutPim);
  const answer = await rolePoliciesAt(connection, scope);
  if (answer.ok) return { kind: 'known', roles: answer.value };
  return answer.failure.kind === 'transient' ? answer : unknown(answer);
}

function unknown({ status, failure: { message } }: Failed): Demanded {
  return status === 403 ? { kind: 'hidden', why: message } : { kind: 'none', why: `this tenant has no PIM (${message})` };
}
