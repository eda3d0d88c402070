import { compare } from '../../domain/finding.ts';
import { isBot, sameLogin } from './people.ts';
import type { StoredReview } from './state.ts';

/** A login that may not approve because the request gives it something, and why. */
export interface Beneficiary {
  readonly login: string;
  readonly reason: string;
}

export interface Ask {
  readonly author: string;
  readonly head: string;
  /** Who wrote its commits. */
  readonly writers: readonly string[];
  readonly paths: readonly string[];
  /** In the order of time. */
  readonly reviews: readonly StoredReview[];
  readonly beneficiaries: readonly Beneficiary[];
  /** As CODEOWNERS of the base branch says, `@bo-s`; none or undefined where nobody owns the path. */
  readonly ownersOf: (path: string) => readonly string[] | undefined;
}

/** Everything that stands against merging by what people have said; empty when nothing does. */
export function objections(ask: Ask): readonly string[] {
  const latest = standing(ask.reviews);
  const refusals = latest.filter((review) => review.state === 'changes-requested').map((review) => `${review.login} has asked for changes`);
  const approvals = latest.filter((review) => review.state === 'approved');
  const counting = approvals.filter((review) => flaw(ask, review) === undefined).map((review) => review.login);
  const unmet = missing(ask, counting);
  const flawed = unmet.length === 0 ? [] : approvals.map((review) => flaw(ask, review)).filter((text) => text !== undefined);
  return [...refusals, ...unmet, ...flawed];
}

/** What each person said last; a comment takes nothing back. */
export function standing(reviews: readonly StoredReview[]): readonly StoredReview[] {
  const latest = new Map(reviews.filter((review) => review.state !== 'commented').map((review) => [review.login.toLowerCase(), review]));
  return [...latest.values()];
}

/** Why an approval does not count. */
function flaw(ask: Ask, { login, commit }: StoredReview): string | undefined {
  const gain = ask.beneficiaries.find((one) => sameLogin(one.login, login));
  if (isBot(login)) return `the approval of ${login} does not count: a machine approves nothing`;
  if (sameLogin(login, ask.author)) return `the approval of ${login} does not count: they opened the request`;
  if (ask.writers.some((writer) => sameLogin(writer, login)))
    return `the approval of ${login} does not count: they wrote a commit of the request`;
  if (gain !== undefined) return `the approval of ${login} does not count: ${gain.reason}`;
  if (commit !== ask.head)
    return `the approval of ${login} does not count: it is of ${commit.slice(0, 7)}, and the branch has moved to ${ask.head.slice(0, 7)}`;
  return undefined;
}

/** The paths that no owner has approved, one line for each set of owners. */
function missing(ask: Ask, counting: readonly string[]): readonly string[] {
  const open = new Map<string, string[]>();
  for (const path of ask.paths) {
    const owners = ask.ownersOf(path) ?? [];
    if (owners.length === 0 || owners.some((owner) => counting.some((login) => sameLogin(`@${login}`, owner)))) continue;
    const names = owners.map((owner) => owner.replace(/^@/, '')).join(' or ');
    open.set(names, [...(open.get(names) ?? []), path]);
  }
  return [...open].sort(([a], [b]) => compare(a, b)).map(([names, paths]) => `${listed(paths)} needs an approval by ${names}`);
}

function listed(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
