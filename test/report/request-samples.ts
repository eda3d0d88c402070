import type { Finding } from '../../src/domain/finding.ts';
import type { ApprovalFacts, GrantFacts, PrincipalFacts, RequestFacts, RowFacts } from '../../src/report/request-facts.ts';
import { at, NOW } from './samples.ts';

export const ADA: PrincipalFacts = { name: 'ada', kind: 'person', fullName: 'Ada Byron', members: [] };

const RG = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';

export function row(role: string, more: Partial<RowFacts> = {}): RowFacts {
  const gcp = { cloud: 'gcp', scope: 'projects/payments-prod', member: 'user:ada@example.com', endsBy: 'cloud' } as const;
  return { sign: '+', principal: 'ada', role, ...gcp, ...more };
}

export function azureRow(role: string, more: Partial<RowFacts> = {}): RowFacts {
  const member = '1b2c0000-0000-4000-8000-000000000001';
  return row(role, { cloud: 'azure', scope: RG, member, endsBy: 'run', ...more });
}

/** What ada asks for: `debug` in production, tonight. */
export function grant(more: Partial<GrantFacts> = {}): GrantFacts {
  const id = '2026-11-21-ada-debug';
  return {
    id,
    path: `grants/payments/${id}.yaml`,
    change: 'new',
    principals: [ADA],
    access: [{ role: 'debug', at: 'payments-prod', description: "Read logs and the replica's settings" }],
    lost: [],
    reason: "Find out why last night's settlements failed",
    ticket: 'INC-4711',
    zone: 'Europe/Berlin',
    environments: ['prod'],
    privileged: false,
    length: 4 * 3600_000,
    latest: at('2026-11-22T02:00:00Z'),
    rows: [row('roles/logging.viewer'), row('roles/cloudsql.viewer'), azureRow('Reader')],
    notes: [],
    holdings: [{ person: 'ada', fullName: 'Ada Byron', now: [], past: { grants: 3, time: 9 * 3600_000 } }],
    ...more,
  };
}

export function approval(more: Partial<ApprovalFacts> = {}): ApprovalFacts {
  return {
    met: false,
    by: [],
    open: [{ count: 1, from: ['bo', 'chi'] }],
    barred: [{ person: 'ada', why: 'opened the request' }],
    discounted: [],
    against: [],
    faults: [],
    ...more,
  };
}

export function facts(more: Partial<RequestFacts> = {}): RequestFacts {
  return {
    at: NOW,
    number: 412,
    head: '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776',
    grants: [grant()],
    control: [],
    lapsed: 0,
    findings: [],
    suggestions: [],
    rules: 15,
    approval: approval(),
    seen: at('17:01'),
    unknown: [],
    readOnly: false,
    ...more,
  };
}

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    code: 'GK2103',
    severity: 'error',
    message: '8h is longer than the 4h that environment prod allows',
    hint: 'Write "duration: 4h" beside the latest end',
    at: { file: 'grants/payments/2026-11-21-ada-debug.yaml', line: 7, column: 11, endLine: 7, endColumn: 13 },
    ...more,
  };
}
