import type { Binding } from '../../src/domain/access.ts';
import type { Change, DesiredBinding } from '../../src/domain/change.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { PlanWords } from '../../src/report/plan-words.ts';

/** `17:04` on 21 November 2026 in UTC, or a whole instant. */
export function at(text: string): Instant {
  const found = parseInstant(text.length === 5 ? `2026-11-21T${text}:00Z` : text);
  if (found === undefined) throw new Error(`not an instant: ${text}`);
  return found;
}

export const NOW = at('17:04');

const RG = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';

export function gcp(role = 'roles/logging.viewer', person = 'ada', scope = 'projects/payments-prod'): Binding {
  const member = `user:${person}@example.com`;
  return {
    scope: { cloud: 'gcp', path: scope, key: scope },
    role: { id: role, name: role },
    member: { kind: 'user', id: member, shown: member },
  };
}

export function azure(role = 'Reader', person = '1b2c0000-0000-4000-8000-000000000001'): Binding {
  return {
    scope: { cloud: 'azure', path: RG, key: RG.toLowerCase() },
    role: { id: `id-of-${role}`, name: role },
    member: { kind: 'user', id: person, shown: person },
  };
}

export function live(binding: Binding, until?: Instant | 'unreadable'): LiveBinding {
  const mark = { stamp: 'acme-access', grant: '2026-11-21-ada-debug' };
  if (until === undefined) return { binding, conditional: false, handle: 'h' };
  return { binding, conditional: true, handle: 'h', mark: until === 'unreadable' ? mark : { ...mark, until } };
}

export function desired(binding: Binding, until: Instant, more: Partial<DesiredBinding> = {}): DesiredBinding {
  const grant = '2026-11-21-ada-debug';
  const file = `grants/payments/${grant}.yaml`;
  return { binding, until, grant, because: [grant], principal: 'ada', privileged: false, file, commit: '3f2a91c', ...more };
}

export const COMMON = { digest: `sha256:${'9f2c41d0'.repeat(8)}`, grant: '2026-11-21-ada-debug', principal: 'ada' };

export function grantOf(binding: Binding, until: Instant, more: Partial<DesiredBinding> = {}): Change {
  return { ...COMMON, verb: 'grant', because: 'asked', desired: desired(binding, until, more) };
}

export function revokeOf(binding: Binding, until: Instant, because: 'lapsed' | 'recalled' | 'left' | 'withdrawn' = 'lapsed'): Change {
  return { ...COMMON, verb: 'revoke', because, live: live(binding, until) };
}

type Parts = Partial<Omit<Plan, 'basis'>> & { readonly basis?: Partial<Plan['basis']> };

export function planOf({ basis = {}, ...parts }: Parts = {}): Plan {
  return {
    at: NOW,
    stamp: 'acme-access',
    basis: { commit: '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776', confirmed: true, scopes: 4, unread: [], ...basis },
    changes: [],
    held: [],
    observations: [],
    refusals: [],
    findings: [],
    kept: 0,
    digest: `sha256:${'9f2c41d0'.repeat(8)}`,
    ...parts,
  };
}

/** Words as the example organisation would have them: one team in Berlin, one place. */
export const WORDS: PlanWords = {
  zone: () => 'Europe/Berlin',
  approval: () => '#412, bo',
  where: ({ scope }) =>
    scope.path === RG || scope.path === 'projects/payments-prod' ? `payments-prod ${scope.cloud}` : `${scope.path} ${scope.cloud}`,
  endsBy: (cloud) => (cloud === 'gcp' ? 'cloud' : 'run'),
  nameOf: ({ member }) => /^user:(.*)@example\.com$/.exec(member.id)?.[1],
  verbose: false,
  next: true,
  home: 'Europe/Berlin',
};

/** Texts that would act if they were printed as they are. */
// A lone half of a pair, and then a whole: Node's own stripping of types does not read the two in one text.
export const HOSTILE = ['\u001b[31mred\u001b[0m\u202eevil\r\n+ gil\u200b\u3164\ud800', '\u{e0001}'].join('');
export const HARMLESS = '\\u001b[31mred\\u001b[0m\\u202eevil\\u000d\\u000a+ gil\\u200b\\u3164\\ud800\\u{e0001}';

/** What no line for a terminal may hold. */
export const ACTS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
