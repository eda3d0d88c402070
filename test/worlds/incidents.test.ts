import { describe, expect, it } from 'vitest';
import type { Ask, Deed, Entry, RunDeed, Script, Spoil } from './deeds.ts';
import { BEGIN } from './organisation.ts';
import { play, type Played } from './world.ts';

// Public incidents of other tools, each as the smallest world in which it would happen again. The observer of the worlds watches
// them too: what is not ours is compared byte by byte after every write.

const HOUR = 3600_000;
const VIEWERS = ['roles/logging.viewer', 'roles/monitoring.viewer', 'roles/cloudsql.viewer'];

const onGcp = (...roles: readonly string[]): readonly Entry[] => roles.map((role) => ({ kind: 'gcp', place: 'main', role }));
const ask = (access: readonly Entry[], more: Partial<Ask> = {}): Ask => ({
  principals: ['ada'],
  access,
  expires: BEGIN + 6 * HOUR,
  ...more,
});
const land = (id: string, what: Ask): Deed => ({ do: 'land', id, ask: what, way: 'approved' });
const drop = (id: string): Deed => ({ do: 'drop', id, way: 'approved' });
const run = (more: Partial<RunDeed> = {}): Deed => ({ do: 'run', checkout: 'tip', forge: 'none', skew: 0, spoils: [], ...more });
const spoiled = (kind: Spoil['kind'], more: Partial<Spoil> = {}): Deed => run({ spoils: [{ kind, on: 'call', at: 0, ...more }] });

async function after(deeds: readonly Deed[], more: Partial<Script> = {}): Promise<Played> {
  const played = await play({ seed: 1, forge: 'github', clouds: 'gcp', withdrawals: 3, newGrants: 20, pageSize: 1000, deeds, ...more });
  expect(played.breach).toBeUndefined();
  return played;
}

const taken = ({ written }: Played) => written.filter((one) => one.startsWith('revoke'));

/** Four grants, each of the three viewers for another principal: twelve bindings. */
const TWELVE: readonly Deed[] = ['ada', 'chi', 'dan', 'oncall'].map((name, at) =>
  land(`g${at + 1}`, ask(onGcp(...VIEWERS), { principals: [name] })),
);

