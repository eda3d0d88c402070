import type { ForgeSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { fail, judged, pass, type Question } from './check.ts';

const COMMON = { family: 'ledger', right: 'Metadata: read' };

const HISTORY: Question = {
  ...COMMON,
  id: 'ledger-history',
  wanted: 'the ledger branch is never rewritten or deleted',
  fix: 'Block force pushes and restrict deletions, in a ruleset for grantkeeper/ledger.',
};

const WRITERS: Question = {
  ...COMMON,
  id: 'ledger-writers',
  wanted: 'only the app that writes the ledger may push to its branch',
  fix: 'Restrict updates in that ruleset, with the app whose token writes the ledger as its only bypass actor.',
};

/** The evidence: a ledger that anybody may rewrite proves nothing, though it grants nothing either. */
export function ledgerChecks({ branch, rules }: ForgeSettings['ledger']): readonly Check[] {
  return [
    judged(HISTORY, rules, (all) => {
      const missing = [
        ...(all.some((rule) => rule.type === 'non_fast_forward') ? [] : ['force pushes']),
        ...(all.some((rule) => rule.type === 'deletion') ? [] : ['its deletion']),
      ];
      return missing.length === 0
        ? pass(`${branch} takes no force push and no deletion`)
        : fail(`${branch} allows ${missing.join(' and ')}`);
    }),
    judged(WRITERS, rules, (all) =>
      all.some((rule) => rule.type === 'update')
        ? pass(`updates of ${branch} are restricted`)
        : fail(`everybody who may push can write ${branch}`),
    ),
  ];
}
