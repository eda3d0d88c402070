import { count } from './columns.ts';
import { approvalTitle, isBlocked } from './request-approval.ts';
import type { RequestFacts } from './request-facts.ts';

/** Where a request stands: refused by findings, blocked for want of people or by its form, waiting for an approval, or ready to be merged. */
export type RequestState = 'refused' | 'blocked' | 'waiting' | 'ready';

export function stateOf({ findings, approval }: Pick<RequestFacts, 'findings' | 'approval'>): RequestState {
  if (findings.some((finding) => finding.severity === 'error')) return 'refused';
  if (approval.met) return 'ready';
  return isBlocked(approval) ? 'blocked' : 'waiting';
}

/** What the check says in one line; plain text. */
export function titleOf(facts: Pick<RequestFacts, 'findings' | 'approval'>): string {
  const errors = facts.findings.filter((finding) => finding.severity === 'error').length;
  return errors > 0 ? `Refused: ${count(errors, 'error')}` : approvalTitle(facts.approval);
}

/** The labels that this program sets and takes away; all others are people's. */
export const REQUEST_LABELS = ['grantkeeper:request', 'grantkeeper:renewal', 'grantkeeper:blocked'] as const;

export type RequestLabel = (typeof REQUEST_LABELS)[number];

/** What is asked for, and whether somebody has to mend it before an approval can help. */
export function labelsOf(facts: RequestFacts): readonly RequestLabel[] {
  const changes = new Set(facts.grants.map((grant) => grant.change));
  const state = stateOf(facts);
  return [
    ...(changes.has('new') || changes.has('change') ? (['grantkeeper:request'] as const) : []),
    ...(changes.has('renewal') ? (['grantkeeper:renewal'] as const) : []),
    ...(state === 'refused' || state === 'blocked' ? (['grantkeeper:blocked'] as const) : []),
  ];
}
