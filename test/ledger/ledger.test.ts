import { hash as sha } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/entry.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { OwnBranches } from '../../src/forge/forge.ts';
import { linked, origin } from '../../src/ledger/chain.ts';
import { appendFacts, type Ledger, LEDGER, type Pen, type Preface, readLedger, withPreface } from '../../src/ledger/ledger.ts';
import { blindSince, withdrawnSince } from '../../src/ledger/standing.ts';
import { checkLedger } from '../../src/ledger/verify.ts';
import { instant } from '../git/scratch.ts';
import { ownBranchesIn } from './own-branches.ts';

const hash = (text: string) => sha('sha256', text);
const NOV = instant('2026-11-23T09:00:00Z');
const DEC = instant('2026-12-01T00:10:00Z');
const ACCESS = `sha256:${'a'.repeat(64)}`;

const fact = (kind: Fact['kind'], at: Instant, more: Partial<Fact> = {}): Fact => ({ at, run: 'r1', kind, ...more });
const pen = (now: Instant): Pen => ({ now, run: 'r1', hash, sleep: async () => undefined, readme: ({ head }) => `# ${head.seq}\n` });

function forge(): { readonly own: OwnBranches; readonly branches: Parameters<typeof ownBranchesIn>[0] } {
  const branches: Parameters<typeof ownBranchesIn>[0] = new Map();
  return { own: ownBranchesIn(branches), branches };
}

