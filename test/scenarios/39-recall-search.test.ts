import { describe, expect, it } from 'vitest';
import { recall } from '../../src/commands/recall.ts';
import { madeByHand } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { changedGcp } from './hands.ts';
import { ours } from './standing.ts';
import { MEANS, withDirectory } from './means.ts';
import { BEGIN, grantFile, aWorld, exampleFile, type TestWorld } from './world.ts';

const ADA = 'user:ada@example.com';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const BOTH = { yes: true, foreign: true, confirm: 'ada' };

interface Receipt {
  readonly measures: readonly { readonly kind: string; readonly member: string; readonly status: string; readonly evidence: string }[];
  readonly lasting: readonly { readonly what: string; readonly longest: string; readonly source: string | null }[];
}

interface RecallJson {
  readonly outcomes: readonly {
    readonly status: string;
    readonly evidence: string;
    readonly readBack: string;
    readonly change: { readonly scope: string };
  }[];
  readonly remains: readonly { readonly scope: string; readonly role: string; readonly why: string }[];
  readonly notSearched: readonly { readonly scope: string }[];
}

async function recalled(world: TestWorld, options: Record<string, string | boolean>) {
  const report = await world.run(recall, options, ['ada']);
  return { exit: report.exit, text: report.text, ...(JSON.parse(JSON.stringify(report.json)) as RecallJson) };
}

/** Projects that no file of the repository names, each with one or two roles for Ada. */
function spread(state: GcpState, projects: number, bindings: number): void {
  for (let at = 0; at < projects; at += 1) {
    const id = `spread-${String(at).padStart(3, '0')}`;
    state.projects[id] = { number: String(200_000_000_000 + at), displayName: id, parent: 'folders/77' };
    const roles = at < bindings - projects ? ['roles/browser', 'roles/compute.viewer'] : ['roles/browser'];
    const others = { role: 'roles/logging.viewer', members: ['user:zoe@example.com'] };
    state.policies[`projects/${id}`] = { etag: 'BwX0yF4xAAA=', bindings: [others, ...roles.map((role) => ({ role, members: [ADA] }))] };
  }
}

/** One call in twenty is refused, as for too many calls. */
function throttle(world: TestWorld): void {
  for (let at = 0; at < 40; at += 1) {
    world.gcp.faults.push({ path: /./, after: at * 20 + 19, effect: { kind: 'answer', status: 429 } });
  }
}

