import { describe, expect, it } from 'vitest';
import { PEOPLE } from './organisation.ts';
import { explore, type Ground } from './small.ts';
import { AZURE } from './small-azure.ts';
import { lives } from './small-life.ts';
import { GCP } from './small-world.ts';

// Two runs, both of which may die, and all of what the other writer does, on both clouds: `npm run test:deep -- --only small`.

describe('a small world', () => {
  it.each([
    { what: 'one run, another writer', extent: { runs: 1, hands: 2, deaths: 1 }, states: 50 },
    { what: 'two runs, both dying, another writer once', extent: { runs: 2, hands: 1, deaths: 2 }, states: 400 },
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

  it('is not explored at all where a run does not do the same on hearing the same', async () => {
    let begun = 0;
    const fickle: typeof GCP = {
      ...GCP,
      run: (fetch) => {
        begun += 1;
        const odd = begun % 2 === 0 ? '?odd' : '';
        return GCP.run((url, init) => fetch(`${url instanceof Request ? url.url : url.toString()}${odd}`, init));
      },
    };
    await expect(explore(fickle, { runs: 2, hands: 1, deaths: 0 })).rejects.toThrow('a run that heard the same did something else');
  });

  it('is not explored at all where a run makes two calls at once, of which one order alone would be tried', async () => {
    const both = lives(
      async (fetch) => {
        await Promise.all([fetch('https://a.example/'), fetch('https://b.example/')]);
        throw new Error('nobody answered');
      },
      () => false,
    );
    await expect(both.begin(() => Promise.reject(new Error('nothing is still')))).rejects.toThrow('two calls at once');
  });
});

describe('a small world on Azure', () => {
  it('keeps every promise in every order of calls and at every crash', async () => {
    const explored = await explore(AZURE, { runs: 1, hands: AZURE.hands.length, deaths: 1 });
    expect(explored.breach).toBeUndefined();
    expect(explored.states).toBeGreaterThan(100);
    expect(explored.steps).toBe(explored.states + explored.pruned - 1);
    expect(explored.merged).toBeGreaterThan(0);
  });

  it('would find access that nobody asked for', async () => {
    const spoil = (body: string) => body.replace(PEOPLE['ada']?.azure ?? '', PEOPLE['dan']?.azure ?? '');
    const { breach } = await explore(AZURE, { runs: 1, hands: 0, deaths: 0, spoil });
    expect(breach?.promise).toBe('P4');
  });

  it('merges no call whose answer somebody changes', async () => {
    const careless: Ground<ReturnType<typeof AZURE.books>> = { ...AZURE, commutes: (_url, method) => method === 'GET' };
    await expect(explore(careless, { runs: 1, hands: 0, deaths: 0 })).rejects.toThrow('it does not commute');
  });

  it('goes on alike whatever PIM lists of plain assignments, which is why reads of its lists are merged', async () => {
    const calls = async (cut: boolean): Promise<readonly string[]> => {
      const network = AZURE.network(AZURE.books(), () => undefined);
      const made: string[] = [];
      await AZURE.run(async (target, init) => {
        const url = target instanceof Request ? target.url : target.toString();
        made.push(`${init?.method ?? 'GET'} ${url} ${typeof init?.body === 'string' ? init.body : ''}`);
        const answer = await network(target, init);
        if (!cut || !url.includes('/roleAssignmentSchedule')) return answer;
        const { value } = (await answer.json()) as { readonly value: readonly unknown[] };
        expect(value.length).toBeGreaterThan(0);
        return Response.json({ value: [] }, { headers: answer.headers });
      });
      return made;
    };
    expect(await calls(true)).toEqual(await calls(false));
  });
});