async function read(on: { readonly own: OwnBranches }, since = NOV): Promise<Ledger> {
  const answer = await readLedger(on, since, hash);
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

async function append(on: { readonly own: OwnBranches }, seen: Ledger, now: Instant, ...facts: readonly Fact[]): Promise<Ledger> {
  const answer = await appendFacts(on, seen, facts, pen(now));
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

describe('the ledger', () => {
  it('begins with nothing, and reads as it was written', async () => {
    const on = forge();
    const empty = await read(on);
    expect(empty).toMatchObject({ head: { seq: 0 }, entries: [] });
    expect(empty.commit).toBeUndefined();
    const full: Fact = {
      ...fact('granted', NOV),
      grant: 'g',
      cloud: 'gcp',
      scope: 'projects/x',
      role: 'roles/viewer',
      principal: 'ada',
      member: 'user:ada@example.com',
      access: ACCESS,
      condition: 'resource.name == "ä\u202e"',
      until: DEC,
      because: 'asked',
      requestedBy: 'bo',
      approvedBy: ['bo', 'chi'],
      commit: 'c',
      request: 4,
      file: 'f',
      evidence: 'etag',
      reason: 'x'.repeat(2000),
      carried: true,
    };
    const written = await append(on, empty, NOV, full, fact('heartbeat', NOV));
    const again = await read(on);
    expect(again.head).toEqual(written.head);
    expect(again.entries).toEqual([
      { ...full, reason: `${'x'.repeat(999)}…`, seq: 1, prev: empty.head.hash, hash: expect.any(String) },
      expect.anything(),
    ]);
    const files = on.branches.get(LEDGER)?.files;
    expect(files?.get('2026-11.jsonl')).toMatch(/^[\n -~]+$/);
    expect(files?.get('README.md')).toBe('# 2\n');
  });

  it('loses no line of runs that race, whoever is first', async () => {
    const on = forge();
    const seen = await read(on);
    const runs = Array.from({ length: 8 }, (_, at) => append(on, seen, NOV, fact('heartbeat', NOV, { evidence: `run ${at}` })));
    await Promise.all(runs);
    const { entries, head } = await read(on);
    expect(head.seq).toBe(8);
    expect(new Set(entries.map((one) => one.evidence)).size).toBe(8);
    expect(checkLedger(on.branches.get(LEDGER)?.files ?? new Map(), hash).findings).toEqual([]);
  });

  it('gives up in the end where others never let it in, and tells any other failure at once', async () => {
    const on = forge();
    const seen = await read(on);
    const conflict = { ok: false, failure: { kind: 'conflict', message: 'moved' } } as const;
    expect(await appendFacts({ own: { ...on.own, append: async () => conflict } }, seen, [fact('heartbeat', NOV)], pen(NOV))).toEqual(
      conflict,
    );
    const down = { ok: false, failure: { kind: 'transient', message: '503' } } as const;
    expect(await appendFacts({ own: { ...on.own, append: async () => down } }, seen, [fact('heartbeat', NOV)], pen(NOV))).toEqual(down);
    const half = { ...on.own, append: async () => conflict, read: async () => down };
    expect(await appendFacts({ own: half }, seen, [fact('heartbeat', NOV)], pen(NOV))).toEqual(down);
    expect(await readLedger({ own: half }, NOV, hash)).toEqual(down);
  });

  it('says again in a new month what stands, so that one month is enough to read', async () => {
    const on = forge();
    const one = { grant: 'g', access: ACCESS, until: DEC };
    const recall = { principal: 'gil', file: 'recalls/gil.yaml', reason: 'Stolen' };
    await append(
      on,
      await read(on),
      NOV,
      fact('granted', NOV, one),
      fact('granted', NOV, { ...one, condition: 'x' }),
      fact('ended', NOV, { ...one, condition: 'x', because: 'withdrawn' }),
      fact('recalled', NOV, recall),
      fact('recalled', NOV, { ...recall, principal: 'chi' }),
      fact('lifted', NOV, { ...recall, principal: 'chi' }),
      fact('spent', NOV, { grant: 'old' }),
      fact('spent', instant('2026-09-01T00:00:00Z'), { grant: 'older' }),
      fact('heartbeat', NOV, { commit: 'the-tip' }),
      fact('heartbeat', NOV, { commit: 'a-branch', reason: 'not known to be the tip of the default branch' }),
    );
    const next = await append(on, await read(on), DEC, fact('heartbeat', DEC));
    expect(next.month?.name).toBe('2026-12.jsonl');
    const alone = await read(on, DEC);
    expect(alone.entries.map(({ kind, carried }) => [kind, carried])).toEqual([
      ['granted', true],
      ['recalled', true],
      ['spent', true],
      ['heartbeat', true],
      ['heartbeat', undefined],
    ]);
    expect(alone.state.tip?.commit).toBe('the-tip');
    expect(alone.head).toEqual(next.head);
    expect([...alone.state.open.keys()]).toEqual([`${ACCESS}\n`]);
    expect([...withdrawnSince((await read(on)).entries, instant('2026-11-22T00:00:00Z'))]).toEqual([`${ACCESS}\nx`]);
    expect(checkLedger(on.branches.get(LEDGER)?.files ?? new Map(), hash, next.head.hash)).toMatchObject({ findings: [], head: next.head });
    // A clock that went back writes on in the newest month.
    expect((await append(on, next, NOV, fact('heartbeat', NOV))).month?.name).toBe('2026-12.jsonl');
  });

  it('reads its newest month, however old it is', async () => {
    const on = forge();
    const written = await append(on, await read(on), NOV, fact('heartbeat', NOV));
    expect((await read(on, DEC)).head).toEqual(written.head);
  });

  it('says what stands in a new month only', async () => {
    const on = forge();
    const first = await append(on, await read(on), NOV, fact('granted', NOV, { grant: 'g', access: ACCESS, until: DEC }));
    const second = await append(on, first, NOV, fact('heartbeat', NOV));
    expect(second.entries.map(({ kind }) => kind)).toEqual(['granted', 'heartbeat']);
    expect((await read(on)).entries).toEqual(second.entries);
  });

  it('with a preface says the same as without, and spells each line of it once', async () => {
    const facts = [1, 2, 3, 4].map((at) => fact('heartbeat', NOV, { evidence: `line ${at}` }));
    const [a, b, c, d] = facts as [Fact, Fact, Fact, Fact];
    const plain = await (async () => append(forge(), await read(forge()), NOV, ...facts))();
    const on = forge();
    const seen = await read(on);
    let hashed = 0;
    const counting: Pen = { ...pen(NOV), hash: (text) => ((hashed += 1), hash(text)) };
    const empty: Preface = { on: seen, facts: [], grown: seen };
    const preface = withPreface(withPreface(empty, [a], counting), [b, c], counting);
    expect(hashed).toBe(3);
    const answer = await appendFacts(on, seen, facts, counting, preface);
    expect(answer).toMatchObject({ ok: true, value: { head: plain.head, entries: plain.entries, month: plain.month } });
    expect(hashed).toBe(4);
    const other = await appendFacts(forge(), seen, [a, d], pen(NOV), preface);
    expect(other.ok && other.value.entries.map(({ evidence }) => evidence)).toEqual(['line 1', 'line 4']);
  });

  it('is not gone on with once it is broken, and each damage has its place', async () => {
    const on = forge();
    await append(on, await read(on), NOV, fact('heartbeat', NOV), fact('heartbeat', NOV), fact('heartbeat', NOV));
    const text = on.branches.get(LEDGER)?.files.get('2026-11.jsonl') ?? '';
    const [a = '', b = '', c = ''] = text.split('\n');
    const findings = (content: string, named?: string) => {
      const checked = checkLedger(
        new Map([['2026-11.jsonl', content], ['README.md', ''], ...(named === undefined ? [] : [['notes.txt', 'x'] as const])]),
        hash,
        named,
      );
      return checked.findings.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`);
    };
    expect(findings(text)).toEqual([]);
    expect(findings(`${a}\n${b}\n`)).toEqual([]);
    expect(findings(`${a}\n${b}\n`, JSON.parse(c).hash as string)).toEqual(['GK8005 notes.txt:1', 'GK8006 2026-11.jsonl:2']);
    expect(findings(`${a}\n${b}\n${c}`)).toEqual(['GK8004 2026-11.jsonl:3']);
    expect(findings(`${b}\n${c}\n`)).toEqual(['GK8003 2026-11.jsonl:1']);
    expect(findings(`${a}\nx\n${c}\n`)).toEqual(['GK8001 2026-11.jsonl:2', 'GK8003 2026-11.jsonl:3']);
    expect(findings(text.replace('"run":"r1"', '"run":"r2"'))).toEqual(['GK8002 2026-11.jsonl:1']);
    expect(findings(text.replace('"heartbeat"', '"gone"'))).toEqual(['GK8002 2026-11.jsonl:1', 'GK8001 2026-11.jsonl:1']);
    on.branches.set(LEDGER, { head: 'h', files: new Map([['2026-11.jsonl', text.replace('r1', 'r2')]]) });
    expect(await readLedger(on, NOV, hash)).toMatchObject({
      ok: false,
      failure: { kind: 'unsafe', message: expect.stringContaining('2026-11.jsonl:1') },
    });
    on.branches.set(LEDGER, { head: 'h', files: new Map() });
    expect(await readLedger(on, NOV, hash)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('no month') } });
  });

  it('says of each damage what it is, and what to do', async () => {
    const on = forge();
    await append(on, await read(on), NOV, fact('heartbeat', NOV), fact('heartbeat', NOV));
    const text = on.branches.get(LEDGER)?.files.get('2026-11.jsonl') ?? '';
    const named = hash('of no line');
    const files = new Map([
      ['notes.txt', 'x'],
      ['2026-11.jsonl', text.slice(0, -1)],
    ]);
    const hint = 'Compare it with an older clone, or with the hashes that runs and prune commits have printed.';
    const { findings, months } = checkLedger(files, hash, named);
    expect(months).toEqual(['2026-11.jsonl']);
    expect(findings).toMatchObject([
      { code: 'GK8004', severity: 'error', hint, message: 'the file does not end with the end of a line: its end is cut off' },
      { code: 'GK8005', severity: 'error', hint, message: 'this is no month of a ledger' },
      { code: 'GK8006', severity: 'error', hint, message: `no line has the hash ${named}: the end is cut off, or it is another ledger` },
    ]);
    on.branches.set(LEDGER, { head: 'h', files: new Map([['2026-11.jsonl', 'x\n']]) });
    expect(await readLedger(on, NOV, hash)).toMatchObject({
      failure: {
        message: expect.stringMatching(/^the ledger on grantkeeper\/ledger is broken, 2026-11\.jsonl:1: ./) as string,
        hint: 'grantkeeper verify shows all of it. Keep that branch under another name and delete it; the next run begins a new one.',
      },
    });
  });

  it('knows a line that the chain holds and that no ledger says', () => {
    const { line } = linked('{"at":"2026-11-23T09:00:00Z","run":"r","kind":"gone"}', origin(hash), hash);
    expect(checkLedger(new Map([['2026-11.jsonl', `${line}\n`]]), hash).findings).toMatchObject([
      { code: 'GK8001', message: 'its kind is none: this is no line of a ledger', at: { file: '2026-11.jsonl', line: 1 } },
    ]);
  });

  it('misses a line in its newest month, in whatever order the months are told', async () => {
    const on = forge();
    const seen = await append(on, await read(on), NOV, fact('heartbeat', NOV));
    await append(on, seen, DEC, fact('heartbeat', DEC));
    const files = on.branches.get(LEDGER)?.files ?? new Map<string, string>();
    const turned = new Map([...files].toReversed());
    for (const told of [files, turned]) {
      const checked = checkLedger(told, hash, hash('of no line'));
      expect(checked.months).toEqual(['2026-11.jsonl', '2026-12.jsonl']);
      expect(checked.findings).toMatchObject([{ code: 'GK8006', at: { file: '2026-12.jsonl' } }]);
    }
  });

  it('says in the message of its commit which run wrote, and to which line', async () => {
    const said: string[] = [];
    const on = forge();
    const own: OwnBranches = {
      ...on.own,
      append: (branch, base, files, message) => (said.push(message), on.own.append(branch, base, files, message)),
    };
    const { head } = await append({ own }, await read(on), NOV, fact('heartbeat', NOV));
    expect(said).toEqual([`Run r1\n\nGrantkeeper-Ledger: ${head.hash}\n`]);
  });

  it('waits longer each time that another run was faster, ten times in all', async () => {
    const on = forge();
    const empty = await read(on);
    const lost = { ok: false, failure: { kind: 'conflict', message: 'moved' } } as const;
    let times = 0;
    const own: OwnBranches = { ...on.own, append: () => ((times += 1), Promise.resolve(lost)) };
    const waits: number[] = [];
    const patient: Pen = { ...pen(NOV), sleep: async (ms) => void waits.push(ms) };
    expect(await appendFacts({ own }, empty, [fact('heartbeat', NOV)], patient)).toEqual(lost);
    expect(times).toBe(10);
    expect(waits).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  it('knows nothing of the time before it began, where bindings of ours were there already', async () => {
    const on = forge();
    const { state } = await append(on, await read(on), NOV, fact('heartbeat', NOV, { reason: 'begun while 4 bindings of ours were live' }));
    expect(blindSince(state, instant('2026-11-22T10:00:00Z'))).toContain('began only at 2026-11-23T09:00:00Z');
    expect(blindSince(state, instant('2026-11-24T10:00:00Z'))).toBeUndefined();
    expect(blindSince((await append(forge(), await read(forge()), NOV, fact('heartbeat', NOV))).state, NOV)).toBeUndefined();
  });
});
