import { describe, expect, it } from 'vitest';
import { seedToken } from '../../../src/sim/github/seed.ts';
import { contractOf } from './contract.ts';
import { type Answered, call, REPO, type World, world } from './world.ts';

const TOKEN = 'ghs_checker';

/** A world with an app that may write checks. */
function checked(): World {
  const github = world();
  seedToken(github.state, TOKEN, 'github-actions[bot]', { checks: 'write', metadata: 'read' });
  return github;
}

async function as(github: World, method: string, path: string, body?: unknown): Promise<Answered> {
  return call(github.fetch, TOKEN, method, `${REPO}${path}`, body);
}

const ANNOTATION = { path: 'README.md', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'no' };

function run(github: World, more: object = {}, annotations: readonly object[] = []): object {
  const output = { title: 'Refused', summary: 'No.', annotations };
  return { name: 'grantkeeper', head_sha: github.tip(), external_id: 'x', status: 'completed', conclusion: 'failure', output, ...more };
}

describe('check runs', () => {
  it('are made, changed and read, with annotations added up', async () => {
    const github = checked();
    const contract = contractOf(github.service.fetch);
    if (contract !== undefined) github.fetch = contract.fetch;
    const made = await as(
      github,
      'POST',
      '/check-runs',
      run(
        github,
        {},
        Array.from({ length: 50 }, () => ANNOTATION),
      ),
    );
    expect(made).toMatchObject({ status: 201, body: { conclusion: 'failure', status: 'completed', output: { annotations_count: 50 } } });
    const output = { title: 'Refused', summary: 'No.', annotations: [ANNOTATION] };
    const changed = await as(github, 'PATCH', `/check-runs/${made.body.id}`, { status: 'completed', conclusion: 'success', output });
    expect(changed).toMatchObject({ status: 200, body: { conclusion: 'success', external_id: 'x', output: { annotations_count: 51 } } });
    expect((await as(github, 'GET', `/check-runs/${made.body.id}`)).body).toEqual(changed.body);
    expect((await as(github, 'GET', `/check-runs/${made.body.id}/annotations?per_page=100`)).body).toHaveLength(51);
    expect(contract?.breaches ?? []).toEqual([]);
  });

  it('are listed by commit and name, the newest of each unless all are asked for', async () => {
    const github = checked();
    const ids: number[] = [];
    for (const more of [{}, { name: 'other' }, {}]) ids.push((await as(github, 'POST', '/check-runs', run(github, more))).body.id);
    const listed = async (query: string) => (await as(github, 'GET', `/commits/${github.tip()}/check-runs${query}`)).body;
    expect((await listed('')).check_runs.map(({ id }: { id: number }) => id)).toEqual([ids[2], ids[1]]);
    expect(await listed('?check_name=grantkeeper')).toMatchObject({ total_count: 1, check_runs: [{ id: ids[2] }] });
    expect(await listed('?filter=all')).toMatchObject({ total_count: 3 });
    expect((await as(github, 'GET', '/commits/0000000/check-runs')).status).toBe(404);
  });

  it('are refused above the limits, without the right and for commits that are not there', async () => {
    const github = checked();
    const many = Array.from({ length: 51 }, () => ANNOTATION);
    const long = { output: { title: 'x', summary: 'x'.repeat(65_536) } };
    for (const body of [run(github, {}, many), run(github, long), run(github, { head_sha: '0'.repeat(40) }), run(github, { name: '' })])
      expect((await as(github, 'POST', '/check-runs', body)).status).toBe(422);
    expect((await as(github, 'GET', '/check-runs/1')).status).toBe(404);
    expect(await call(github.fetch, 'token-ada-b', 'POST', `${REPO}/check-runs`, run(github))).toMatchObject({ status: 403 });
    expect(github.repository.checks).toEqual([]);
  });

  it('wait until they are completed', async () => {
    const github = checked();
    const { body } = await as(github, 'POST', '/check-runs', { name: 'slow', head_sha: github.tip() });
    expect(body).toMatchObject({ status: 'queued', conclusion: null, completed_at: null, output: { title: null } });
    expect((await as(github, 'PATCH', `/check-runs/${body.id}`, { conclusion: 'neutral' })).body).toMatchObject({ status: 'completed' });
  });
});
