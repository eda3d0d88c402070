import { markdownTable } from 'markdown-table';
import { latenessText, NO_BOUND } from './lateness-text.ts';
import { inert, shortened } from './markdown.ts';
import type { GrantFacts, RowFacts } from './request-facts.ts';

/** Of a scope in the table; the details have all of it. */
const LONG = 70;

/** The bindings of a grant, one a row: what comes or goes, for whom where there are several, which role, where, and who ends it. */
export function bindingTable(grant: GrantFacts, most: number): string {
  if (grant.rows.length === 0) return '';
  const several = grant.principals.length > 1;
  const rows = grant.rows
    .slice(0, most)
    .map((row) => [
      row.sign,
      ...(several ? [inert(row.principal)] : []),
      inert(shortened(row.role, LONG)) + (row.condition === undefined ? '' : ' with a condition'),
      `${row.cloud} ${inert(shortScope(row.scope))}`,
      endingText(row),
    ]);
  const header = ['', ...(several ? ['who'] : []), 'role', 'where', 'ends'];
  const rest = grant.rows.length - rows.length;
  // Staggered: with aligned columns one long cell would pad every row.
  const table = markdownTable([header, ...rows], { alignDelimiters: false });
  return rest === 0 ? table : `${table}\n\nAnd ${rest} more; the summary of the run has all of them.`;
}

/** The last parts of a long scope: in the middle it only says what kind of thing follows. */
function shortScope(scope: string): string {
  if (scope.length <= LONG) return scope;
  const parts = scope.split('/');
  return shortened(`\u2026/${parts.slice(-2).join('/')}`, LONG);
}

const TAKEOVERS = {
  adopt: '**marks as ours what stands there by hand, which then ends too**',
  replace: '**takes away what stands there by hand**',
} as const;

function endingText({ sign, endsBy, lateness, twin, takeover }: RowFacts): string {
  if (sign === '-') return 'at the merge, by our run';
  const byRun = `by our run (${latenessText(lateness)}; ${NO_BOUND})`;
  const ends = { cloud: 'by the cloud', run: byRun, either: `by the cloud if it can, else ${byRun}` }[endsBy];
  if (takeover !== undefined) return `${ends}; ${TAKEOVERS[takeover]}`;
  if (twin === 'masked') return `${ends}; **no effect while the same stands there by hand without an end**`;
  return twin === 'beside' ? `${ends}; the same stands there by hand` : ends;
}
