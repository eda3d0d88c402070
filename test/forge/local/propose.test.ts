import { describe, expect, it } from 'vitest';
import { got, worlds } from './world.ts';

const aWorld = worlds();
const BRANCH = 'grantkeeper/init';
const FILES = new Map([
  ['policy/policy.yaml', 'stamp: acme-access\n'],
  ['policy/roles/observe.yaml', 'maxDuration: 8h\n'],
]);
const TEXT = { title: 'Begin', body: 'Read it.' };

describe('proposed files', () => {
  it('are one commit on a branch of their own, with one request', async () => {
    const { forge, head } = await aWorld();
    expect(await forge.proposeFiles?.(BRANCH, FILES, TEXT)).toEqual({ ok: true, value: { number: 1, url: 'local://forge/pull/1' } });
    for (const [path, text] of FILES) expect(await got(forge.textAt(await head(BRANCH), path))).toBe(text);
    expect(await got(forge.showRequest(1))).toMatchObject({ branch: BRANCH, title: 'Begin' });
    expect(await forge.proposeFiles?.(BRANCH, FILES, TEXT)).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', message: `there is a branch ${BRANCH} already` },
    });
  });
});
