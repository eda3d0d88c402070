import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { changeRows } from '../../src/report/change-text.ts';
import { at, azure, COMMON, desired, gcp, grantOf, live, planOf, revokeOf, WORDS } from './samples.ts';

function row(change: Change, width?: number): string {
  const words = width === undefined ? WORDS : { ...WORDS, width };
  return changeRows([change], planOf(), words).join('\n');
}

describe('a change', () => {
  it('that grants says who ends it and who approved', () => {
    expect(row(grantOf(gcp(), at('21:03')))).toBe(
      '+ ada  roles/logging.viewer  payments-prod gcp  22:03 (21:03Z), by the cloud  #412, bo  2026-11-21-ada-debug',
    );
    expect(row(grantOf(azure(), at('21:03')))).toBe(
      '+ ada  Reader  payments-prod azure  22:03 (21:03Z), by our run  #412, bo  2026-11-21-ada-debug',
    );
  });

  it.each([
    ['adopt', ', by our run, adopts what was made by hand  '],
    ['replace', ', by our run, replaces what was made by hand  '],
  ] as const)('that is to %s says so', (takeover, text) =>
    expect(row({ ...grantOf(azure(), at('21:03'), { takeover }), over: live(azure()) } as Change)).toContain(text),
  );

  it('that our run ends says how late that was of late', () => {
    const lateness = () => ({ count: 12, p50: 240_000, p90: 720_000, max: 1_860_000 });
    const [text] = changeRows([grantOf(azure(), at('21:03'))], planOf(), { ...WORDS, lateness });
    expect(text).toContain('by our run (p50 4, p90 12, max 31 min late)');
    expect(changeRows([grantOf(gcp(), at('21:03'))], planOf(), { ...WORDS, lateness })[0]).toContain('by the cloud  ');
  });

  it('that grants from a later start says when', () =>
    expect(row(grantOf(gcp(), at('21:03'), { starts: at('19:00') }))).toContain('  from 20:00 (19:00Z) to 22:03 (21:03Z), by the cloud  '));

  it.each([
    ['lapsed', '17:00', 'ended 18:00 (17:00Z), 4 min ago'],
    ['lapsed', '21:00', 'over, by the files'],
    ['recalled', '21:00', 'recalled'],
    ['left', '21:00', 'its holder has left'],
    ['withdrawn', '21:00', 'withdrawn'],
  ] as const)('that revokes what is %s until %s says why, and nothing of approval', (because, until, text) =>
    expect(row(revokeOf(gcp(), at(until), because))).toBe(`- ada  roles/logging.viewer  payments-prod gcp  ${text}  2026-11-21-ada-debug`),
  );

  it('that revokes what no longer says its end says that the files do', () => {
    const change: Change = { ...COMMON, verb: 'revoke', because: 'lapsed', live: live(gcp(), 'unreadable') };
    expect(row(change)).toContain('  over, by the files  ');
  });

  it.each([
    [{ verb: 'shorten', because: 'withdrawn' }, '- ada', '22:03 (21:03Z) -> 20:00 (19:00Z), withdrawn  #412, bo'],
    [{ verb: 'extend', because: 'renewed' }, '~ ada', '22:03 (21:03Z) -> 20:00 (19:00Z), by the cloud  #412, bo'],
    [{ verb: 'restore', because: 'tampered' }, '! ada', 'changed by somebody: back to 20:00 (19:00Z)'],
    [{ verb: 'retitle', because: 'renamed' }, '~ ada', '20:00 (19:00Z), now under this grant'],
  ] as const)('that alters: %j', (verb, who, why) => {
    const change: Change = { ...COMMON, ...verb, live: live(gcp(), at('21:03')), desired: desired(gcp(), at('19:00')) };
    expect(row(change)).toBe(`${who}  roles/logging.viewer  payments-prod gcp  ${why}  2026-11-21-ada-debug`);
  });

  it('that moves an end nobody can read says so', () => {
    const change: Change = {
      ...COMMON,
      verb: 'extend',
      because: 'renewed',
      live: live(gcp(), 'unreadable'),
      desired: desired(gcp(), at('19:00')),
    };
    expect(row(change)).toContain('  ? -> 20:00 (19:00Z), by the cloud  ');
  });

  it('on a narrow terminal drops the grant, then who approved, and cuts no id', () => {
    const change = grantOf(gcp(), at('21:03'));
    expect(row(change, 100)).toBe('+ ada  roles/logging.viewer  payments-prod gcp  22:03 (21:03Z), by the cloud  #412, bo');
    expect(row(change, 80)).toBe('+ ada  roles/logging.viewer  payments-prod gcp  22:03 (21:03Z), by the cloud');
    expect(row(change, 20)).toBe('+ ada  roles/logging.viewer  payments-prod gcp  22:03 (21:03Z), by the cloud');
  });

  it('of no known verb cannot be', () => {
    const change = { ...grantOf(gcp(), at('21:03')), verb: 'forget' } as unknown as Change;
    expect(() => row(change)).toThrow('unreachable');
  });
});
