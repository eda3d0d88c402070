import { describe, expect, it } from 'vitest';

import type { Instant } from '../../src/domain/instant.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import { type PruneItem, pruneText, type PruneText } from '../../src/report/prune-text.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

const ada: PruneItem = {
  grant: '2026-11-21-ada-debug',
  path: 'grants/payments/2026-11-21-ada-debug.yaml',
  team: 'payments',
  principals: ['ada'],
  ended: at('2026-11-21T21:03:00Z'),
  revokedAt: at('2026-11-21T21:07:00Z'),
  lateMs: 240_000,
};

const oncall: PruneItem = {
  grant: '2026-11-20-oncall',
  path: 'grants/payments/2026-11-20-oncall.yaml',
  team: 'payments',
  principals: ['payments-oncall', 'bo'],
  ended: at('2026-11-20T17:00:00Z'),
};

function textOf(items: readonly PruneItem[], more: Partial<PruneText> = {}) {
  return pruneText({ items, stamp: 'acme-access', zones: new Map(), waiting: 0, ...more });
}

describe('pruneText', () => {
  it('counts first, then shows one row a grant, by path', () => {
    const text = textOf([ada, oncall], { zones: new Map([['payments', 'Europe/Berlin']]) });
    expect(text.title).toBe('Prune 2 lapsed grants');
    expect(text.body).toBe(
      [
        '**2 grants past the end, with no access left.** Bindings of `acme-access`.',
        '',
        'Proof: 1 by the ledger, 1 by a complete read of this run. The latest went 4m after its end.',
        '',
        '### `payments`: 2 grants',
        '',
        '| grant | who | ended | access gone | late | file |',
        '| - | - | - | - | - | - |',
        '| `2026-11-20-oncall` | `payments-oncall`, `bo` | 20 Nov 18:00 Berlin (17:00Z) | read as gone | | `grants/payments/2026-11-20-oncall.yaml` |',
        '| `2026-11-21-ada-debug` | `ada` | 21 Nov 22:03 Berlin (21:03Z) | 21 Nov 22:07 Berlin (21:07Z) | 4m | `grants/payments/2026-11-21-ada-debug.yaml` |',
        '',
        'Merging changes no access. Each file is removed only as the very content that lapsed; one that changes meanwhile stays, and so does its grant.',
      ].join('\n'),
    );
  });

  it('speaks of one grant in the singular, and in UTC without a zone', () => {
    const text = textOf([{ ...ada, lateMs: 0 }]);
    expect(text.title).toBe('Prune 1 lapsed grant');
    expect(text.body).toContain('**1 grant past the end');
    expect(text.body).toContain('under 1m after its end');
    expect(text.body).toContain('21 Nov 21:03');
  });

  it('says nothing of lateness that nobody measured', () => {
    expect(textOf([oncall]).body).not.toContain('The latest');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => textOf([ada], { zones: new Map([['payments', 'Mars/Base']]) })).toThrow(RangeError);
  });

  it('stays below 60,000 characters and counts the rest', () => {
    const items = Array.from({ length: 500 }, (_, n) => ({
      ...ada,
      path: `grants/payments/${String(n).padStart(4, '0')}-${'x'.repeat(50)}.yaml`,
    }));
    const { title, body } = textOf(items);
    const rows = body.split('\n').filter((line) => line.startsWith('| `')).length;
    expect(title).toBe('Prune 500 lapsed grants');
    expect(body.length).toBeLessThan(60_000);
    expect(body.length).toBeGreaterThan(59_500);
    expect(body).toContain(`And ${500 - rows} more, all of them in Files changed.`);
    expect(body.endsWith('so does its grant.')).toBe(true);
  });

  it('shows no row at all rather than a half of one', () => {
    const { body } = textOf([{ ...ada, path: `grants/payments/${'x'.repeat(70_000)}.yaml` }]);
    expect(body.length).toBeLessThan(1000);
    expect(body).toContain('And 1 more');
  });

  it('lets no datum out of its cell', () => {
    const evil = '@all | [x](http://evil.example) <b> `x`\n::error::';
    const { body } = textOf([{ ...ada, grant: evil, path: evil, team: evil, principals: [evil, evil] }], { stamp: evil });
    const rows = body.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.split('|')).toHaveLength(8);
    expect(body.split('\n').some((line) => line.startsWith('::'))).toBe(false);
  });

  it('has a part for each team, in its own zone, by name', () => {
    const search = { ...oncall, team: 'search', path: 'grants/search/a.yaml', ended: at('2026-11-20T17:00:00Z') };
    const { body } = textOf([search, ada], { zones: new Map([['search', 'America/New_York']]) });
    const parts = body.split('\n').filter((line) => /^(###|\| `)/.test(line));
    expect(parts).toEqual([
      '### `payments`: 1 grant',
      expect.stringContaining('| 21 Nov 21:03Z |'),
      '### `search`: 1 grant',
      expect.stringContaining('| 20 Nov 12:00 New York (17:00Z) |'),
    ]);
  });

  it('leaves out a team for whose rows there is no room, and counts them', () => {
    const items = Array.from({ length: 200 }, (_, n) => ({
      ...ada,
      team: n < 199 ? 'payments' : 'search',
      path: `grants/payments/${n}-${'x'.repeat(300)}.yaml`,
    }));
    const { body } = textOf(items);
    const rows = body.split('\n').filter((line) => line.startsWith('| `')).length;
    expect(body).not.toContain('### `search`');
    expect(body).toContain('### `payments`: 199 grants');
    expect(body).toContain(`And ${200 - rows} more`);
    expect(body.length).toBeLessThan(60_000);
  });

  it('says how many wait for the next request', () => {
    expect(textOf([ada], { waiting: 3 }).body).toContain('\n\n3 more lapsed grants wait for the next request: ');
    expect(textOf([ada], { waiting: 1 }).body).toContain('\n\n1 more lapsed grant waits for the next request: ');
  });
});