describe('incidents of other tools', () => {
  it('open-telemetry/community#2356, cncf/clowarden#261: a proposal with most of the configuration gone was applied before its approval', async () => {
    const played = await after([...TWELVE, run(), run({ checkout: 'empty' })]);
    expect(taken(played)).toEqual([]);
    expect(played.standing).toHaveLength(12);
    expect(played.codes).toContain('GK3001');
  });

  it('kubernetes/org#4365: a merged change took people out of many teams at once', async () => {
    const played = await after([...TWELVE, run(), drop('g1'), drop('g2'), run()]);
    expect(taken(played)).toEqual([]);
    expect(played.codes).toContain('GK3201');
  });

  it('kubernetes/org#2094: many deletions were split so that each stayed below the limit', async () => {
    const four = TWELVE.flatMap((_, at): readonly Deed[] => [drop(`g${at + 1}`), run(), { do: 'wait', ms: 10 * 60_000 }]);
    const played = await after([...TWELVE, land('keep', ask(onGcp('roles/browser'))), run(), ...four]);
    expect(taken(played)).toHaveLength(3);
    expect(played.codes).toContain('GK3201');
  });

  it('kubernetes/k8s.io groups: one page of a list was read, and what lay on the others was taken for absent', async () => {
    const azure: readonly Entry[] = ['Reader', 'Monitoring Reader'].map((role) => ({ kind: 'azure', place: 'main', role }));
    const played = await after([land('g1', ask(azure)), land('g2', ask(azure, { principals: ['chi'] })), run(), run(), run()], {
      clouds: 'azure',
      pageSize: 2,
    });
    expect(played.written.map((one) => one.split(' ')[0])).toEqual(['grant', 'grant', 'grant', 'grant']);
    expect(played.standing).toHaveLength(4);
  });

  it('hashicorp/terraform-provider-google#13532: a policy was written without its etag, over what somebody else wrote meanwhile', async () => {
    const played = await after([land('g1', ask(onGcp(...VIEWERS))), run({ spoils: [{ kind: 'meanwhile', on: 'write', at: 0 }] })]);
    expect(played.reached.get('meanwhile')).toBe(1);
    expect(played.standing).toHaveLength(3);
  });

  it('google.iam.v1 Policy: a policy that was read at version 1 and written back loses its conditions', async () => {
    const first = [land('g1', ask(onGcp('roles/logging.viewer'))), run()];
    const played = await after([...first, land('g2', ask(onGcp('roles/cloudsql.viewer'))), spoiled('conditions-hidden', { times: 1000 })]);
    expect(played.reached.get('conditions-hidden')).toBeGreaterThan(0);
    expect(taken(played)).toEqual([]);
  });

  it('hashicorp/terraform-provider-google#7278: members that were deleted came back from every read and failed every write', async () => {
    // The policy of the project names a deleted user; the observer sees that it stays as it is.
    const played = await after([
      land('g1', ask(onGcp('roles/logging.viewer'))),
      run(),
      drop('g1'),
      land('keep', ask(onGcp('roles/browser'))),
      run(),
    ]);
    expect(taken(played)).toHaveLength(1);
  });

  it('alphagov/govuk-infrastructure#1389: writing one member of a role removed everybody else who held it', async () => {
    const played = await after([
      land('g1', ask(onGcp('roles/logging.viewer'))),
      { do: 'hand', hand: 'member-added', pick: 0 },
      run(),
      { do: 'hand', hand: 'member-added', pick: 0 },
      land('keep', ask(onGcp('roles/browser'))),
      drop('g1'),
      run(),
    ]);
    expect(taken(played)).toEqual(['revoke gcp projects/payments-prod roles/logging.viewer user:ada@example.com']);
  });

  it.each(['body-null', 'body-empty-object', 'body-empty', 'body-list'] as const)(
    'GoogleCloudPlatform/magic-modules#4293: an empty answer (%s) was taken for an empty policy and written back',
    async (kind) => {
      const first = [land('g1', ask(onGcp('roles/logging.viewer'))), run()];
      const played = await after([...first, land('g2', ask(onGcp('roles/cloudsql.viewer'))), spoiled(kind, { times: 1000 })]);
      expect(played.reached.get(kind)).toBeGreaterThan(0);
      expect(taken(played)).toEqual([]);
    },
  );

  it('orgs/community discussion 208924: the scheduled run came seven hours and 37 minutes late', async () => {
    const both: readonly Entry[] = [...onGcp('roles/logging.viewer'), { kind: 'azure', place: 'main', role: 'Reader' }];
    const late: Deed = { do: 'wait', ms: 7 * HOUR + 37 * 60_000 };
    const played = await after([land('g1', ask(both, { expires: BEGIN + HOUR })), run(), late, run()], { clouds: 'both' });
    // The cloud itself had ended the one on Google Cloud: the observer refuses a binding of ours without an end in it.
    expect(taken(played)).toHaveLength(2);
    expect(played.standing).toEqual([]);
  });

  it.each(['rows-lost', 'rows-broken', 'body-cut', 'unavailable', 'forbidden', 'not-found'] as const)(
    'simstudioai/sim#6757: a listing that failed or came short (%s) was taken for an empty one',
    async (kind) => {
      const first = [land('g1', ask([{ kind: 'azure', place: 'main', role: 'Reader' }])), run()];
      const played = await after([...first, spoiled(kind, { times: 1000 })], { clouds: 'azure' });
      expect(played.reached.get(kind)).toBeGreaterThan(0);
      expect(taken(played)).toEqual([]);
      expect(played.standing).toHaveLength(1);
    },
  );

  it('hashicorp/terraform-provider-azurerm#11417: what was just created was not found yet, and was created again or given up', async () => {
    const azure: readonly Entry[] = ['Reader', 'Monitoring Reader'].map((role) => ({ kind: 'azure', place: 'main', role }));
    const played = await after([land('g1', ask(azure)), run({ spoils: [{ kind: 'lagging-readers', on: 'call', at: 0 }] })], {
      clouds: 'azure',
    });
    expect(played.written.filter((one) => one.startsWith('grant'))).toHaveLength(2);
    expect(played.standing).toHaveLength(2);
  });

  it('access-on-demand: whatever had the title of the tool was taken for its own', async () => {
    const hands = ['copied-mark', 'forged', 'other-stamp'] as const;
    const first = [land('g1', ask(onGcp('roles/logging.viewer'))), run()];
    const played = await after([...first, ...hands.map((hand): Deed => ({ do: 'hand', hand, pick: 0 })), run()]);
    expect(taken(played)).toEqual([]);
  });
});
