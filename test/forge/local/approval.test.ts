import { describe, expect, it } from 'vitest';
import { objections, type Ask } from '../../../src/forge/local/approval.ts';
import type { StoredReview } from '../../../src/forge/local/state.ts';
import { NOW } from './world.ts';

const HEAD = 'a'.repeat(40);

function said(login: string, state: StoredReview['state'] = 'approved'): StoredReview {
  return { login, state, commit: HEAD, at: NOW, body: '' };
}

const ASK: Ask = {
  author: 'ada-b',
  head: HEAD,
  writers: ['ada-b'],
  paths: ['grants/payments/a.yaml', 'README.md', 'docs/free.md'],
  reviews: [],
  beneficiaries: [],
  ownersOf: (path) =>
    path.startsWith('grants/') ? ['@bo-s', '@acme/oncall', 'chi@example.com'] : path.startsWith('docs/') ? [] : undefined,
};

describe('objections', () => {
  it('asks only for owners that a path has, whatever the case of their login', () => {
    expect(objections({ ...ASK, reviews: [said('BO-S')] })).toEqual([]);
    expect(objections({ ...ASK, paths: ['README.md', 'docs/free.md'] })).toEqual([]);
    expect(objections(ASK)).toEqual(['grants/payments/a.yaml needs an approval by bo-s or acme/oncall or chi@example.com']);
  });

  it("does not count the author's own approval, though a state file written by hand held it", () => {
    expect(objections({ ...ASK, author: 'bo-s', writers: [], reviews: [said('Bo-S')] })).toEqual([
      'grants/payments/a.yaml needs an approval by bo-s or acme/oncall or chi@example.com',
      'the approval of Bo-S does not count: they opened the request',
    ]);
  });

  it('says nothing of approvals that are not needed', () => {
    expect(objections({ ...ASK, reviews: [said('bo-s'), said('ada-b'), said('zoe-l', 'commented')] })).toEqual([]);
    expect(objections({ ...ASK, reviews: [said('bo-s'), said('zoe-l', 'changes-requested')] })).toEqual(['zoe-l has asked for changes']);
  });
});
