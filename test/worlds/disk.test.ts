import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Checkout, Deed, RunDeed, Script } from './deeds.ts';
import { type Disk, openDisk } from './disk.ts';
import { draw } from './draw.ts';
import { BEGIN } from './organisation.ts';
import { cutTo, keptFrom } from './shrink.ts';
import { play } from './world.ts';

const opened: Disk[] = [];
afterAll(() => opened.forEach((one) => one.close()));

function openedHere(): Disk {
  const disk = openDisk();
  opened.push(disk);
  return disk;
}

const asked = (id: string, role: string): Deed => ({
  do: 'land',
  id,
  ask: { principals: ['ada'], access: [{ kind: 'gcp', place: 'main', role }], expires: BEGIN + 3_600_000 },
  way: 'approved',
});
const run = (checkout: Checkout): RunDeed => ({ do: 'run', checkout, forge: 'none', skew: 0, spoils: [] });

describe('a world on real Git', () => {
  // A thousand more: `npm run test:deep -- --only git`.
  it('has the history that it has in memory, whatever is checked out', async () => {
    const deeds = [
      asked('g1', 'roles/logging.viewer'),
      run('tip'),
      asked('g2', 'roles/monitoring.viewer'),
      ...(['old', 'shallow', 'empty', 'holes'] as const).map(run),
      { do: 'drop', id: 'g1', way: 'approved' } as const,
    ];
    const script: Script = { ...draw(1), clouds: 'gcp', deeds };
    const onDisk = await play(script, { disk: openedHere() });
    const inMemory = await play(script);
    expect(onDisk.breach).toBeUndefined();
    expect(onDisk).toEqual(inMemory);
    expect(onDisk.written).toEqual(
      expect.arrayContaining([expect.stringMatching(/^grant .*monitoring/), expect.stringMatching(/^revoke .*logging/)]),
    );
  });

  it('has it, too, where a run dies while it writes into the ledger', async () => {
    const script = cutTo(draw(470), keptFrom('2,4.1'));
    const onDisk = await play(script, { disk: openedHere() });
    expect(onDisk.reached.get('death-after')).toBe(1);
    expect(onDisk.digest).toBe((await play(script)).digest);
  });

  it('leaves nothing behind', () => {
    const other = openDisk();
    other.close();
    expect(existsSync(other.dir)).toBe(false);
  });
});
