import { describe, expect, it } from 'vitest';
import type { RequestFacts } from '../../src/report/request-facts.ts';
import { LONGEST_COMMENT, requestComment } from '../../src/report/request-comment.ts';
import { looksOf } from '../../src/report/request-marker.ts';
import { ADA, approval, azureRow, facts, finding, grant, row } from './request-samples.ts';
import { at } from './samples.ts';

const TEST = { cloud: 'gcp', scope: 'projects/payments-test' } as const;
const SEARCH = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/search';

const SITUATIONS: Readonly<Record<string, RequestFacts>> = {
  'new-request': facts(),
  renewal: facts({
    grants: [
      grant({
        change: 'renewal',
        principals: [{ name: 'chi', kind: 'person', fullName: 'Chi Park', members: [] }],
        access: [{ role: 'debug', at: 'payments-test', description: "Read logs and the replica's settings" }],
        environments: ['test'],
        length: 6 * 3600_000,
        latest: at('22:00'),
        before: at('19:00'),
        rows: [row('roles/logging.viewer', { sign: '~', ...TEST }), row('roles/cloudsql.viewer', { sign: '~', ...TEST })],
        notes: ['debug: Reader falls away, since payments-test has no azure scope'],
        holdings: [
          {
            person: 'chi',
            fullName: 'Chi Park',
            now: [{ grant: '2026-11-20-chi-audit', access: [{ role: 'metrics', at: 'payments-prod' }], until: at('20:00') }],
            past: { grants: 2, time: 5.5 * 3600_000 },
          },
        ],
      }),
    ],
    approval: approval({ met: true, by: ['bo'], open: [], barred: [{ person: 'chi', why: 'opened the request' }] }),
  }),
  'several-places': facts({
    grants: [
      grant({
        principals: [
          ADA,
          { name: 'search-oncall', kind: 'group', members: ['ben', 'dan'] },
          { name: 'deployer', kind: 'service', members: [] },
        ],
        access: [
          { role: 'debug', at: 'search-prod', description: "Read logs and the replica's settings" },
          { role: 'debug', at: 'search-test' },
          { role: 'release', at: 'search-test', description: 'Roll a release out and back' },
        ],
        environments: ['prod', 'test'],
        privileged: true,
        starts: at('2026-11-23T08:00:00Z'),
        latest: at('2026-11-23T12:00:00Z'),
        rows: [
          row('roles/logging.viewer', { scope: 'projects/search-prod', twin: 'masked' }),
          row('roles/run.developer', { scope: 'projects/search-test' }),
          azureRow('Reader', { scope: SEARCH, lateness: { count: 12, p50: 21 * 60_000, p90: 34 * 60_000, max: 58 * 60_000 } }),
          azureRow('Reader', { scope: SEARCH, principal: 'search-oncall', twin: 'beside' }),
          row('roles/logging.viewer', { scope: 'projects/search-prod', principal: 'search-oncall', condition: "resource.name == 'x'" }),
        ],
        requestedBy: 'ben',
      }),
    ],
    approval: approval({
      by: ['dan'],
      open: [
        { count: 1, from: ['zoe'] },
        { count: 1, from: ['sam'] },
      ],
      barred: [{ person: 'ben', why: 'asked for it' }],
      discounted: ['the approval of ada-b does not count: ada would get the access'],
    }),
  }),
  refused: facts({
    grants: [grant({ length: 8 * 3600_000 })],
    findings: [
      finding(),
      finding({
        code: 'GK1506',
        severity: 'warning',
        message: '2026-11-21-ada-debug was deleted before; plan decides',
        hint: '2026-11-21-ada-debug-2 is free.',
      }),
    ],
  }),
  blocked: facts({
    approval: approval({
      barred: [
        { person: 'bo', why: 'wrote a part of it' },
        { person: 'chi', why: 'would get the access' },
      ],
    }),
    seen: 'no run has left a snapshot of the clouds yet',
  }),
  revoking: facts({
    grants: [
      grant({
        change: 'ending',
        before: at('2026-11-22T02:00:00Z'),
        rows: [row('roles/logging.viewer', { sign: '-' }), row('roles/cloudsql.viewer', { sign: '-' }), azureRow('Reader', { sign: '-' })],
      }),
    ],
    approval: approval({ met: true, open: [], barred: [] }),
  }),
};

