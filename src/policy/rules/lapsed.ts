import { formatInstant } from '../../domain/instant.ts';
import { type Asked, endPointer, landsAt } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** At the second of the end it is over, so an end at the landing gives nothing. */
export const lapsed: Rule = { id: 'lapsed', code: 'GK2101', severity: 'error', summary: 'The end lies ahead', judge };

function judge(asked: Asked): readonly Problem[] {
  const at = Math.max(asked.now, landsAt(asked));
  if (asked.end > at) return [];
  const message = `the end ${formatInstant(asked.end)} is over, so nothing would be granted`;
  return [{ pointer: endPointer(asked), message, hint: 'Write a later moment in UTC, such as 2026-11-23T17:00:00Z' }];
}
