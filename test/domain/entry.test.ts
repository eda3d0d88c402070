import { expect, it } from 'vitest';
import { recordKey } from '../../src/domain/entry.ts';

it('lines are about one binding where access and own condition are the same', () => {
  expect(recordKey('sha256:a')).toBe(recordKey('sha256:a', ''));
  expect(recordKey('sha256:a', 'x')).not.toBe(recordKey('sha256:a'));
});
