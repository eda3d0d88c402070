import { describe, expect, it } from 'vitest';
import { bindingKey, memberKey, tripleKey } from '../../src/domain/access.ts';
import type { DesiredBinding } from '../../src/domain/change.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import { askedIn } from '../../src/reconcile/asked.ts';
import type { ClaimSource } from '../../src/reconcile/claims.ts';
import { type DiffContext, diffScope } from '../../src/reconcile/diff.ts';
import type { Timeline } from '../../src/reconcile/timeline.ts';
import { aBinding, aControl, aGrant, aLife, aSource, at, CLOUDS, hash, live, lives, LOGS, PEOPLE, READER, STAMP } from './builders.ts';

const BINDING = aBinding();
const G = aLife('g', { grant: aGrant('g') });
const OLD = aLife('old', { at: '08:00', grant: aGrant('old', { expires: '09:00' }) });

function wish(more: Partial<DesiredBinding> = {}): DesiredBinding {
  const grant = more.grant ?? 'g';
  return {
    binding: BINDING,
    until: at('17:00'),
    grant,
    because: [grant],
    principal: 'ada',
    privileged: false,
    file: 'f',
    commit: 'c',
    ...more,
  };
}

function context(more: Partial<DiffContext> = {}, timelines: readonly Timeline[] = [G, OLD], now = '10:00'): DiffContext {
  return {
    stamps: { stamp: STAMP, formerStamps: ['was-access'] },
    asked: askedIn(aSource(lives(...timelines)), at(now)),
    clouds: CLOUDS,
    now: at(now),
    latest: at(now),
    confirmed: true,
    frozen: false,
    doubts: new Set(),
    unsure: new Set(),
    recalled: new Set(),
    recallsForeign: new Set(),
    protectedMembers: new Set(),
    managed: () => true,
    dead: () => false,
    left: new Map(),
    names: new Map([[memberKey('gcp', BINDING.member), 'ada']]),
    written: () => false,
    against: () => undefined,
    recorded: () => undefined,
    hash,
    ...more,
  };
}

function diff(bindings: readonly LiveBinding[], wishes: readonly DesiredBinding[], more: DiffContext = context()) {
  const result = diffScope(bindings, new Map(wishes.map((one) => [bindingKey(one.binding), one])), more);
  return {
    ...result,
    changes: result.changes.map((one) => `${one.verb} ${one.because}`),
    observations: result.observations.map((one) => one.kind),
    all: result,
  };
}

const ADA = memberKey('gcp', BINDING.member);

