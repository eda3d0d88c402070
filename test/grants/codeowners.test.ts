import { describe, expect, it } from 'vitest';
import { ownersOf, parseCodeowners } from '../../src/domain/codeowners.ts';
import { writeCodeowners } from '../../src/grants/codeowners.ts';
import { controlWith } from './assembled.ts';

const text = writeCodeowners(controlWith());
const { rules, problems } = parseCodeowners(text);

describe('writeCodeowners', () => {
  it('says where it comes from', () => {
    expect(text.split('\n')[0]).toContain('`grantkeeper codeowners`');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('writes only lines that GitHub knows', () => {
    expect(problems).toEqual([]);
    expect(rules.map(({ pattern }) => pattern)).toEqual([
      '/grants/',
      '/grants/payments/',
      '/grants/platform/',
      '/policy/',
      '/recalls/',
      '/drift/',
      '/.github/',
      '/.gitattributes',
      '/action.yml',
      '/actions/',
    ]);
  });

  it.each([
    ['grants/payments/x.yaml', ['@bo-s', '@chi-p']],
    ['grants/platform/x.yaml', ['@sam-o', '@kim-i']],
    ['grants/nobody/x.yaml', ['@sam-o', '@kim-i']],
    ['policy/teams/payments.yaml', ['@sam-o', '@kim-i']],
    ['recalls/gil.yaml', ['@sam-o', '@kim-i']],
    ['drift/baseline.jsonl', ['@sam-o', '@kim-i']],
    ['.github/CODEOWNERS', ['@sam-o', '@kim-i']],
    ['.github/workflows/apply.yml', ['@sam-o', '@kim-i']],
    ['.gitattributes', ['@sam-o', '@kim-i']],
    ['action.yml', ['@sam-o', '@kim-i']],
    ['actions/plan/action.yml', ['@sam-o', '@kim-i']],
    ['docs/notes.md', undefined],
  ])('%s is owned by %j', (path, owners) => expect(ownersOf(rules, path)).toEqual(owners));
});
