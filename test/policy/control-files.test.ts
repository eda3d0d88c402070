import { describe, expect, it } from 'vitest';
import { isControlFile, isRecallFile } from '../../src/policy/control-files.ts';

describe('isControlFile', () => {
  it.each([
    'policy/policy.yaml',
    'policy/people/payments.yaml',
    'Policy/policy.yaml',
    '.github/workflows/apply.yml',
    '.github/CODEOWNERS',
    '.github/codeowners',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    'Docs/codeowners',
    '.gitattributes',
    'grants/payments/.gitattributes',
  ])('decides about access: %s', (path) => expect(isControlFile(path)).toBe(true));

  it.each(['grants/payments/x.yaml', 'README.md', 'src/CODEOWNERS', 'docs/policy/x.md', 'recalls/gil.yaml', 'x.gitattributes'])(
    'does not: %s',
    (path) => expect(isControlFile(path)).toBe(false),
  );
});

describe('isRecallFile', () => {
  it.each(['recalls/gil.yaml', 'Recalls/gil.yaml'])('recalls: %s', (path) => expect(isRecallFile(path)).toBe(true));
  it.each(['grants/recalls/gil.yaml', 'policy/policy.yaml'])('does not: %s', (path) => expect(isRecallFile(path)).toBe(false));
});
