import { describe, expect, it } from 'vitest';
import { expiresAfterStarts } from '../../../src/policy/rules/expires-after-starts.ts';
import { asked, at, grant } from '../acme.ts';

describe('expires-after-starts', () => {
  it.each([undefined, '2026-11-23T16:59:59Z'])('holds for a start at %s', (starts) => {
    const asks = grant(starts === undefined ? {} : { starts: at(starts) });
    expect(expiresAfterStarts.judge(asked({ grant: asks }))).toEqual([]);
  });

  it.each(['2026-11-23T17:00:00Z', '2026-11-24T09:00:00Z'])('refuses a start at %s', (starts) => {
    expect(expiresAfterStarts.judge(asked({ grant: grant({ starts: at(starts) }) }))).toMatchObject([
      {
        pointer: '/starts',
        message: `it starts at ${starts}, but expires at 2026-11-23T17:00:00Z`,
        hint: 'Write a start before the end, or leave starts: out to begin at the merge',
      },
    ]);
  });
});
