import { formatInstant } from '../../domain/instant.ts';
import type { Asked } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const expiresAfterStarts: Rule = {
  id: 'expires-after-starts',
  code: 'GK2102',
  severity: 'error',
  summary: 'The access begins before it ends',
  judge,
};

function judge({ grant }: Asked): readonly Problem[] {
  if (grant.starts === undefined || grant.starts < grant.expires) return [];
  const message = `it starts at ${formatInstant(grant.starts)}, but expires at ${formatInstant(grant.expires)}`;
  return [{ pointer: '/starts', message, hint: 'Write a start before the end, or leave starts: out to begin at the merge' }];
}
