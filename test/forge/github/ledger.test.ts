import { describe, expect, it } from 'vitest';
import { contractOf } from '../../sim/github/contract.ts';
import { REPO, world } from '../../sim/github/world.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

const LEDGER = 'grantkeeper/ledger';
const SNAPSHOT = 'grantkeeper/snapshot';
const short = (calls: readonly string[]) =>
  calls.map((call) =>
    decodeURIComponent(call)
      .replace(`${REPO}/git`, '')
      .replaceAll(/[0-9a-f]{40}/g, '…'),
  );

describe('branches of our own on GitHub', () => {
  it('are read by three calls and grown by three, never forced', async () => {
    const github = world();
    const checked = contractOf(github.service.fetch);
    const forge = await forgeOf(github, checked === undefined ? {} : { fetch: checked.fetch });
    expect(value(await forge.own.read(LEDGER, (names) => names))).toBeUndefined();
    const files = new Map([
      ['2026-11.jsonl', 'one\n'],
      ['README.md', '# Ledger ä\n'],
    ]);
    const first = value(await forge.own.append(LEDGER, undefined, files, 'One\n'));
    expect(failure(await forge.own.append(LEDGER, undefined, files, 'Again\n')).kind).toBe('conflict');

    const next = await forgeOf(github, checked === undefined ? {} : { fetch: checked.fetch });
    const calls = await callsOf(github, async () => {
      const read = value(await next.own.read(LEDGER, (names) => names.filter((name) => name.endsWith('.jsonl'))));
      expect(read).toEqual({ head: first, files: new Map([['2026-11.jsonl', 'one\n']]) });
      value(await next.own.append(LEDGER, first, new Map([['2026-11.jsonl', 'one\ntwo\n']]), 'Two\n'));
    });
    expect(short(calls)).toEqual([
      'GET /matching-refs/heads/grantkeeper/',
      'GET /trees/…',
      'GET /blobs/…',
      'POST /trees',
      'POST /commits',
      'PATCH /refs/heads/grantkeeper/ledger',
    ]);
    const second = github.tip(LEDGER);
    expect(failure(await next.own.append(LEDGER, first, files, 'Late\n')).kind).toBe('conflict');
    expect(github.tip(LEDGER)).toBe(second);
    // What one run writes twice it need not read in between.
    const again = await callsOf(github, async () =>
      value(await next.own.append(LEDGER, second, new Map([['2026-12.jsonl', 'three\n']]), 'Three\n')),
    );
    expect(again).toHaveLength(3);
    const all = value(await next.own.read(LEDGER, (names) => names))?.files;
    expect(all).toEqual(new Map([...files, ['2026-11.jsonl', 'one\ntwo\n'], ['2026-12.jsonl', 'three\n']]));
    expect(checked?.breaches ?? []).toEqual([]);
  });

  it('are replaced whole by three calls', async () => {
    const github = world();
    const forge = await forgeOf(github);
    value(await forge.own.replace(SNAPSHOT, new Map([['snapshot.json', 'one']]), 'One\n'));
    const calls = await callsOf(github, async () => value(await forge.own.replace(SNAPSHOT, new Map([['other.json', 'two']]), 'Two\n')));
    expect(short(calls)).toEqual(['POST /trees', 'POST /commits', 'PATCH /refs/heads/grantkeeper/snapshot']);
    expect(value(await forge.own.read(SNAPSHOT, (names) => names))?.files).toEqual(new Map([['other.json', 'two']]));
  });

  it('are told as missing rights, and as an outage, where GitHub says so', async () => {
    const github = world();
    const forge = await forgeOf(github);
    const files = new Map([['a', 'a']]);
    github.service.faults.push({ method: 'POST', path: /\/git\/trees$/, times: Infinity, effect: { kind: 'answer', status: 401 } });
    expect(failure(await forge.own.append(LEDGER, undefined, files, 'One\n')).kind).toBe('forbidden');
    github.service.faults.push({ method: 'PATCH', path: /./, times: Infinity, effect: { kind: 'answer', status: 401 } });
    expect(failure(await forge.own.replace(SNAPSHOT, files, 'One\n')).kind).toBe('forbidden');
    github.service.faults.push({ method: 'GET', path: /./, times: Infinity, effect: { kind: 'answer', status: 503 } });
    expect(failure(await forge.own.read(LEDGER, (names) => names)).kind).toBe('transient');
  });
});
