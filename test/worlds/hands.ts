import type { Instant } from '../../src/domain/instant.ts';
import { madeByHand } from '../../src/sim/azure/by-hand.ts';
import type { AzureState, RoleAssignment } from '../../src/sim/azure/state.ts';
import type { GcpBinding, GcpCondition, GcpState } from '../../src/sim/gcp/state.ts';
import { bind, rebind, unbind } from '../../src/sim/gcp/writers.ts';
import type { Hand } from './deeds.ts';
import { AZURE_ROLES, GROUP, instantText, PEOPLE, PROJECTS, STAMP } from './organisation.ts';

/** What people do to the clouds at a console, by `pick` among what is there. */
export function byHand(hand: Hand, pick: number, clouds: { readonly gcp: GcpState; readonly azure: AzureState }, now: number): void {
  if (pick % 3 !== 2) return inGcp(hand, pick, clouds.gcp, now);
  inAzure(hand, pick, clouds.azure, now);
  // What people do at a console is seen at once by every reader: else an old absence would hide what they did.
  clouds.azure.journal = [];
}

const OURS = `gk:${STAMP}:`;
const isOurs = (binding: GcpBinding): boolean => binding.condition?.title?.startsWith(OURS) === true;
const STRANGERS = [
  'user:zoe@example.com',
  'user:eve@example.com',
  'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com',
] as const;

function inGcp(hand: Hand, pick: number, state: GcpState, now: number): void {
  const scope = pick % 2 === 0 ? PROJECTS.main : PROJECTS.side;
  const there = state.policies[scope]?.bindings ?? [];
  const ours = there.filter(isOurs);
  const mine = ours[pick % Math.max(1, ours.length)];
  const stranger = STRANGERS[pick % STRANGERS.length] ?? STRANGERS[0];
  const conditional = (title: string, ms: number): GcpCondition => ({
    title,
    expression: `request.time < timestamp("${instantText(now + ms)}")`,
  });
  const change = (edit: (binding: GcpBinding) => GcpBinding) => {
    if (mine !== undefined) rebind(state, scope, (one) => one === mine, edit);
  };
  switch (hand) {
    case 'foreign':
      return bind(state, scope, { role: 'roles/monitoring.viewer', members: [stranger], bindingId: `f-${pick}` });
    case 'foreign-away': {
      const foreign = there.filter((one) => !isOurs(one));
      // A project without any binding is one that Google does not allow.
      return foreign.length < 2 ? undefined : unbind(state, scope, (one) => one === foreign[pick % foreign.length]);
    }
    case 'twin':
      return bind(state, scope, {
        role: mine?.role ?? 'roles/logging.viewer',
        members: [mine?.members[0] ?? 'user:ada@example.com'],
        ...(pick % 5 === 0 ? { condition: conditional('mine', 3600_000) } : {}),
      });
    case 'other-stamp':
      // As another team's run of this very program would write it: the same access, an id that we know too, and over.
      return bind(state, scope, {
        role: mine?.role ?? 'roles/logging.viewer',
        members: [mine?.members[0] ?? 'user:ada@example.com'],
        condition: conditional(`gk:other-team:${mine?.condition?.title?.slice(OURS.length) ?? 'g1'}`, -1000),
      });
    case 'forged':
      return bind(state, scope, {
        role: 'roles/browser',
        members: [stranger],
        condition: conditional(`${OURS}never-asked`, pick % 2 === 0 ? -1000 : 7200_000),
      });
    case 'copied-mark':
      return mine === undefined ? undefined : bind(state, scope, { ...mine, members: [stranger] });
    case 'end-later':
      return change((one) => ({
        ...one,
        condition: { ...one.condition, ...conditional(one.condition?.title ?? '', 30 * 24 * 3600_000 + pick * 1000) },
      }));
    case 'end-earlier':
      return change((one) => ({
        ...one,
        condition: { ...one.condition, ...conditional(one.condition?.title ?? '', 61_000 + pick * 1000) },
      }));
    case 'condition-off':
      return change(({ condition: _gone, ...one }) => one);
    case 'member-added':
      return change((one) => ({ ...one, members: [...one.members, stranger] }));
    case 'expression-odd':
      return change((one) => ({ ...one, condition: { ...one.condition, expression: 'resource.name != "x"' } }));
    case 'ours-away':
      return mine === undefined || there.length < 2 ? undefined : unbind(state, scope, (one) => one === mine);
  }
}

function inAzure(hand: Hand, pick: number, state: AzureState, now: number): void {
  const there = state.roleAssignments;
  const ours = there.filter((one) => one.description?.startsWith(`grantkeeper/1 stamp=${STAMP} `) === true);
  const mine = ours[pick % Math.max(1, ours.length)];
  const principal = Object.values(PEOPLE)[pick % 6]?.azure ?? '';
  const role = pick % 2 === 0 ? AZURE_ROLES.Reader : AZURE_ROLES['Monitoring Reader'];
  const add = (more: Partial<RoleAssignment>, of = { role, principalId: principal }) => {
    const taken = there.some((one) => one.roleDefinition === of.role && one.principalId === of.principalId);
    if (!taken) state.roleAssignments = [...there, madeByHand({ scope: GROUP, principalType: 'User', ...of }, now as Instant, more)];
  };
  const change = (edit: (one: RoleAssignment) => RoleAssignment) => {
    state.roleAssignments = there.map((one) => (one === mine ? edit(one) : one));
  };
  const note = (stamp: string, id: string, ms: number) =>
    `grantkeeper/1 stamp=${stamp} grant=${id} until=${instantText(now + ms)} sha=0123456789ab`;
  const id = / grant=([a-z0-9-]+)/.exec(mine?.description ?? '')?.[1] ?? 'g1';
  switch (hand) {
    case 'foreign':
    case 'twin':
      return add({});
    case 'foreign-away': {
      const foreign = there.filter((one) => !ours.includes(one));
      const gone = foreign[pick % Math.max(1, foreign.length)];
      state.roleAssignments = there.filter((one) => one !== gone);
      return undefined;
    }
    case 'other-stamp':
      return add({ description: note('other-team', 'g1', -1000) });
    case 'forged':
      return add({ description: note(STAMP, 'never-asked', pick % 2 === 0 ? -1000 : 7200_000) });
    case 'copied-mark':
    case 'member-added':
      // For a principal that no grant ever asks for.
      return add({ description: mine?.description ?? null }, { role, principalId: '1b2c0000-0000-4000-8000-00000000000b' });
    case 'end-later':
      return change((one) => ({ ...one, description: note(STAMP, id, 30 * 24 * 3600_000 + pick * 1000) }));
    case 'end-earlier':
      return change((one) => ({ ...one, description: note(STAMP, id, 61_000 + pick * 1000) }));
    case 'condition-off':
      return change((one) => ({ ...one, description: null }));
    case 'expression-odd':
      return change((one) => ({ ...one, description: `grantkeeper/1 stamp=${STAMP} grant=${id} edited` }));
    case 'ours-away':
      state.roleAssignments = there.filter((one) => one !== mine);
      return undefined;
  }
}
