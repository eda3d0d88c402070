import { describe, expect, it } from 'vitest';
import { ownersChecks, ownersErrorChecks, type OwnersFiles } from '../../../src/commands/doctor/owners.ts';
import { one, settings, told, untold, verdicts } from './settings.ts';

const TEXT = '/grants/ @sam-o\n/policy/ @sam-o\n/recalls/ @sam-o\n/.github/ @sam-o\n';
const of = (more: Partial<OwnersFiles>) => ownersChecks({ text: TEXT, wanted: TEXT, paths: ['grants/payments/a.yaml'], ...more });

describe('code owners', () => {
  it('pass where the file is ours and nothing is left out', () => {
    expect(verdicts(of({}))).toEqual(['codeowners-written pass', 'codeowners-coverage pass']);
  });

  it('fail where there is no file, or another', () => {
    expect(verdicts(of({ text: undefined }))).toEqual(['codeowners-written fail', 'codeowners-coverage fail']);
    expect(verdicts(of({ text: `${TEXT}# more\n` }))).toEqual(['codeowners-written fail', 'codeowners-coverage pass']);
  });

  it('are unknown while the policy does not read', () => {
    expect(verdicts(of({ wanted: undefined }))).toEqual(['codeowners-written unknown', 'codeowners-coverage pass']);
  });

  it('fail where a file, or one that may come, has no owner', () => {
    const found = (text: string, paths: readonly string[] = []) => one(of({ text, paths }), 'codeowners-coverage').found;
    expect(found(`${TEXT}/grants/payments/\n`, ['grants/payments/a.yaml'])).toBe('nobody owns grants/payments/a.yaml');
    expect(found(TEXT.replace('/recalls/ @sam-o\n', ''))).toBe('nobody owns recalls/new.yaml');
    expect(found('', ['grants/a', 'grants/b', 'grants/c'])).toBe(
      'nobody owns grants/a, grants/b, grants/c, grants/new-team/new.yaml, policy/new.yaml and 2 more',
    );
  });
});

describe("GitHub's errors in the file", () => {
  it('pass, fail or are unknown', () => {
    expect(verdicts(ownersErrorChecks(settings()))).toEqual(['codeowners-errors pass']);
    const [check] = ownersErrorChecks(settings({ codeowners: told([{ line: 3, kind: 'Unknown owner', path: '.github/CODEOWNERS' }]) }));
    expect(check).toMatchObject({ verdict: 'fail', found: '.github/CODEOWNERS:3 Unknown owner' });
    expect(verdicts(ownersErrorChecks(settings({ codeowners: untold() })))).toEqual(['codeowners-errors unknown']);
  });
});
