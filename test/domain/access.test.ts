import { expect, it } from 'vitest';
import { type Binding, bindingKey, memberKey, scopeKey, tripleKey } from '../../src/domain/access.ts';

const BINDING: Binding = {
  scope: { cloud: 'gcp', path: 'projects/P', key: 'projects/p' },
  role: { id: 'roles/x', name: 'X' },
  member: { kind: 'user', id: 'user:a@b.c', shown: 'user:A@b.c' },
};

it('keys bindings by what compares, never by what is shown', () => {
  expect(tripleKey(BINDING)).toBe('gcp\nprojects/p\nroles/x\nuser:a@b.c');
  expect(bindingKey(BINDING)).toBe(`${tripleKey(BINDING)}\n`);
  expect(bindingKey({ ...BINDING, condition: 'c' })).toBe(`${tripleKey(BINDING)}\nc`);
  expect(scopeKey(BINDING.scope)).toBe('gcp\nprojects/p');
  expect(memberKey('gcp', BINDING.member)).toBe('gcp\nuser:a@b.c');
});
