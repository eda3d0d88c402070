import { describe, expect, it } from 'vitest';
import { bindingTable } from '../../src/report/request-table.ts';
import { ADA, azureRow, grant, row } from './request-samples.ts';

describe('the table of bindings', () => {
  it('is none without bindings', () => expect(bindingTable(grant({ rows: [] }), 10)).toBe(''));

  it('says how each ends, and what stands there by hand', () => {
    const rows = [
      row('a'),
      row('b', { sign: '-' }),
      azureRow('c', { lateness: { count: 9, p50: 30_000, p90: 34 * 60_000, max: 58 * 60_000 } }),
      azureRow('f', { endsBy: 'either' }),
      row('g', { twin: 'masked', takeover: 'adopt' }),
      row('h', { takeover: 'replace' }),
      row('d', { twin: 'masked' }),
      row('e', { twin: 'beside', condition: 'x' }),
    ];
    const lines = bindingTable(grant({ rows }), 10).split('\n').slice(2);
    expect(lines).toEqual([
      '| + | `a` | gcp `projects/payments-prod` | by the cloud |',
      '| - | `b` | gcp `projects/payments-prod` | at the merge, by our run |',
      '| + | `c` | azure `\u2026/resourceGroups/payments` | by our run (p50 1, p90 34, max 58 min late in 9 ends of 30 days; no bound while runs stop) |',
      '| + | `f` | azure `\u2026/resourceGroups/payments` | by the cloud if it can, else by our run (how late is not measured yet; no bound while runs stop) |',
      '| + | `g` | gcp `projects/payments-prod` | by the cloud; **marks as ours what stands there by hand, which then ends too** |',
      '| + | `h` | gcp `projects/payments-prod` | by the cloud; **takes away what stands there by hand** |',
      '| + | `d` | gcp `projects/payments-prod` | by the cloud; **no effect while the same stands there by hand without an end** |',
      '| + | `e` with a condition | gcp `projects/payments-prod` | by the cloud; the same stands there by hand |',
    ]);
  });

  it('names who where there are several, and counts what it leaves out', () => {
    const several = grant({ principals: [ADA, { ...ADA, name: 'bo' }], rows: [row('a'), row('b', { principal: 'bo' })] });
    expect(bindingTable(several, 1)).toBe(
      '| | who | role | where | ends |\n| - | - | - | - | - |\n| + | `ada` | `a` | gcp `projects/payments-prod` | by the cloud |\n\nAnd 1 more; the summary of the run has all of them.',
    );
  });
});
