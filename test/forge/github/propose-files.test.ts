import { describe, expect, it } from 'vitest';

import { commitAt } from '../../../src/sim/github/objects.ts';
import { world } from '../../sim/github/world.ts';
import { failure, forgeOf, value } from './setup.ts';

const BRANCH = 'grantkeeper/init';
const TEXT = { title: 'Begin', body: 'Read it.' };
const FILES = new Map([
  ['policy/policy.yaml', 'stamp: acme-access\n'],
  ['.github/workflows/validate.yml', 'name: validate\n'],
]);

async function propose(github: ReturnType<typeof world>) {
  const forge = await forgeOf(github);
  const answer = await forge.proposeFiles?.(BRANCH, FILES, TEXT);
  if (answer === undefined) throw new Error('the forge takes no files');
  return { forge, answer };
}

describe('proposed files', () => {
  it('are one commit on one branch with one request, in six calls', async () => {
    const github = world();
    const { forge, answer } = await propose(github);
    expect(value(answer)).toEqual({ number: 1, url: 'https://github.com/acme/access/pull/1' });
    expect(commitAt(github.repository.objects, github.tip(BRANCH))).toMatchObject({
      parents: [github.tip()],
      message: 'Begin\n\nRead it.\n',
    });
    for (const [path, text] of FILES) expect(value(await forge.textAt(github.tip(BRANCH), path))).toBe(text);
    expect(value(await forge.textAt(github.tip(BRANCH), 'README.md'))).toBeDefined();
    expect(github.service.calls.filter(({ method }) => method !== 'GET')).toHaveLength(4);
  });

  it('leave a branch alone that is there already', async () => {
    const github = world();
    github.push({ branch: BRANCH, files: { x: '1' }, by: 'ada-b' });
    const head = github.tip(BRANCH);
    expect(failure((await propose(github)).answer)).toMatchObject({ kind: 'conflict', message: `there is a branch ${BRANCH} already` });
    expect(github.tip(BRANCH)).toBe(head);
    expect(github.repository.pulls).toEqual([]);
  });
});
