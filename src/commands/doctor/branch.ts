import type { BranchRule, BranchSettings, ClassicProtection, ReviewRule } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, notTold, pass, type Question } from './check.ts';

const FAMILY = 'default branch';
const RIGHT = 'Administration: read';

/** Something that rules or the older protection must demand; one of both is enough. */
interface Demand {
  readonly question: Question;
  /** What the branch does then, as `demands a review from code owners`, and what it does else. */
  readonly held: string;
  readonly lacking: string;
  readonly byRules: (rules: readonly BranchRule[]) => boolean;
  readonly byClassic: (classic: ClassicProtection) => boolean;
}

/** What guards the branch whose content counts as approved (GitHub docs: available rules for rulesets). */
export function branchChecks(settings: BranchSettings, minimum: number): readonly Check[] {
  return demandsOf(minimum).map((demand) => demanded(settings, demand));
}

function demandsOf(minimum: number): readonly Demand[] {
  const approvals = `${minimum} approval${minimum === 1 ? '' : 's'}`;
  return [
    reviewed(
      'branch-reviews',
      `a pull request with ${approvals}`,
      `Set required approvals to ${minimum}`,
      (rule) => rule.approvals >= minimum,
    ),
    reviewed('branch-code-owners', 'a review from code owners', 'Require review from Code Owners', (rule) => rule.codeOwners),
    reviewed(
      'branch-stale',
      'approvals that a push takes away',
      'Dismiss stale approvals when new commits are pushed',
      (rule) => rule.dismissStale,
    ),
    reviewed(
      'branch-last-push',
      'an approval of the last push by somebody else',
      'Require approval of the most recent push',
      (rule) => rule.lastPush,
    ),
    barred('branch-force-push', 'force pushes', 'Block force pushes', 'non_fast_forward', (classic) => !classic.forcePushes),
    barred('branch-deletion', 'its deletion', 'Restrict deletions', 'deletion', (classic) => !classic.deletions),
  ];
}

function reviewed(id: string, wanted: string, setting: string, holds: (rule: ReviewRule) => boolean): Demand {
  return {
    question: { id, family: FAMILY, wanted, fix: `${setting}, in a ruleset for the default branch.`, right: RIGHT },
    held: `demands ${wanted}`,
    lacking: `does not demand ${wanted}`,
    byRules: (rules) => rules.some(({ review }) => review !== undefined && holds(review)),
    byClassic: ({ review }) => review !== undefined && holds(review),
  };
}

function barred(id: string, what: string, setting: string, type: string, byClassic: Demand['byClassic']): Demand {
  const fix = `${setting}, in a ruleset for the default branch.`;
  const question = { id, family: FAMILY, wanted: `a bar on ${what}`, fix, right: RIGHT };
  return {
    question,
    held: `bars ${what}`,
    lacking: `allows ${what}`,
    byRules: (rules) => rules.some((rule) => rule.type === type),
    byClassic,
  };
}

/** Absence counts only where both could be read: the one that could not may hold what the other lacks. */
function demanded({ branch, rules, classic }: BranchSettings, { question, held, lacking, byRules, byClassic }: Demand): Check {
  if (rules.answer.ok && byRules(rules.answer.value)) return checkOf(question, rules.call, pass(`${branch} ${held}, by a ruleset`));
  if (!rules.answer.ok) return checkOf(question, rules.call, notTold(rules.answer.failure, question));
  if (!classic.answer.ok) return checkOf(question, classic.call, notTold(classic.answer.failure, question));
  const byOlder = classic.answer.value !== undefined && byClassic(classic.answer.value);
  if (byOlder) return checkOf(question, classic.call, pass(`${branch} ${held}, by branch protection`));
  return checkOf(question, rules.call, fail(`${branch} ${lacking}`));
}
