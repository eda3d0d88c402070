import { describe, expect, it } from 'vitest';
import { compiledCodeDir } from '../../src/cli/compiled-code.ts';

describe('where compiled code is kept', () => {
  it("is the person's own cache folder", () => {
    expect(compiledCodeDir({ HOME: '/home/ada' })).toBe('/home/ada/.cache/grantkeeper');
    expect(compiledCodeDir({ HOME: '/home/ada', XDG_CACHE_HOME: '/cache' })).toBe('/cache/grantkeeper');
  });

  it('is nowhere in CI, without a home, and where the path would depend on the folder of the run', () => {
    expect(compiledCodeDir({ HOME: '/home/ada', CI: 'true' })).toBeUndefined();
    expect(compiledCodeDir({})).toBeUndefined();
    expect(compiledCodeDir({ XDG_CACHE_HOME: 'cache' })).toBeUndefined();
  });
});
