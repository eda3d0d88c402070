import type { Scope } from '../../src/domain/access.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import type { MergedRequest } from '../../src/domain/request.ts';
import { azureReader } from '../../src/providers/azure/reader.ts';
import { credential } from '../../src/providers/gcp/credentials.ts';
import { gcpReader } from '../../src/providers/gcp/reader.ts';
import type { Access, CloudReader } from '../../src/providers/provider.ts';
import { forgeOf } from '../forge/github/setup.ts';
import { ask, merge, review, world, type World } from '../sim/github/world.ts';
import { dice } from '../worlds/dice.ts';
import type { Checked, Fuzz } from './fuzz.ts';
import { accessOver, GROUP, LIST, NOW, PROJECT, spoiltText } from './fuzz-foreign.ts';

/** More of what clouds and GitHub answer: what is no list of bindings, and decides all the same. */

const AZURE: Scope = { cloud: 'azure', path: GROUP, key: GROUP.toLowerCase() };
const ESC = '\u001B[2J\u202E';

const said = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', date: new Date(NOW).toUTCString() } });

const urlOf = (target: Parameters<Access['fetch']>[0]): URL => new URL(target instanceof Request ? target.url : target);

const SCHEDULE = {
  properties: {
    ...LIST.value[0]?.properties,
    startDateTime: '2026-11-23T09:00:00Z',
    endDateTime: '2026-11-23T17:00:00Z',
    assignmentType: 'Assigned',
    memberType: 'Direct',
    status: 'Provisioned',
    originRoleAssignmentId: LIST.value[0]?.id,
  },
  id: `${GROUP}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances/4b5a0000-0000-4000-8000-000000000001`,
  type: 'Microsoft.Authorization/roleAssignmentScheduleInstances',
  name: '4b5a0000-0000-4000-8000-000000000001',
};

const schedules: Fuzz = {
  name: 'schedules of PIM',
  share: 0.01,
  make: (one) => spoiltText({ value: [SCHEDULE] }, one),
  check: async (body) => {
    const fetch: Access['fetch'] = (target) =>
      Promise.resolve(said(urlOf(target).pathname.includes('roleAssignmentSchedule') ? body : JSON.stringify(LIST)));
    const reading = await (await azureReader(accessOver(fetch))).read(AZURE);
    if (!reading.ok) return { taken: false };
    const odd = reading.live.find(({ end, starts }) => [end, starts].some((at) => at !== undefined && !Number.isSafeInteger(at)));
    return odd === undefined ? { taken: true } : { taken: true, wrong: `an end that is no instant: ${JSON.stringify(odd)}` };
  },
};

const REFUSAL = {
  error: {
    code: 'AuthorizationFailed',
    status: 'PERMISSION_DENIED',
    message: `no ${ESC} right`,
    details: [{ '@type': 'x', reason: 'R', domain: 'd' }],
  },
};

/** A refusal is a failure of one line, whatever it says. */
const refusals: Fuzz = {
  name: 'refusals of both clouds',
  share: 0.02,
  make: (one) => `${one.oneOf([400, 401, 403, 404, 409, 412] as const)} ${spoiltText(REFUSAL, one)}`,
  check: async (input) => {
    const [status = ''] = input.split(' ', 1);
    if (!/^4\d\d$/.test(status)) return { taken: false };
    const fetch: Access['fetch'] = () => Promise.resolve(said(input.slice(4), Number(status)));
    for (const [scope, open] of [[PROJECT, gcpReader] as const, [AZURE, azureReader] as const]) {
      const reader: CloudReader = await open(accessOver(fetch));
      const reading = await reader.read(scope);
      if (reading.ok) return { taken: true, wrong: `a refusal was read as ${reading.live.length} bindings` };
      const { message, hint = '' } = reading.failure;
      if (/[\p{Control}\u200B-\u200F\u2028-\u202E]/u.test(message + hint))
        return { taken: false, wrong: `it acts: ${JSON.stringify(message)}` };
      if (message.length > 1500) return { taken: false, wrong: `a message of ${message.length} characters` };
    }
    return { taken: false };
  },
};

const OWNING = 'resourcemanager.projects.setIamPolicy';
const ROLE = {
  name: 'roles/logging.viewer',
  title: 'Logs Viewer',
  stage: 'GA',
  etag: 'AA==',
  includedPermissions: ['logging.logEntries.list', OWNING, 'logging.logs.list'],
};

const googleRoles: Fuzz = {
  name: 'roles of Google Cloud',
  share: 0.05,
  make: (one) => spoiltText(ROLE, one),
  check: async (body) => {
    const facts = await gcpReader(accessOver(() => Promise.resolve(said(body)))).role(PROJECT, ROLE.name);
    return judged(facts, () =>
      (JSON.parse(body) as { readonly includedPermissions: readonly unknown[] }).includedPermissions.includes(OWNING),
    );
  },
};

