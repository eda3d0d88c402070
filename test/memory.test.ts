import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** How large the room for what is new became, in MiB, in a process that keeps all it makes; `first` is what it does before. */
function roomAfter(first: string): number {
  const code = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungSmall } from './src/memory.ts';
    ${first}
    const kept = Array.from({ length: 600_000 }, (_, at) => ({ at, name: 'scope ' + at }));
    const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(kept.length === 600_000 ? space_size : 0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  const bytes = Number(stdout);
  if (!(bytes > 0)) throw new Error(stderr);
  return bytes / 2 ** 20;
}

test('a run that keeps what it reads does not hold room that it will not use', () => {
  expect(roomAfter('keepYoungSmall();')).toBeLessThanOrEqual(4);
  expect(roomAfter('void keepYoungSmall;')).toBeGreaterThanOrEqual(16);
});