describe('diffScope: ours', () => {
  it('keeps what stands as it is wanted', () => {
    expect(diff([live(BINDING, { end: '17:00' })], [wish()])).toMatchObject({ changes: [], kept: 1, ours: 1 });
  });

  it('grants what is not there', () => {
    const { changes, all } = diff([], [wish()]);
    expect(changes).toEqual(['grant asked']);
    expect(all.changes[0]).toMatchObject({
      grant: 'g',
      principal: 'ada',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
  });

  it.each([
    ['extends to a later end', '16:00', {}, 'extend renewed'],
    ['shortens to an earlier end', '17:00', { until: at('16:00') }, 'shorten withdrawn'],
  ])('%s', (_, end, more, expected) => {
    const life = aLife('g', { grant: aGrant('g', { expires: '16:00' }) }, { grant: aGrant('g') });
    expect(diff([live(BINDING, { end })], [wish(more)], context({}, [life])).changes).toEqual([expected]);
  });

  it('names the grant that the binding stands for now', () => {
    const life = aLife('h', { grant: aGrant('h') });
    expect(
      diff([live(BINDING, { end: '17:00', grant: 'g' })], [wish({ grant: 'h', because: ['g', 'h'] })], context({}, [G, life])).changes,
    ).toEqual(['retitle renamed']);
  });

  it.each([
    ['a start that moves back takes away', at('11:00'), at('12:00'), 'shorten withdrawn'],
    ['a start that moves forward gives', at('12:00'), at('11:00'), 'extend renewed'],
    ['a start that falls away gives', at('12:00'), undefined, 'extend renewed'],
    ['a start that comes takes away', undefined, at('12:00'), 'shorten withdrawn'],
    ['a start that is past is not compared', at('09:00'), undefined, undefined],
    ['the same start is no change', at('12:00'), at('12:00'), undefined],
  ])('%s', (_, from, to, expected) => {
    const mark = { end: '17:00', ...(from === undefined ? {} : { starts: from }) };
    const { changes } = diff([live(BINDING, mark)], [wish(to === undefined ? {} : { starts: to })]);
    expect(changes).toEqual(expected === undefined ? [] : [expected]);
  });

  it.each([
    ['a later start with a later end', '16:00', at('11:00'), '17:00', at('12:00')],
    ['an earlier start with an earlier end', '17:00', at('12:00'), '16:00', at('11:00')],
    ['a start that falls away with an earlier end', '17:00', at('12:00'), '16:00', undefined],
  ])('takes the old and gives the new, where one move takes and the other gives: %s', (_, end, from, until, to) => {
    const life = aLife('g', { grant: aGrant('g', { expires: '16:00' }) }, { grant: aGrant('g') });
    const wanted = wish({ until: at(until), ...(to === undefined ? {} : { starts: to }) });
    expect(diff([live(BINDING, { end, starts: from })], [wanted], context({}, [life])).changes).toEqual([
      'revoke withdrawn',
      'grant asked',
    ]);
  });

  it('takes away a condition of its own that was asked for once and is no more', () => {
    const narrow = { ...LOGS, condition: 'resource.type == "a"' } as typeof LOGS;
    const life = aLife('g', { grant: aGrant('g') }, { grant: aGrant('g', { access: [narrow] }) });
    const wanted = wish({ binding: aBinding({ condition: 'resource.type == "a"' }) });
    expect(diff([live(BINDING, { end: '17:00' })], [wanted], context({}, [life])).changes).toEqual(['revoke withdrawn', 'grant asked']);
  });

  it('puts an edited condition back to the wish of its triple that nothing else stands for', () => {
    const two = ['a', 'b'].map((name) => ({ ...LOGS, condition: `resource.type == "${name}"` }) as typeof LOGS);
    const life = aLife('g', { grant: aGrant('g', { access: two, expires: '16:00' }) }, { grant: aGrant('g', { access: two }) });
    const [a, b] = ['a', 'b'].map((name) => aBinding({ condition: `resource.type == "${name}"` }));
    const edited = live(aBinding({ condition: 'true' }), { end: '17:00' });
    const { all } = diff(
      [edited, live(a ?? BINDING, { end: '16:00' })],
      [wish({ binding: a ?? BINDING }), wish({ binding: b ?? BINDING })],
      context({}, [life]),
    );
    expect(all.changes.map((one) => [one.verb, one.verb === 'revoke' ? '' : one.desired.binding.condition])).toEqual([
      ['extend', 'resource.type == "a"'],
      ['restore', 'resource.type == "b"'],
    ]);
  });

  it('takes away an edited condition of which nothing is wanted', () => {
    expect(diff([live(aBinding({ condition: 'true' }), { end: '17:00' })], []).changes).toEqual(['revoke withdrawn']);
  });

  it('takes what a former stamp marks, where its condition was edited', () => {
    const former = live(aBinding({ condition: 'true' }), { end: '17:00', stamp: 'was-access' });
    expect(diff([former], [wish()]).changes).toEqual(['revoke withdrawn', 'grant asked']);
    expect(diff([live(BINDING, { end: '17:00', stamp: 'was-access' })], [wish()]).changes).toEqual([]);
  });

  it('revokes what is past the end in its own mark, and grants anew what was renewed too late', () => {
    const lapsed = live(BINDING, { end: '10:00' });
    const life = aLife('g', { grant: aGrant('g', { expires: '10:00' }) });
    expect(diff([lapsed], [], context({}, [life])).changes).toEqual(['revoke lapsed']);
    expect(diff([lapsed], [wish()], context({}, [life])).changes).toEqual(['revoke lapsed', 'grant asked']);
  });

  describe('where readers lag and nothing stops a stale write', () => {
    const binding = aBinding({ cloud: 'azure' });
    const access = [READER];
    const renewed = aLife('g', { grant: aGrant('g', { access, expires: '09:55' }) }, { at: '09:30', grant: aGrant('g', { access }) });
    const seen = live(binding, { end: '09:55' });
    const wanted = wish({ binding });
    const unsure = { confirmed: false };

    it('writes what is wanted onto a mark that is over, since a renewal of ours may not show yet', () => {
      expect(diff([seen], [wanted], context({}, [renewed])).changes).toEqual(['extend renewed']);
      const edited = live(binding, { end: '09:50' });
      expect(diff([edited], [wanted], context({}, [renewed])).changes).toEqual(['restore tampered']);
    });

    it.each([
      ['of a former stamp', live(binding, { end: '09:55', stamp: 'was-access' }), wanted, {}],
      ['of a grant that is in doubt', seen, wanted, { doubts: new Set(['g']) }],
      ['that nobody wants now', seen, undefined, {}],
      ['of one recalled', seen, wanted, { recalled: new Set([memberKey('azure', binding.member)]) }],
    ])('takes what is over %s', (_, one, wished, more) => {
      expect(diff([one], wished === undefined ? [] : [wished], context(more, [renewed])).changes[0]).toMatch(/^revoke/);
    });

    it('leaves it, where it may write nothing, for as long as readers lag and if history has a later end', () => {
      expect(diff([seen], [wanted], context(unsure, [renewed])).changes).toEqual([]);
      expect(diff([seen], [wanted], context({ ...unsure, now: at('10:05') }, [renewed], '10:05')).changes).toEqual(['revoke lapsed']);
      const once = aLife('g', { grant: aGrant('g', { access, expires: '09:55' }) });
      expect(diff([seen], [], context(unsure, [once])).changes).toEqual(['revoke lapsed']);
    });

    it.each([
      ['control files wait for their approval', { frozen: true }],
      ['the principal is protected', { protectedMembers: new Set([memberKey('azure', binding.member)]) }],
    ])('keeps nothing longer than that while %s: the later end is held back in every run', (_, more) => {
      expect(diff([seen], [wanted], context(more, [renewed])).changes).toEqual(['extend renewed']);
      const over = ['revoke lapsed', 'grant asked'];
      expect(diff([seen], [wanted], context({ ...more, now: at('10:05') }, [renewed], '10:05')).changes).toEqual(over);
      expect(diff([seen], [], context(more, [renewed])).changes).toEqual(['revoke lapsed']);
    });

    it('leaves nothing past its end for a grant of a role that could not be looked up', () => {
      const once = aLife('g', { grant: aGrant('g', { access, expires: '09:55' }) });
      const other = aLife('h', { grant: aGrant('h', { access: [{ ...READER, role: 'Monitoring Reader' }] }) });
      const role: ClaimSource['role'] = (_, text) => (text === 'Reader' ? aSource(lives()).role(binding.scope, text) : undefined);
      const asked = askedIn(aSource(lives(once, other), { role }), at('10:00'));
      expect(asked.askers(binding)).toEqual(['h']);
      expect(diff([seen], [], context({ ...unsure, asked })).changes).toEqual(['revoke lapsed']);
    });

    it('changes no name of what the cloud ends by itself', () => {
      const three = ['g', 'h', 'i'].map((id) => aLife(id, { grant: aGrant(id, { access }) }));
      const byCloud = { ...live(binding, undefined, { end: at('17:00') }), conditional: false };
      const wanting = wish({ binding, grant: 'i', because: ['i'] });
      expect(diff([byCloud], [wanting], context({}, three)).changes).toEqual([]);
      expect(diff([live(binding, { end: '17:00' })], [wanting], context({}, three)).changes).toEqual(['retitle renamed']);
    });
  });

  it('revokes what nobody asks for any more: withdrawn while a grant of it could live, else lapsed', () => {
    expect(diff([live(BINDING, { end: '17:00' })], []).changes).toEqual(['revoke withdrawn']);
    const stretched = live(BINDING, { end: '17:00', grant: 'old' });
    expect(diff([stretched], [], context({}, [OLD])).changes).toEqual(['revoke lapsed']);
  });

  it('gives nothing that any clock calls over, and takes it by the earliest', () => {
    const ahead = context({ latest: at('17:00') });
    expect(diff([], [wish()], ahead).changes).toEqual([]);
    expect(diff([live(BINDING, { end: '17:00' })], [wish()], ahead).changes).toEqual([]);
    expect(diff([], [wish()], context({ latest: at('16:59') })).changes).toEqual(['grant asked']);
  });

  it('revokes for the recalled and for those who have left', () => {
    const one = live(BINDING, { end: '17:00' });
    expect(diff([one], [wish()], context({ recalled: new Set([ADA]) })).changes).toEqual(['revoke recalled']);
    expect(diff([one], [], context({ left: new Map([[ADA, at('10:00')]]) })).changes).toEqual(['revoke left']);
    expect(diff([one], [wish()], context({ left: new Map([[ADA, at('10:01')]]) })).changes).toEqual([]);
    expect(diff([one], [wish()], context({ recalled: new Set([ADA]), protectedMembers: new Set([ADA]) })).changes).toEqual([]);
  });

  it('revokes as recalled what a recall ended that was lifted before we looked: the guard has no say in it', () => {
    const one = live(BINDING, { end: '17:00' });
    const dead = (...grants: readonly string[]) => context({ dead: (grant, member) => grants.includes(grant) && member === ADA });
    expect(diff([one], [], dead('g')).changes).toEqual(['revoke recalled']);
    expect(diff([one], [], dead('other')).changes).toEqual(['revoke withdrawn']);
    expect(diff([one], [], { ...dead('g'), protectedMembers: new Set([ADA]) }).changes).toEqual(['revoke withdrawn']);
    expect(diff([one], [wish()], dead('g')).changes).toEqual([]);
  });

  it('decides nothing but what is due while the tip is not confirmed', () => {
    const blind = context({ confirmed: false });
    expect(diff([live(BINDING, { end: '17:00' })], [], blind).changes).toEqual([]);
    expect(diff([], [wish()], blind).changes).toEqual([]);
    expect(diff([live(BINDING, { end: '10:00' })], [], blind).changes).toEqual(['revoke lapsed']);
    expect(diff([live(BINDING, { end: '17:00' })], [], { ...blind, recalled: new Set([ADA]) }).changes).toEqual(['revoke recalled']);
  });

  it('leaves alone what is in doubt, whichever grant of it', () => {
    const one = live(BINDING, { end: '17:00' });
    expect(diff([one], [], context({ doubts: new Set(['g']) })).changes).toEqual([]);
    const h = aLife('h', { grant: aGrant('h') });
    expect(diff([live(BINDING, { end: '17:00', grant: 'old' })], [], context({ doubts: new Set(['h']) }, [OLD, h])).changes).toEqual([]);
    expect(diff([], [wish()], context({ doubts: new Set(['g']) })).changes).toEqual([]);
    expect(diff([], [wish()], context({ recalled: new Set([ADA]) })).changes).toEqual([]);
  });

  it('rewrites what somebody changed: the end, the whole condition, or the own one', () => {
    const own = aBinding({ condition: 'resource.name == "x"' });
    for (const one of [live(BINDING, { end: '18:00' }), live(BINDING, {}), live(own, { end: '17:00' })]) {
      const { changes, observations } = diff([one], [wish()]);
      expect(changes).toEqual(['restore tampered']);
      expect(observations).toEqual(['tampered']);
    }
    expect(diff([live(BINDING, { end: '18:00' })], []).changes).toEqual(['revoke withdrawn']);
    expect(diff([live(BINDING, { end: '09:30' })], []).observations).toEqual([]);
  });

  it('knows an end that a departure gave from a changed one', () => {
    const directories = [aControl({ people: PEOPLE.map((one) => (one.name === 'ada' ? { ...one, left: at('16:00') } : one)) }).directory];
    const left = context({ asked: askedIn(aSource(lives(G), { directories }), at('10:00')) });
    expect(diff([live(BINDING, { end: '16:00' })], [wish({ until: at('16:00') })], left)).toMatchObject({ changes: [], observations: [] });
    expect(diff([live(BINDING, { end: '16:00' })], [wish({ until: at('16:00') })])).toMatchObject({ changes: ['restore tampered'] });
  });

  it('keeps the better of two marks for one wish and takes the other away', () => {
    const life = aLife('g', { grant: aGrant('g', { expires: '16:00' }) }, { grant: aGrant('g') });
    expect(diff([live(BINDING, { end: '16:00' }), live(BINDING, { end: '17:00' })], [wish()], context({}, [life]))).toMatchObject({
      changes: ['revoke withdrawn'],
      kept: 1,
    });
  });

  it('lets a former stamp only end', () => {
    const was = live(BINDING, { end: '17:00', stamp: 'was-access' });
    expect(diff([was], [wish()])).toMatchObject({ changes: [], kept: 1 });
    expect(diff([was], [wish({ until: at('16:00') })]).changes).toEqual(['revoke withdrawn', 'grant asked']);
    expect(diff([was], []).changes).toEqual(['revoke withdrawn']);
  });
});

describe('diffScope: not ours', () => {
  it('leaves it alone, and says what it is', () => {
    const others = [
      live(aBinding({ member: 'user:bo@example.com' })),
      live(BINDING, { stamp: 'other', end: '09:00' }),
      live(aBinding({ role: 'roles/browser' }), { end: '09:00' }),
      live(BINDING, { grant: 'nobody', end: '09:00' }),
      live(aBinding({ role: 'roles/browser' }), undefined, { origin: 'pam' }),
    ];
    const { changes, observations } = diff(others, []);
    expect(changes).toEqual([]);
    expect(observations).toEqual(['foreign', 'foreign', 'foreign', 'forged', 'forged']);
  });

  it('writes ours beside a twin where the cloud has room, and says whether the end is masked', () => {
    expect(diff([live(BINDING)], [wish()])).toMatchObject({ changes: ['grant asked'], observations: ['masked'] });
    expect(diff([live(BINDING, undefined, { conditional: true })], [wish()])).toMatchObject({
      changes: ['grant asked'],
      observations: ['twin'],
    });
  });

  it('is held back by a twin where the cloud has none, but not by what is inherited', () => {
    const azure = aBinding({ cloud: 'azure' });
    const life = aLife('g', { grant: aGrant('g', { access: [LOGS, READER] }) });
    const desired = wish({ binding: azure });
    const held = diff([live(azure)], [desired], context({}, [life]));
    expect(held.changes).toEqual([]);
    expect(held.all.blocked).toMatchObject([{ change: { verb: 'grant' } }]);
    expect(diff([live(azure, undefined, { origin: 'inherited' })], [desired], context({}, [life])).changes).toEqual(['grant asked']);
  });

  it('takes over what was made by hand where the file says so, and nothing else', () => {
    const azure = aBinding({ cloud: 'azure' });
    const life = aLife('g', { grant: aGrant('g', { access: [LOGS, READER] }) });
    const over = (twin: LiveBinding, takeover: 'adopt' | 'replace', more: Partial<DiffContext> = {}) =>
      diff([twin], [wish({ binding: azure, takeover })], context(more, [life]));
    for (const takeover of ['adopt', 'replace'] as const) {
      const twin = live(azure);
      const { all, observations } = over(twin, takeover);
      expect(all.changes).toMatchObject([{ verb: 'grant', over: twin, desired: { takeover } }]);
      expect(observations).toEqual([]);
    }
    expect(over(live(azure), 'adopt', { written: () => true }).changes).toEqual(['grant asked']); // one that escaped, too
    const barred = [
      [live(azure, { stamp: 'other', end: '17:00' }), 'it carries a mark'],
      [live(azure, undefined, { origin: 'pim' }), 'it is held by pim'],
      [live({ ...azure, condition: 'x' }), 'its condition is another than the one asked for'],
    ] as const;
    for (const [twin, why] of barred) expect(over(twin, 'replace').all).toMatchObject({ changes: [], blocked: [{ twin, why }] });
  });

  it('writes nothing beside one that escaped, while nothing of ours is there', () => {
    const written = context({ written: (triple) => triple === tripleKey(BINDING) });
    const fled = diff([live(BINDING)], [wish()], written);
    expect(fled).toMatchObject({ changes: [], observations: ['escaped'] });
    expect(fled.all.blocked).toHaveLength(1);
    expect(diff([live(BINDING), live(BINDING, { end: '17:00' })], [wish()], written).observations).toEqual(['masked']);
  });

  it('ends break-glass by its own mark or by a recall only', () => {
    const glass = live(BINDING, { grant: 'bg-1', end: '17:00' });
    expect(diff([glass], [])).toMatchObject({ changes: [], observations: ['foreign'] });
    expect(diff([live(BINDING, { grant: 'bg-1', end: '10:00' })], []).changes).toEqual(['revoke lapsed']);
    expect(diff([glass], [], context({ recalled: new Set([ADA]) })).changes).toEqual(['revoke recalled']);
  });

  it('ends what the ledger says that we wrote, for a grant that history has lost, by its own mark or by a recall only', () => {
    const written = (triple: string, grant?: string) => triple === tripleKey(BINDING) && grant === 'lost';
    const lost = (end: string, grant = 'lost') => live(BINDING, { grant, end });
    expect(diff([lost('17:00')], [], context({ written }))).toMatchObject({ changes: [], observations: ['forged'] });
    expect(diff([lost('10:00')], [], context({ written })).changes).toEqual(['revoke lapsed']);
    expect(diff([lost('17:00')], [], context({ written, recalled: new Set([ADA]) })).changes).toEqual(['revoke recalled']);
    expect(diff([lost('10:00', 'another')], [], context({ written })).changes).toEqual([]);
    expect(diff([lost('10:00')], []).changes).toEqual([]);
  });

  it('takes away break-glass that policy does not allow, where it is sure of policy and may write', () => {
    const glass = live(BINDING, { grant: 'bg-1', end: '17:00' });
    const against = () => 'it is too long';
    const taken = diff([glass], [], context({ against }));
    expect(taken).toMatchObject({ changes: ['revoke lapsed'], observations: ['foreign', 'note'] });
    expect(taken.all.observations[1]).toEqual({ kind: 'note', grant: 'bg-1', text: 'break-glass is taken away: it is too long' });
    expect(diff([glass], [], context({ against, confirmed: false }))).toMatchObject({ changes: [], observations: ['foreign'] });
    expect(diff([glass], [], context({ against, managed: () => false }))).toMatchObject({ changes: [], observations: ['foreign'] });
    expect(diff([live(BINDING)], [], context({ against }))).toMatchObject({ changes: [], observations: ['foreign'] });
  });

  it('calls break-glass an alarm of which the ledger has no line', () => {
    const glass = live(BINDING, { grant: 'bg-1', end: '17:00' });
    const seen = (recorded: boolean | undefined) => diff([glass], [], context({ recorded: () => recorded })).observations;
    expect([seen(true), seen(false), seen(undefined)]).toEqual([['foreign'], ['unrecorded'], ['foreign']]);
  });

  it('is left beyond what policy manages, whoever confirmed', () => {
    const reach = context({ recalled: new Set([ADA]), recallsForeign: new Set([ADA]), managed: () => false });
    expect(diff([live(BINDING)], [], reach)).toMatchObject({ changes: [], observations: ['foreign'] });
    expect(diff([live(BINDING, { end: '17:00' })], [], reach).changes).toEqual(['revoke recalled']);
  });

  it('is reached by a recall that a person has confirmed, but not where it is inherited', () => {
    const reach = context({ recalled: new Set([ADA]), recallsForeign: new Set([ADA]), protectedMembers: new Set([ADA]) });
    const { changes, all } = diff(
      [live(BINDING), live(BINDING, { stamp: 'other', end: '17:00' }), live(BINDING, undefined, { origin: 'inherited' })],
      [],
      reach,
    );
    expect(changes).toEqual(['revoke recalled', 'revoke recalled']);
    expect(all.changes.map((one) => one.grant)).toEqual(['', 'g']);
    expect(diff([live(aBinding({ member: 'user:bo@example.com' }))], [], reach).changes).toEqual([]);
  });

  it('names somebody outside policy/people by the identity', () => {
    const none = context({ names: new Map(), recalled: new Set([ADA]), recallsForeign: new Set([ADA]) });
    expect(diff([live(BINDING)], [], none).all.changes[0]?.principal).toBe('user:ada@example.com');
  });
});