const DEFINITION = {
  properties: {
    roleName: 'Reader',
    type: 'BuiltInRole',
    description: 'x',
    assignableScopes: ['/'],
    permissions: [
      { actions: ['*/read', 'Microsoft.Authorization/roleAssignments/write'], notActions: [], dataActions: [], notDataActions: [] },
    ],
  },
  id: '/subscriptions/00000000-0000-4000-8000-000000000000/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
  type: 'Microsoft.Authorization/roleDefinitions',
  name: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
};

const azureRoles: Fuzz = {
  name: 'roles of Azure',
  share: 0.01,
  make: (one) => spoiltText({ value: [DEFINITION] }, one),
  check: async (body) => {
    const reader = await azureReader(accessOver(() => Promise.resolve(said(body))));
    return judged(await reader.role(AZURE, 'Reader'), () => {
      const { value } = JSON.parse(body) as { readonly value: readonly (typeof DEFINITION)[] };
      const granting = DEFINITION.properties.permissions[0]?.actions[1] ?? '';
      return value.some(
        ({ properties: { roleName, permissions } }) =>
          roleName === 'Reader' &&
          permissions.some((one) => one.actions.includes(granting) && !Object.hasOwn(one, 'condition') && one.notActions?.length === 0),
      );
    });
  },
};

/** A role that lets its holder give access is privileged, or is not taken at all. */
function judged(facts: RoleFacts, mayGive: () => boolean): Checked {
  if (!facts.ok) return { taken: false };
  return !facts.privileged && mayGive()
    ? { taken: true, wrong: 'a role that gives access to others passes for a plain one' }
    : { taken: true };
}

const TOKEN = { access_token: 'ya29.a-token', expires_in: 3599, token_type: 'Bearer', scope: 'x', id_token: 'a.b.c' };

const tokens: Fuzz = {
  name: 'answers of the token service',
  share: 0.01,
  make: (one) => `${one.oneOf([200, 200, 200, 400, 403] as const)} ${spoiltText(TOKEN, one)}`,
  check: async (input) => {
    const [status = ''] = input.split(' ', 1);
    if (!/^[24]\d\d$/.test(status)) return { taken: false };
    const fetch: Access['fetch'] = () => Promise.resolve(said(input.slice(4), Number(status)));
    const env = { GCE_METADATA_HOST: 'metadata.example', HOME: '/nowhere' };
    const signed = await credential(accessOver(fetch, { kind: 'ambient', env })).headers();
    if (!signed.ok)
      return signed.failure.message.includes('ya29.')
        ? { taken: false, wrong: `its token is told: ${signed.failure.message}` }
        : { taken: false };
    const { authorization = '' } = signed.headers;
    return status === '200' && /^Bearer \S/.test(authorization)
      ? { taken: true }
      : { taken: true, wrong: `signed in with ${JSON.stringify(authorization)}` };
  },
};

interface Told {
  readonly github: World;
  readonly commit: string;
  readonly answers: ReadonlyMap<string, { readonly status: number; readonly text: string }>;
}

let told: Promise<Told> | undefined;

/** All that GitHub answers about one commit that a request has merged. */
async function recorded(): Promise<Told> {
  const github = world();
  const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/new.yaml': 'principal: ada\n' });
  await review(github, 'bo-s', number, 'APPROVE');
  const commit = await merge(github, 'sam-o', number, 'squash');
  const answers = new Map<string, { readonly status: number; readonly text: string }>();
  const { fetch } = github;
  github.fetch = async (target, init) => {
    const answer = await fetch(target, init);
    answers.set(urlOf(target).pathname, { status: answer.status, text: await answer.clone().text() });
    return answer;
  };
  await (await forgeOf(github)).mergedRequest(commit);
  return { github, commit, answers };
}

const requests: Fuzz = {
  name: 'answers of GitHub about a merged request',
  share: 0.002,
  make: (one) => String(one.below(2 ** 31)),
  check: async (seed) => {
    told ??= recorded();
    const { github, commit, answers } = await told;
    const number = Number.parseInt(seed, 10) || 0;
    const spoilt = dice(number).oneOf([...answers.keys()] as [string, ...string[]]);
    const fetch: Access['fetch'] = (target) => {
      const { pathname } = urlOf(target);
      const { status, text } = answers.get(pathname) ?? { status: 404, text: '{}' };
      return Promise.resolve(said(pathname === spoilt ? spoiltText(JSON.parse(text), dice(number + 1)) : text, status));
    };
    const found = await (await forgeOf({ ...github, fetch })).mergedRequest(commit);
    if (!found.ok || found.value === undefined) return { taken: false };
    const odd = oddIn(found.value);
    return odd === undefined ? { taken: true } : { taken: true, wrong: `${spoilt}: ${odd}` };
  },
};

function oddIn({ number, author, mergedBy, base, head, mergedAt, writers, paths, reviews }: MergedRequest): string | undefined {
  const texts = [author, mergedBy, base, head, ...writers, ...paths, ...reviews.map(({ login }) => login)];
  const odd = texts.find((text) => typeof text !== 'string');
  if (odd !== undefined) return `no text: ${JSON.stringify(odd)}`;
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(mergedAt)) return `no number: ${number}, ${mergedAt}`;
  return undefined;
}

export const answers: readonly Fuzz[] = [schedules, refusals, googleRoles, azureRoles, tokens, requests];
