import { expect, it } from 'vitest';
import { belowScope } from '../../src/domain/team.ts';

it.each([
  ['/', '', '/'],
  ['/', '/subscriptions/x', '/subscriptions/x'],
  ['projects/x', '', 'projects/x'],
  ['projects/x', '/buckets/b', 'projects/x/buckets/b'],
  ['/subscriptions/x/', '/resourceGroups/g', '/subscriptions/x/resourceGroups/g'],
])('belowScope %s%s', (scope, rest, whole) => expect(belowScope(scope, rest)).toBe(whole));
