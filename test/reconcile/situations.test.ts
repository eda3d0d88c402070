import { describe, expect, it } from 'vitest';
import type { Team } from '../../src/domain/team.ts';
import { aBinding, aControl, aGrant, aLife, aPolicy, live, lives, PAYMENTS, planned, said, UNPROVED } from './builders.ts';

const NARROWED = 'projects/payments-prod/secrets/signing-key';
const BO = 'user:bo@example.com';

/** Payments, whose production is one secret instead of the project. */
const NARROW: Team = {
  ...PAYMENTS,
  places: new Map([['payments-prod', { name: 'payments-prod', env: 'prod', scopes: new Map([['gcp', NARROWED]]) }]]),
};

describe('situations', () => {
  it('a renewal under a grant that lasts longer changes neither end nor title', () => {
    const long = aLife('long', { grant: aGrant('long', { expires: '17:00' }) });
    const renewed = aLife(
      'short',
      { grant: aGrant('short', { expires: '12:00' }) },
      { at: '09:30', grant: aGrant('short', { expires: '15:00' }) },
    );
    const { plan } = planned({ timelines: lives(long, renewed), live: [live(aBinding(), { end: '17:00', grant: 'long' })] });
    expect(said(plan)).toEqual([]);
    expect(plan.kept).toBe(1);
    const longest = aLife(
      'short',
      { grant: aGrant('short', { expires: '12:00' }) },
      { at: '09:30', grant: aGrant('short', { expires: '18:00' }) },
    );
    const over = planned({ timelines: lives(long, longest), live: [live(aBinding(), { end: '17:00', grant: 'long' })] });
    expect(said(over.plan)).toEqual(['extend renewed ada']);
  });

  it('a scope that is narrowed takes the wide one away and gives the narrow one by renewal only', () => {
    const words = { control: aControl({ teams: [NARROW] }), controlAt: () => aControl() };
    const bindings = [live(aBinding(), { end: '17:00' })];
    const life = aLife('g', { grant: aGrant('g') });
    const { plan } = planned({ timelines: lives(life), live: bindings, sourceWords: words });
    expect(said(plan)).toEqual(['revoke withdrawn ada']);
    const scopes = [aBinding().scope, aBinding({ scope: NARROWED }).scope];
    const readings = scopes.map((scope) => ({ scope, live: bindings.filter((one) => one.binding.scope.key === scope.key) }));
    const again = aLife('g', { grant: aGrant('g') }, { at: '09:30', grant: aGrant('g', { expires: '18:00' }) });
    const controlAt = (position: number) => (position === 0 ? aControl() : words.control);
    const renewed = planned({ timelines: lives(again), readings, sourceWords: { ...words, controlAt } });
    expect(said(renewed.plan)).toEqual(['revoke withdrawn ada', 'grant asked ada']);
  });

  it('one of two principals is taken out of the file: that one’s access goes, the other’s stays as it is', () => {
    const both = aGrant('g', { principals: ['ada', 'bo'] });
    const bindings = [live(aBinding(), { end: '17:00' }), live(aBinding({ member: BO }), { end: '17:00' })];
    const unapproved = aLife('g', { grant: both }, { at: '09:30', grant: aGrant('g', { principals: ['bo'] }), proof: UNPROVED });
    const { plan } = planned({ timelines: lives(unapproved), live: bindings });
    expect(said(plan)).toEqual(['revoke withdrawn ada']);
    expect(plan.kept).toBe(1);
  });

  it('an end that an edit moves into the past is a withdrawal and stands under the guard', () => {
    const edited = aLife('g', { grant: aGrant('g') }, { at: '09:50', grant: aGrant('g', { expires: '09:45' }), proof: UNPROVED });
    const bindings = [live(aBinding(), { end: '17:00' })];
    expect(said(planned({ timelines: lives(edited), live: bindings }).plan)).toEqual(['revoke withdrawn ada']);
    const guard = { ...aPolicy().guard, withdrawals: { max: 0, percent: 0, window: 86_400_000 } };
    const control = aControl({ policy: { guard } });
    const held = planned({ timelines: lives(edited), live: bindings, sourceWords: { control } });
    expect(said(held.plan)).toEqual([]);
    expect(held.plan.held).toMatchObject([{ verb: 'revoke', because: 'withdrawn' }]);
    expect(held.plan.refusals.map(({ code }) => code)).toContain('GK3201');
  });
});
