import { describe, expect, it } from 'vitest';

import type { Instant } from '../../src/domain/instant.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import { type PruneItem, pruneText } from '../../src/report/prune-text.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

const ada: PruneItem = {
  grant: '2026-11-21-ada-debug',
  path: 'grants/payments/2026-11-21-ada-debug.yaml',
  principals: ['ada'],
  ended: at('2026-11-21T21:03:00Z'),
  revokedAt: at('2026-11-21T21:07:00Z'),
  lateMs: 240_000,
};

const oncall: PruneItem = {
  grant: '2026-11-20-oncall',
  path: 'grants/payments/2026-11-20-oncall.yaml',
  principals: ['payments-oncall', 'bo'],
  ended: at('2026-11-20T17:00:00Z'),
};

describe('pruneText', () => {
  it('counts first, then shows one row a grant, by path', () => {
    const text = pruneText({ items: [ada, oncall], stamp: 'acme-access', zone: 'Europe/Berlin' });
    expect(text.title).toBe('Prune 2 lapsed grants');
    expect(text.body).toBe(
      [
        '**2 grants past the end, with no access left.** Bindings of `acme-access`.',
        '',
        'Proof: 1 by the ledger, 1 by a complete read of this run. The latest went 4m after its end.',
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
    const text = pruneText({ items: [{ ...ada, lateMs: 0 }], stamp: 'acme-access' });
    expect(text.title).toBe('Prune 1 lapsed grant');
    expect(text.body).toContain('**1 grant past the end');
    expect(text.body).toContain('under 1m after its end');
    expect(text.body).toContain('21 Nov 21:03');
  });

  it('says nothing of lateness that nobody measured', () => {
    expect(pruneText({ items: [oncall], stamp: 'acme-access' }).body).not.toContain('The latest');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => pruneText({ items: [ada], stamp: 'acme-access', zone: 'Mars/Base' })).toThrow(RangeError);
  });

  it('stays below 60,000 characters and counts the rest', () => {
    const items = Array.from({ length: 500 }, (_, n) => ({
      ...ada,
      path: `grants/payments/${String(n).padStart(4, '0')}-${'x'.repeat(50)}.yaml`,
    }));
    const { title, body } = pruneText({ items, stamp: 'acme-access' });
    const rows = body.split('\n').filter((line) => line.startsWith('| `')).length;
    expect(title).toBe('Prune 500 lapsed grants');
    expect(body.length).toBeLessThan(60_000);
    expect(body.length).toBeGreaterThan(59_500);
    expect(body).toContain(`And ${500 - rows} more, all of them in Files changed.`);
    expect(body.endsWith('so does its grant.')).toBe(true);
  });

  it('shows no row at all rather than a half of one', () => {
    const { body } = pruneText({ items: [{ ...ada, path: `grants/payments/${'x'.repeat(70_000)}.yaml` }], stamp: 'acme-access' });
    expect(body.length).toBeLessThan(1000);
    expect(body).toContain('And 1 more');
  });

  it('lets no datum out of its cell', () => {
    const evil = '@all | [x](http://evil.example) <b> `x`\n::error::';
    const { body } = pruneText({ items: [{ ...ada, grant: evil, path: evil, principals: [evil, evil] }], stamp: evil });
    const rows = body.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.split('|')).toHaveLength(8);
    expect(body.split('\n').some((line) => line.startsWith('::'))).toBe(false);
  });
});
