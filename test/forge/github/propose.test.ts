import { describe, expect, it } from 'vitest';

import { commitAt } from '../../../src/sim/github/objects.ts';
import { merge, REPO, world } from '../../sim/github/world.ts';
import { failure, forgeOf, value } from './setup.ts';

const BRANCH = 'grantkeeper/recall/gil';
const PATH = 'recalls/gil.yaml';
const CONTENT = 'principal: gil\nreason: "Laptop ü stolen"\n';
const TEXT = { title: 'Recall gil', body: 'Please land this.' };

function isWrite(call: { readonly method: string }): boolean {
  return call.method !== 'GET';
}

describe.concurrent('a proposed file', () => {
  it('stands on a branch of its own, with a request for it', async () => {
    const github = world();
    const forge = await forgeOf(github);
    const proposed = value(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT));
    expect(proposed).toEqual({ number: 1, url: 'https://github.com/acme/access/pull/1' });
    expect(value(await forge.textAt(github.tip(BRANCH), PATH))).toBe(CONTENT);
    expect(commitAt(github.repository.objects, github.tip(BRANCH))).toMatchObject({ parents: [github.tip()], message: 'Recall gil' });
    expect(github.repository.pulls).toMatchObject([{ title: 'Recall gil', body: 'Please land this.', baseRef: 'main' }]);
    expect([...value(await forge.branches('grantkeeper/recall/'))]).toEqual([[BRANCH, github.tip(BRANCH)]]);
  });

  it('changes nothing the second time', async () => {
    const github = world();
    const first = value(await (await forgeOf(github)).proposeFile(BRANCH, PATH, CONTENT, TEXT));
    const before = github.service.calls.length;
    expect(value(await (await forgeOf(github)).proposeFile(BRANCH, PATH, CONTENT, TEXT))).toEqual(first);
    expect(github.service.calls.slice(before).filter(isWrite)).toEqual([]);
  });

  it('gets one more commit with another content, never a forced one', async () => {
    const github = world();
    const forge = await forgeOf(github);
    const first = value(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT));
    const head = github.tip(BRANCH);
    expect(value(await forge.proposeFile(BRANCH, PATH, 'principal: gil\n', TEXT))).toEqual(first);
    expect(commitAt(github.repository.objects, github.tip(BRANCH))?.parents).toEqual([head]);
    const act = () => github.push({ branch: BRANCH, files: { x: '1' }, by: 'ada-b' });
    github.service.faults.push({ method: 'PATCH', path: /git\/refs/, effect: { kind: 'meanwhile', act } });
    expect(failure(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT))).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('not a fast forward'),
    });
    expect(github.repository.activity.some((one) => one.kind === 'force_push')).toBe(false);
  });

  it('is the merged request once it has landed, and refused where it landed without one', async () => {
    const github = world();
    const first = value(await (await forgeOf(github)).proposeFile(BRANCH, PATH, CONTENT, TEXT));
    await merge(github, 'sam-o', first.number, 'squash');
    await github.as('sam-o', 'DELETE', `${REPO}/git/refs/heads/grantkeeper%2Frecall%2Fgil`);
    expect(value(await (await forgeOf(github)).proposeFile(BRANCH, PATH, CONTENT, TEXT))).toEqual(first);
    const readme = await (await forgeOf(github)).proposeFile('other', 'README.md', 'Grants of acme\n', TEXT);
    expect(failure(readme)).toMatchObject({ kind: 'invalid', message: expect.stringContaining('stands on the default branch already') });
  });

  it('is asked for again when its request was closed, or never came to be', async () => {
    const github = world();
    const forge = await forgeOf(github);
    github.service.faults.push({ method: 'POST', path: /pulls$/, effect: { kind: 'cut-before' } });
    expect(failure(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT)).kind).toBe('transient');
    const head = github.tip(BRANCH);
    expect(value(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT)).number).toBe(1);
    await github.as('sam-o', 'PATCH', `${REPO}/pulls/1`, { state: 'closed' });
    expect(value(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT)).number).toBe(2);
    expect(github.tip(BRANCH)).toBe(head);
  });

  it.each(['merge', 'squash'] as const)(
    'can be merged again, after a %s that left its branch behind and the file gone since',
    async (method) => {
      const github = world();
      const propose = async (content: string) => value(await (await forgeOf(github)).proposeFile(BRANCH, PATH, content, TEXT)).number;
      await merge(github, 'sam-o', await propose(CONTENT), method);
      const left = github.tip(BRANCH);
      github.push({ branch: 'main', files: { [PATH]: null, other: 'x' }, by: 'sam-o' });
      for (const content of [CONTENT, 'principal: gil\n']) expect(await propose(content)).toBe(2);
      const commit = commitAt(github.repository.objects, github.tip(BRANCH));
      expect(commitAt(github.repository.objects, commit?.parents[0] ?? '')?.parents).toEqual([left, github.tip()]);
      const files = (await github.as('sam-o', 'GET', `${REPO}/pulls/2/files`)).body as readonly { filename: string; status: string }[];
      expect(files.map(({ filename, status }) => `${status} ${filename}`)).toEqual([`added ${PATH}`]);
      await merge(github, 'sam-o', 2, method);
      expect(value(await (await forgeOf(github)).textAt(github.tip(), PATH))).toBe('principal: gil\n');
      expect(github.repository.activity.some((one) => one.kind === 'force_push')).toBe(false);
    },
  );

  it('is not put anywhere while GitHub is down', async () => {
    const github = world();
    for (const path of [/git\/ref\/heads%2Fgrantkeeper/, /pulls\?/, /git\/trees/]) {
      const forge = await forgeOf(github);
      github.service.faults.push({ method: 'GET', path, times: 4, effect: { kind: 'answer', status: 503 } });
      expect(failure(await forge.proposeFile(BRANCH, PATH, CONTENT, TEXT)).kind).toBe('transient');
      github.service.faults.length = 0;
    }
    expect(github.tip(BRANCH)).toBe('');
  });
});
