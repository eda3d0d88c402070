import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pageOf } from './page.ts';
import { PARTS } from './parts.ts';
import { type Figures, reportIn, withFigures } from './report.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ORDER = Object.keys(PARTS);

const figures = (part: string, more: Partial<Figures> = {}): Figures => {
  const circumstances = { commit: 'a'.repeat(40), changed: false, at: '2026-11-22T14:00:00Z', node: '24.1.0', cores: 2, wish: {} };
  return { part, ok: true, figures: {}, lines: ['1 line'], seconds: 1.6, ...circumstances, ...more };
};

describe('the report of deep tests', () => {
  it('keeps the figures of parts that are not played again, and puts those that are in their place', () => {
    const [old, other] = [figures('worlds', { commit: 'b'.repeat(40) }), figures('small')];
    const report = withFigures({ parts: [figures('gone'), other, old] }, figures('worlds'), ORDER);
    expect(report.parts.map(({ part, commit }) => [part, commit[0]])).toEqual([
      ['small', 'a'],
      ['worlds', 'a'],
    ]);
  });

  it('begins empty, and not with anything else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'deep-'));
    const path = join(folder, 'deep.json');
    expect(reportIn(path)).toEqual({ parts: [] });
    expect(reportIn(undefined)).toEqual({ parts: [] });
    writeFileSync(path, JSON.stringify({ parts: [figures('small')] }));
    expect(reportIn(path)).toEqual({ parts: [figures('small')] });
    writeFileSync(path, '{"outcomes":[]}');
    expect(() => reportIn(path)).toThrow('is no report of deep tests');
    rmSync(folder, { recursive: true });
  });
});

describe('its page', () => {
  it('tells of each part its commit, whether it held and how to play it again, with figures in a frame that they cannot leave', () => {
    const odd = figures('fuzz', { ok: false, changed: true, lines: ['a ``` b'], wish: { count: 10, seed: 7 } });
    expect(pageOf({ parts: [odd] })).toContain(`## Input that is nearly right

**Something did not hold**: commit \`${'a'.repeat(40)}\` with changes that were not committed, 2026-11-22T14:00:00Z, 2 s with Node 24.1.0 on 2 cores. Again: \`npm run test:deep -- --only fuzz --count 10 --seed 7\`.

\`\`\`text
a ''' b
\`\`\`
`);
  });

  it('is in the repository as its report has it, with a commit and a moment for each part', () => {
    const report = reportIn(at('docs/reference/deep.json'));
    expect(readFileSync(at('docs/reference/deep.md'), 'utf8')).toBe(pageOf(report));
    const names = report.parts.map(({ part }) => part);
    expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
    expect(names.length).toBeGreaterThan(0);
    for (const { commit, at: ended, lines, seconds, figures: found, ok } of report.parts) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect(ended).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(lines.length).toBeGreaterThan(0);
      expect(seconds).toBeGreaterThan(0);
      expect(found).toBeTypeOf('object');
      expect(ok).toBe(true);
    }
  });

  it('has a heading for every part', () => {
    const headings = ORDER.map((part) => pageOf({ parts: [figures(part)] }).match(/^## (.*)$/m)?.[1]);
    expect(new Set(headings).size).toBe(ORDER.length);
    expect(headings.filter((heading) => ORDER.includes(heading ?? ''))).toEqual([]);
  });
});
