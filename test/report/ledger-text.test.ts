import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { ledgerJson, ledgerLine, type LedgerPage, ledgerPage } from '../../src/report/ledger-text.ts';
import { at } from './samples.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const NOW = at('17:04');

function entry(more: Partial<Entry>): Entry {
  return { seq: 1, prev: HASH, hash: HASH, at: NOW, run: 'r', kind: 'granted', ...more };
}

function page(open: readonly Entry[], recalls: readonly Entry[] = [], lateness?: LedgerPage['lateness']): string {
  return ledgerPage({
    head: { seq: 12, hash: HASH },
    at: NOW,
    run: '1234/1',
    open,
    recalls,
    ...(lateness === undefined ? {} : { lateness }),
  });
}

describe('the page of the ledger', () => {
  it('tells who holds what until when, who is recalled, the last run and how to check it', () => {
    const ada = { principal: 'ada', role: 'roles/x', scope: 'projects/p', cloud: 'gcp', grant: 'g' };
    const text = page(
      [
        entry({ ...ada, until: at('21:00') }),
        entry({ ...ada, until: at('18:00') }),
        entry({ ...ada, principal: 'zoe' }),
        entry({ ...ada, principal: 'bo' }),
      ],
      [entry({ kind: 'recalled', principal: 'gil', file: 'recalls/gil.yaml' })],
    );
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual([
      '| `ada` | `roles/x` | `projects/p` | `gcp` | 2026-11-21T18:00:00Z | `g` |',
      '| `ada` | `roles/x` | `projects/p` | `gcp` | 2026-11-21T21:00:00Z | `g` |',
      '| `bo` | `roles/x` | `projects/p` | `gcp` | not known | `g` |',
      '| `zoe` | `roles/x` | `projects/p` | `gcp` | not known | `g` |',
      '| `gil` | 2026-11-21T17:04:00Z | `recalls/gil.yaml` |',
    ]);
    expect(text).toContain('Last run: 21 Nov 17:04Z of 2026, `1234/1`. 12 lines; the last has the hash `sha256:aaaa');
    expect(text).toContain('`grantkeeper verify`');
  });

  it('tells how late our run ends what a cloud does not end by itself', () => {
    const seen = { count: 2, p50: 60_000, p90: 120_000, max: 120_000 };
    const text = page(
      [],
      [],
      new Map([
        ['azure', seen],
        ['[other](x)', undefined],
      ]),
    );
    expect(text).toContain(
      '\n\nWhat our run ends in `azure`: p50 1, p90 2, max 2 min late in 2 ends of 30 days; no bound while runs stop.\n\n' +
        'What our run ends in `[other](x)`: how late is not measured yet; no bound while runs stop.\n\n',
    );
    expect(page([])).not.toContain('What our run ends');
  });

  it('says so where there is nothing, and how much has no room', () => {
    expect(page([])).toMatch(/Nobody holds anything by a grant\.[\s\S]*\nNobody\.\n/);
    const many = page(Array.from({ length: 1002 }, () => entry({ principal: 'ada' })));
    expect(many).toContain('And 2 more.');
    expect(many.length).toBeLessThan(500_000);
  });

  it('lets no data become markup, a link or a mention', () => {
    const naughty = '<img src=x onerror=1> @acme/all [x](https://e.example) `|`\n# x';
    const text = page(
      [entry({ principal: naughty, role: naughty, scope: naughty, cloud: naughty, grant: naughty })],
      [entry({ principal: naughty, file: naughty })],
    );
    expect(text).not.toMatch(/^# x|\|`\n/m);
    for (const line of text.split('\n').filter((one) => one.includes('@acme')))
      expect(line.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '')).not.toMatch(/[<@[]/);
    expect(page([entry({})])).toContain('| ` ` |');
  });
});

describe('what a run says of the ledger', () => {
  it('is its head, or why it was not written', () => {
    expect(ledgerLine({ head: HASH, lines: 1 })).toBe(`ledger: 1 line, head ${HASH}\n`);
    expect(ledgerLine({})).toBe('ledger: 0 lines, head none\n');
    expect(ledgerLine({ trouble: 'GitHub answered 503' })).toBe('ledger: NOT WRITTEN: GitHub answered 503\n');
    expect(ledgerJson({ head: HASH, lines: 1 })).toEqual({ head: HASH, lines: 1, trouble: null });
    expect(ledgerJson({ trouble: 'x' })).toEqual({ head: null, lines: null, trouble: 'x' });
  });
});
