import { describe, expect, it } from 'vitest';
import { PEOPLE } from './organisation.ts';
import { explore } from './small.ts';
import { AZURE } from './small-azure.ts';
import { GCP } from './small-world.ts';

describe('a small world', () => {
  // Two runs with another writer and every crash take most of a minute: `npm run test:deep -- --only small`.
  it.each([
    { what: 'one run, another writer', extent: { runs: 1, hands: 2, deaths: 1 }, states: 50 },
    { what: 'two runs, either dying', extent: { runs: 2, hands: 0, deaths: 1 }, states: 50 },
  ])('keeps every promise in every order of calls and at every crash: $what', async ({ extent, states }) => {
    const explored = await explore(GCP, extent);
    expect(explored.breach).toBeUndefined();
    expect(explored.states).toBeGreaterThan(states);
    expect(explored.steps).toBe(explored.states + explored.pruned - 1);
  });

  it('would find a write that names no etag', async () => {
    const spoil = (body: string) => body.replace(/"etag":"[^"]*",?/, '');
    const { breach } = await explore(GCP, { runs: 1, hands: 2, deaths: 2, spoil });
    expect(breach).toMatchObject({ promise: 'P2', history: expect.arrayContaining([{ do: 'hand' }]) });
  });

  it('would find access that nobody asked for', async () => {
    const spoil = (body: string) => body.replace('user:ada@example.com', 'user:eve@example.com');
    const { breach } = await explore(GCP, { runs: 1, hands: 0, deaths: 0, spoil });
    expect(breach?.promise).toBe('P4');
  });
});

describe('a small world on Azure', () => {
  it('keeps every promise in every order of calls and at every crash', async () => {
    const explored = await explore(AZURE, { runs: 1, hands: 1, deaths: 1 });
    expect(explored.breach).toBeUndefined();
    expect(explored.states).toBeGreaterThan(40);
    expect(explored.steps).toBe(explored.states + explored.pruned - 1);
    expect(explored.merged).toBeGreaterThan(0);
  });

  it('would find access that nobody asked for', async () => {
    const spoil = (body: string) => body.replace(PEOPLE['ada']?.azure ?? '', PEOPLE['dan']?.azure ?? '');
    const { breach } = await explore(AZURE, { runs: 1, hands: 0, deaths: 0, spoil });
    expect(breach?.promise).toBe('P4');
  });
});