describe('the comment on a request', () => {
  it.each(Object.entries(SITUATIONS))('tells of %s', async (name, situation) => {
    await expect(requestComment(situation).body).toMatchFileSnapshot(`golden/request-${name}.md`);
  });
});

/** What a comment says before its details. */
const screen = (more: Partial<RequestFacts>) => requestComment(facts(more)).body.split('\n\n<details>')[0] ?? '';

describe('the first screen', () => {
  it('says what is wrong before what was asked for, errors first', () => {
    const text = screen({
      findings: [finding({ severity: 'notice', code: 'GK3' }), finding({ severity: 'warning', code: 'GK2' }), finding()],
    });
    const places = ['**Refused: 1 error', '`GK2103`', 'warning: `GK2`', 'notice: `GK3`', 'What was asked for:', 'Ada Byron gets'];
    const found = places.map((place) => text.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(screen({ findings: [{ code: 'GK3006', severity: 'error', message: 'nothing there' }] })).toContain(
      '- `GK3006` `nothing there`\n',
    );
  });

  it('says what people hold', () => {
    const access = [{ role: 'debug', at: 'payments-test' }];
    const now = Array.from({ length: 7 }, (_, n) => ({ grant: `g${n}`, access, until: at('18:00') }));
    const holdings = [
      { person: 'ada', now, past: { grants: 0, time: 0 } },
      ...Array.from({ length: 6 }, (_, n) => ({ person: `p${n}`, now: [], past: { grants: 1, time: 3600_000 } })),
    ];
    const text = screen({ grants: [grant({ holdings })] });
    expect(text).toContain('`debug` at `payments-test` until 21 Nov 19:00 Berlin (18:00Z) and 2 more grants; none in 90 days.');
    expect(text).toContain('`p0` now holds nothing else; 1 grant in 90 days, 1 h in all.');
    expect(text).toContain('And 2 more holders; the summary of the run has all of them.');
  });

  it('speaks of files that decide about access, and of those whose time is over', () => {
    const text = screen({
      grants: [],
      control: ['policy/policy.yaml', 'b', 'c', 'd', 'e', 'f'],
      lapsed: 2,
      unknown: ['This is not known.'],
    });
    expect(text).toMatch(/^\*\*Changes who may get or approve access:\*\* `policy\/policy.yaml`, `b`, `c`, `d`, `e` and 1 more\.\n/);
    expect(text).toContain('Removes the files of 2 grants whose time is over; that changes no access.');
    expect(text).toContain('This is not known.');
    expect(text).not.toContain('Policy:');
    expect(screen({ control: ['policy/policy.yaml'] })).toContain('access:** `policy/policy.yaml`.\n');
  });

  it('says what changed control files do to grants that have not ended', () => {
    const effects = [{ kind: 'withdrawn', name: '2026-11-23-x', what: 'roles/browser\nat `p` for user:x' }] as const;
    const { page } = requestComment(facts({ grants: [], control: ['policy/policy.yaml'], policy: { effects, open: 4 } }));
    expect(page).toMatch(/`policy\/policy\.yaml`\. 1 of 4 grants that have not ended change: \*\*1 loses access at once\*\*\.\n/);
    expect(page).toContain('\nwithdrawn at once:\n  2026-11-23-x  roles/browser at `p` for user:x\n');
    expect(requestComment(facts({ control: ['x'] })).page).not.toContain('have not ended');
  });

  it('says what a grant adds on the first screen, and how in the details', () => {
    const effect = {
      gained: { reads: 1, writes: 0, escalates: 0 },
      services: [{ cloud: 'gcp', service: 'run', reads: 1, writes: 0, escalates: 0 }],
      escalating: [],
      held: 2,
      unknown: [],
      unsure: [],
    } as const;
    const { page } = requestComment(facts({ grants: [grant({ effects: [{ principal: 'ada', fullName: 'Ada Byron', effect }] })] }));
    expect(page).toContain(
      "Read logs and the replica's settings.\nAdds 1 read, 0 write and 0 access-changing permissions to what Ada Byron holds; 2 more",
    );
    expect(page).toContain('\n  adds    ada: gcp run: 1 read\n');
  });

  it('says so where nothing can be written', () => expect(screen({ readOnly: true })).toContain('This request comes from a fork'));

  it('has no reason where there is none', () => {
    const { reason: _reason, ...bare } = grant();
    expect(screen({ grants: [bare] })).not.toContain('Why:');
  });
});

describe('the details', () => {
  it('know how old the snapshot is, and what was planned before', () => {
    const looks = looksOf(requestComment(facts({ head: 'ab'.repeat(20) })).body);
    const body = requestComment(facts({ at: at('18:30'), seen: at('18:30'), grants: [] }), looks).body;
    expect(body).toContain('Planned offline, 21 Nov 18:30Z; clouds as of 21 Nov 18:30Z, just before');
    expect(body).toContain('Earlier plans:\n  21 Nov 17:04Z  abababa  waited for an approval');
    expect(looksOf(body)).toHaveLength(2);
  });

  it('are the same text at the same time: what only its time parts is not written again', () => {
    const first = requestComment(facts()).body;
    const [look] = looksOf(first);
    expect(requestComment({ ...facts(), at: look?.at ?? at('00:00') }, looksOf(first)).body).toBe(first);
    expect(requestComment(facts({ at: at('17:30') })).summary).toBe(requestComment(facts()).summary);
  });
});

describe('a request that is too large', () => {
  const wide = (n: number, rows: number): RequestFacts =>
    facts({
      grants: Array.from({ length: n }, () => grant({ rows: Array.from({ length: rows }, () => row('`'.repeat(60))) })),
      findings: Array.from({ length: n }, () => finding({ message: '\u202e'.repeat(400), hint: '|`@'.repeat(200) })),
    });

  it.each([
    [1, 300],
    [30, 5],
    [100, 60],
  ])('of %d grants with %d bindings each fits, and all of it is on the page', (n, rows) => {
    const { body, page, summary } = requestComment(wide(n, rows));
    expect(body.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(summary.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(/And \d+ more|The details do not fit here/.test(body)).toBe(true);
    expect(page.split('| + |')).toHaveLength(n * rows + 1);
    expect(page.includes('the summary of the run')).toBe(false);
  });
});

describe('runs, on a request', () => {
  const of = (runs: RequestFacts['runs'], more: Partial<RequestFacts> = {}) =>
    requestComment(facts({ ...more, ...(runs === undefined ? {} : { runs }) }));

  it('are told with the age of the last one, in the details alone', () => {
    const { body, summary } = of({ last: at('16:54'), late: false, maxAge: 90 * 60_000 });
    expect(body).toContain('\nLast run 10 min ago\n');
    expect(summary).not.toContain('Last run');
    expect(of(undefined).body).not.toContain('ast run');
  });

  it('are told first where the last one is longer ago than policy allows, and by the check too', () => {
    const late = { last: at('12:00'), late: true, maxAge: 90 * 60_000 };
    const line = '**No run since 21 Nov 13:00 Berlin (12:00Z), for longer than the 1 h 30 min that policy allows.**';
    expect(of(late).body).toContain(line);
    expect(of(late).summary).toContain(line);
    expect(of(late, { grants: [] }).body).toContain('**No run since 21 Nov 12:00Z, ');
  });

  it('are not known where no record reads', () => {
    const { body, summary } = of({ last: 'GitHub answered\n503', late: true, maxAge: 0 });
    expect(body).toContain('When a run was last there is not known: GitHub answered 503\n');
    expect(summary).not.toContain('503');
  });
});
