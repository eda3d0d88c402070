import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/domain/policy.ts';
import { maxDuration } from '../../../src/policy/rules/max-duration.ts';
import { asked, at, control, grant, HOUR, MINUTE, policy, role, source, use } from '../acme.ts';

function most(hours: number, limits: Policy['limits'] = []) {
  return control({ policy: policy({ grants: { maxDuration: hours * HOUR, maxGrace: HOUR, require: [] }, limits }) });
}

describe('max-duration', () => {
  it('holds without a ceiling, and up to it', () => {
    expect(maxDuration.judge(asked())).toEqual([]);
    expect(maxDuration.judge(asked({ control: most(8) }))).toEqual([]);
  });

  it('refuses one second more, spelled so that it differs', () => {
    const end = at('2026-11-23T17:00:01Z');
    expect(maxDuration.judge(asked({ control: most(8), end }))).toMatchObject([
      { pointer: '/expires', message: '8h1m is longer than the 8h that policy allows', hint: 'Write "duration: 8h" beside the latest end' },
    ]);
  });

  it('counts the grace, and says what is left', () => {
    const asks = grant({ grace: 15 * MINUTE });
    expect(maxDuration.judge(asked({ control: most(8), grant: asks }))).toMatchObject([
      { hint: 'Write "duration: 7h45m" beside the latest end, which leaves 15m for the grace' },
    ]);
    expect(maxDuration.judge(asked({ control: most(1), grant: grant({ grace: HOUR }) }))).toMatchObject([
      { hint: 'Shorten the grace, which counts too' },
    ]);
  });

  it('counts from the later of landing and start', () => {
    expect(maxDuration.judge(asked({ control: most(4), landing: at('2026-11-23T13:00:00Z') }))).toEqual([]);
    expect(maxDuration.judge(asked({ control: most(4), grant: grant({ starts: at('2026-11-23T13:00:00Z') }) }))).toEqual([]);
    expect(maxDuration.judge(asked({ control: most(4), landing: at('2026-11-23T12:59:59Z') }))).toHaveLength(1);
  });

  it('knows the ceilings of environments and roles, says each once, and helps with the lowest', () => {
    const limits = [
      { env: 'prod', maxDuration: 4 * HOUR, deny: false },
      { env: 'test', maxDuration: HOUR, deny: false },
      { env: 'prod', deny: true },
    ];
    const roles = new Map([['debug', role('debug', { maxDuration: 2 * HOUR })]]);
    const strict = { ...most(8, limits), roles };
    const uses = [use(), use({ pointer: '/access/1' }), use({ catalogueRole: 'unknown' })];
    expect(maxDuration.judge(asked({ control: strict, uses }))).toEqual([
      expect.objectContaining({ message: '8h is longer than the 4h that environment prod allows' }),
      expect.objectContaining({
        message: '8h is longer than the 2h that role debug allows',
        hint: 'Write "duration: 2h" beside the latest end',
      }),
    ]);
  });

  it('points at what policy and the role say', () => {
    const pointed = (pointer: string) => source('x.yaml', [pointer]);
    const limits = [
      { env: 'test', deny: false },
      { env: 'prod', maxDuration: HOUR, deny: false },
    ];
    const roles = new Map([['debug', role('debug', { maxDuration: HOUR, source: pointed('/maxDuration') })]]);
    const said = (pointer: string, own: Policy) =>
      maxDuration
        .judge(asked({ control: control({ policy: { ...own, source: pointed(pointer) }, roles }) }))
        .map(({ at: place }) => place?.line);
    expect(said('/grants/maxDuration', most(1).policy)).toEqual([1, 1]);
    expect(said('/limits/1/maxDuration', most(24, limits).policy)).toEqual([1, 1]);
    expect(said('/limits/0/maxDuration', most(24, limits).policy)).toEqual([0, 1]);
  });

  it('knows no role for what is the cloud’s own', () => {
    const { catalogueRole: _, ...own } = use();
    expect(maxDuration.judge(asked({ uses: [own] }))).toEqual([]);
  });
});