describe('39 a recall searches', () => {
  it('200 bindings over 120 scopes at 5 % throttling: the last removal is sent within 60 s, and the receipt has it all', async () => {
    const world = await aWorld();
    await world.gcpState.update(withDirectory);
    const policy = exampleFile('policy/policy.yaml').replace('manages: [folders/77] }', `manages: [folders/77], recall: ${MEANS} }`);
    await world.land({ 'policy/policy.yaml': policy }, { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' });
    await world.land({ 'grants/payments/2026-11-23-ada.yaml': grantFile() });
    await world.apply();
    await world.gcpState.update((state) => spread(state, 119, 198));
    throttle(world);
    const sent: number[] = [];
    const watched: typeof fetch = (input, init) => {
      if (String(input instanceof Request ? input.url : input).endsWith(':setIamPolicy')) sent.push(world.clock.now());
      return world.gcp.fetch(input, init);
    };
    const plain = world.context();
    const began = world.clock.now();
    const context = {
      access: (...args: Parameters<typeof plain.access>) => {
        const access = plain.access(...args);
        return args[0] === 'gcp' ? { ...access, fetch: watched } : access;
      },
    };
    const report = await world.run(recall, { ...BOTH, lockdown: true }, ['ada'], context);
    const json = JSON.parse(JSON.stringify(report.json)) as RecallJson & Receipt;
    expect(report.exit).toBe(0);
    expect(json.outcomes).toHaveLength(200);
    expect(json.outcomes.every(({ readBack, evidence }) => readBack === 'gone' && /^etag \S+$/.test(evidence))).toBe(true);
    expect(json.measures.map(({ kind, member, status }) => `${status} ${kind} ${member}`)).toEqual([
      'applied sign-out user:ada@example.com',
      'applied sign-out user:adm-ada@example.com',
      'applied lock user:ada@example.com',
      'applied lock user:adm-ada@example.com',
    ]);
    expect(json.measures.map(({ evidence }) => evidence).slice(0, 2)).toEqual([
      'signed out, 2 apps cut off, read back: none left',
      'signed out, 0 apps cut off, read back: none left',
    ]);
    expect(json.remains.map(({ scope, why }) => `${scope} ${why}`).toSorted()).toEqual([
      'projects/payments-prod group payments-oncall',
      'projects/payments-test group payments-oncall',
    ]);
    expect(json.lasting.map(({ what }) => what)).toContain('signed links of Cloud Storage');
    expect(json.lasting.every(({ longest, source }) => longest !== '' && source !== null)).toBe(true);
    expect(new Set(json.outcomes.map(({ status, change }) => `${status} ${change.scope}`)).size).toBe(120);
    expect(json.outcomes.every(({ status }) => status === 'applied')).toBe(true);
    expect(report.text).toContain('Read back: 200 of 200 bindings are gone.');
    expect(report.text.match(/^- ada .* applied +etag \S+; gone$/gm)).toHaveLength(200);
    expect((sent.at(-1) ?? Infinity) - began).toBeLessThanOrEqual(60_000);
    expect(sent.length).toBeGreaterThanOrEqual(120);
    const refused = world.gcp.calls.filter(({ status }) => status === 429).length;
    expect(refused / world.gcp.calls.length).toBeGreaterThan(0.03);
    expect(await ours(world)).toEqual([]);
    const policies = await world.gcpState.update(({ policies: all }) => JSON.stringify(all));
    expect(policies).not.toContain(ADA);
    expect(policies.match(/user:zoe@example\.com/g)).toHaveLength(119 + 2);
  });

  it('names what groups give, what no reader of ours reads, and what goes on', async () => {
    const world = await aWorld();
    await changedGcp(world, 'projects/finance-archive', (bindings) => [...bindings, { role: 'roles/browser', members: [ADA] }]);
    await world.azureState.update((state) => {
      const triple = { scope: SCOPES.sharedGroup, role: READER, principalId: PEOPLE.ada, principalType: 'User' } as const;
      state.roleAssignments = [...state.roleAssignments, madeByHand(triple, BEGIN)];
    });
    const seen = await recalled(world, { yes: true });
    expect(seen).toMatchObject({ exit: 0, outcomes: [], notSearched: [] });
    expect(seen.remains.map(({ scope, why }) => [scope, why])).toEqual([
      ['projects/finance-archive', 'not ours'],
      [SCOPES.sharedGroup, 'not ours'],
      ['projects/payments-prod', 'group payments-oncall'],
      ['projects/payments-test', 'group payments-oncall'],
    ]);
    expect(seen.text).toMatch(/^through group payments-oncall: roles\/viewer +payments-prod gcp +not taken$/m);
    expect(seen.text).toContain('Take ada out of payments-oncall to end that');
    expect(seen.text).toMatch(/may go on: signed links of Cloud Storage: up to 7 days/);
    expect(seen.text).not.toContain('keys of the account');
  });

  it('looks at places and bounds alone where it may not search, and says so', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/2026-11-23-ada.yaml': grantFile() });
    await world.apply();
    await changedGcp(world, 'projects/finance-archive', (bindings) => [...bindings, { role: 'roles/browser', members: [ADA] }]);
    world.gcp.faults.push({ path: /searchAllIamPolicies/, times: 9, effect: { kind: 'answer', status: 403 } });
    const seen = await recalled(world, { yes: true });
    expect(seen.outcomes.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(seen.notSearched).toMatchObject([{ scope: 'organizations/123456789012' }]);
    expect(seen.text).toMatch(/^NOT SEARCHED: organizations\/123456789012: .*cloudasset\.assets\.searchAllIamPolicies/m);
    expect(seen.remains.map(({ scope }) => scope)).not.toContain('projects/finance-archive');
  });
});
