import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { seedToken } from '../../../src/sim/github/seed.ts';
import { ask, BOT_TOKEN, call, merge, review, type World, world } from './world.ts';

const schema = buildSchema(published.idl, { assumeValid: true });

async function query(on: World, text: string, variables: object = {}, token = BOT_TOKEN): Promise<ReturnType<typeof JSON.parse>> {
  return (await call(on.fetch, token, 'POST', '/graphql', { query: text, variables })).body;
}

function ofCommit(commit: string, fields: string): string {
  return `query ($owner: String!) { repository(owner: $owner, name: "access") { object(oid: "${commit}") { ... on Commit { ${fields} } } } }`;
}

describe.concurrent('GraphQL of the simulated GitHub', () => {
  it('tells of a commit, of the request behind it, and of a file', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/new.yaml': 'x\n' });
    await review(github, 'bo-s', number, 'APPROVE');
    const commit = await merge(github, 'sam-o', number, 'squash');
    const fields = `
      oid # a comment
      kind: __typename
      file(path: "grants/payments/new.yaml") { mode type path }
      none: file(path: "nothing") { oid }
      associatedPullRequests(first: 1) {
        totalCount
        nodes {
          number author { __typename ... on User { login } }
          reviews(last: 5) { nodes { state author { ...Name } } }
          commits(first: 9) { nodes { commit { author { user { login } } } } }
          files(first: 9) { nodes { path changeType } }
        }
      }`;
    const text = `${ofCommit(commit, fields)} fragment Name on Actor { login }`;
    expect(validate(schema, parse(text))).toEqual([]);
    expect(await query(github, text, { owner: 'acme' })).toEqual({
      data: {
        repository: {
          object: {
            oid: commit,
            kind: 'Commit',
            file: { mode: 0o100644, type: 'blob', path: 'grants/payments/new.yaml' },
            none: null,
            associatedPullRequests: {
              totalCount: 1,
              nodes: [
                {
                  number,
                  author: { __typename: 'User', login: 'ada-b' },
                  reviews: { nodes: [{ state: 'APPROVED', author: { login: 'bo-s' } }] },
                  commits: { nodes: [{ commit: { author: { user: { login: 'ada-b' } } } }] },
                  files: { nodes: [{ path: 'grants/payments/new.yaml', changeType: 'ADDED' }] },
                },
              ],
            },
          },
        },
      },
    });
  });

  it('knows no commit that is not there, and no repository that the caller may not see', async () => {
    const github = world();
    expect(await query(github, ofCommit('0'.repeat(40), 'oid'), { owner: 'acme' })).toEqual({ data: { repository: { object: null } } });
    const hidden = await query(github, ofCommit(github.tip(), 'oid'), { owner: 'acme' }, 'token-mallory');
    expect(hidden).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'] }] });
  });

  it('refuses what a token may not see, part by part', async () => {
    const github = world();
    seedToken(github.state, 'ghs_code', 'github-actions[bot]', { contents: 'read', metadata: 'read' });
    const said = await query(
      github,
      ofCommit(github.tip(), 'oid associatedPullRequests(first: 1) { totalCount }'),
      { owner: 'acme' },
      'ghs_code',
    );
    expect(said).toMatchObject({
      data: { repository: { object: { oid: github.tip(), associatedPullRequests: null } } },
      errors: [{ type: 'FORBIDDEN' }],
    });
  });

  it('refuses as GitHub does what is wrong with a query', async () => {
    const github = world();
    const errors = async (text: string): Promise<readonly string[]> =>
      ((await query(github, text, { owner: 'acme' })).errors ?? []).map((one: { type: string }) => one.type);
    const of = (fields: string): string => ofCommit(github.tip(), fields);
    expect(await errors('{ viewer { logni } }')).toEqual(['undefinedField']);
    expect(await errors(of('associatedPullRequests { totalCount }'))).toEqual(['MISSING_PAGINATION_BOUNDARIES']);
    expect(await errors(of('associatedPullRequests(first: 101) { totalCount }'))).toEqual(['EXCESSIVE_PAGINATION']);
    const deep =
      'associatedPullRequests(first: 100) { nodes { commits(first: 100) { nodes { commit { associatedPullRequests(first: 100) { totalCount } } } } } }';
    expect(await errors(of(deep))).toEqual(['MAX_NODE_LIMIT_EXCEEDED']);
    for (const broken of ['', '{', '{ viewer { login }', '{ a(b: ) }', 'query', '}'])
      expect((await call(github.fetch, BOT_TOKEN, 'POST', '/graphql', { query: broken })).status).toBe(400);
    expect((await call(github.fetch, BOT_TOKEN, 'POST', '/graphql', { query: 7 })).status).toBe(400);
  });

  it('moves refs where they stand as it was told, all or none', async () => {
    const github = world();
    const move = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';
    expect(validate(schema, parse(move))).toEqual([]);
    const { node_id: repositoryId } = (await github.as('sam-o', 'GET', '/repos/acme/access')).body;
    const [first, zeros] = [github.tip(), '0'.repeat(40)];
    const second = github.push({ branch: 'main', files: { a: '1' }, by: 'ada-b' });
    const side = github.push({ branch: 'side', files: { b: '1' }, by: 'ada-b' });
    const asked = async (refUpdates: readonly object[], token = BOT_TOKEN, id: string = repositoryId) => {
      const { data, errors = [] } = await query(github, move, { input: { repositoryId: id, refUpdates } }, token);
      return errors.length === 0 ? data : errors[0].message;
    };
    const name = 'refs/heads/x';
    const made = { name, beforeOid: zeros, afterOid: first };
    expect(await asked([made, { name: 'refs/heads/y', beforeOid: second, afterOid: first }])).toMatch(
      'refs/heads/y is at nothing but expected',
    );
    expect(github.tip('x')).toBe('');
    expect(await asked([made])).toEqual({ updateRefs: { clientMutationId: null } });
    expect(await asked([made])).toMatch(`is at ${first} but expected nothing`);
    expect(await asked([{ name, afterOid: second }])).toEqual({ updateRefs: { clientMutationId: null } });
    expect(await asked([{ name, beforeOid: second, afterOid: side }])).toBe('Update is not a fast forward');
    expect(await asked([{ name, beforeOid: second, afterOid: side, force: true }])).toEqual({ updateRefs: { clientMutationId: null } });
    expect(await asked([{ name, beforeOid: side, afterOid: 'f'.repeat(40) }])).toBe('Object does not exist');
    expect(await asked([{ name: 'x', afterOid: first }])).toBe('x is not a fully qualified ref name');
    expect(await asked([{ name: 'refs/heads/main', afterOid: zeros }])).toBe('Cannot delete the default branch');
    expect(await asked([{ name, afterOid: zeros }], BOT_TOKEN, 'R_x')).toMatch('Could not resolve to a node');
    seedToken(github.state, 'ghs_reader', 'github-actions[bot]', { contents: 'read', metadata: 'read' });
    expect(await asked([{ name, afterOid: zeros }], 'ghs_reader')).toBe('Resource not accessible by integration');
    expect(github.tip('x')).toBe(side);
    expect(await asked([{ name, beforeOid: side, afterOid: zeros }])).toEqual({ updateRefs: { clientMutationId: null } });
    expect(github.tip('x')).toBe('');
  });

  it('counts points of an hour of their own', async () => {
    const github = world();
    const cost = async (text: string): Promise<number> => {
      const { headers } = await call(github.fetch, BOT_TOKEN, 'POST', '/graphql', { query: text, variables: { owner: 'acme' } });
      expect(headers.get('x-ratelimit-resource')).toBe('graphql');
      return Number(headers.get('x-ratelimit-used'));
    };
    expect(await cost('{ viewer { login } }')).toBe(1);
    const lists = 'reviews(first: 50) { totalCount } files(first: 50) { totalCount }';
    expect(await cost(ofCommit(github.tip(), `associatedPullRequests(first: 100) { nodes { ${lists} } }`))).toBe(3);
    const rest = await call(github.fetch, BOT_TOKEN, 'GET', '/rate_limit');
    expect(rest.body.resources.core.used).toBe(0);
  });
});
