import type { Binding, Member, Scope } from '../../../src/domain/access.ts';
import type { DesiredBinding } from '../../../src/domain/change.ts';
import type { Parsed } from '../../../src/domain/cloud.ts';
import { type Instant, later, parseInstant } from '../../../src/domain/instant.ts';
import { azureSyntax } from '../../../src/providers/azure/syntax.ts';

export const NOW = instant('2026-11-23T09:00:00Z');
export const READER = { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader' };
const ADA = '1b2c0000-0000-4000-8000-000000000001';
const PAYMENTS = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';

export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`${text} is no instant`);
  return at;
}

export function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

export function scope(path: string = PAYMENTS): Scope {
  return value(azureSyntax.scope(path));
}

export function member(id: string = ADA, kind: Member['kind'] = 'user'): Member {
  return value(azureSyntax.member(id, kind));
}

/** Reader on the resource group payments for Ada, for four hours, unless told otherwise. */
export function wish(
  more: Partial<Binding> = {},
  grant = 'ada-debug',
  until = later(NOW, 4 * 3600_000),
  terms: Partial<DesiredBinding> = {},
): DesiredBinding {
  const binding = { scope: scope(), role: READER, member: member(), ...more };
  const commit = '9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024';
  const file = `grants/payments/${grant}.yaml`;
  return { binding, until, grant, because: [grant], principal: 'ada', privileged: false, file, commit, ...terms };
}
