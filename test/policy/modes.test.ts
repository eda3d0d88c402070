import { describe, expect, it } from 'vitest';
import type { RuleMode, Where } from '../../src/domain/policy.ts';
import type { Asked } from '../../src/policy/asked.ts';
import { judge, judgements } from '../../src/policy/judge.ts';
import { portionsOf, spotOf } from '../../src/policy/modes.ts';
import { asked, control, grant, policy, use } from './acme.ts';

const ANY: Where = { folders: [], environments: [], clouds: [], roles: [], principals: [] };
const mode = (how: RuleMode['mode'], where: Partial<Where> = {}, rule = 'required'): RuleMode => ({
  rule,
  mode: how,
  where: { ...ANY, ...where },
});

const demanding = (...modes: readonly RuleMode[]) =>
  control({
    policy: policy({ modes, grants: { maxGrace: 0, require: ['ticket'] }, guard: { ...policy().guard, protect: ['ada', 'bo'] } }),
  });

function severities(modes: readonly RuleMode[], changes: Partial<Asked> = {}): readonly string[] {
  return judge(asked({ control: demanding(...modes), grant: grant({ principals: ['gil'] }), ...changes })).map(({ severity }) => severity);
}

describe('a rule', () => {
  it('refuses where nothing is said, or only of others', () => {
    expect(severities([])).toEqual(['error']);
    expect(severities([mode('off', {}, 'max-grace')])).toEqual(['error']);
    expect(severities([mode('warn', { environments: ['test'] })])).toEqual(['error']);
  });

  it('warns, or says nothing, and the last that fits counts', () => {
    expect(severities([mode('warn')])).toEqual(['warning']);
    expect(severities([mode('off', { environments: ['prod'] })])).toEqual([]);
    expect(severities([mode('off'), mode('warn', { clouds: ['gcp'] })])).toEqual(['warning']);
    expect(severities([mode('off'), mode('deny', { folders: ['payments'] })])).toEqual(['error']);
  });

  it('counts for the part of a grant that it is about, and refuses once', () => {
    const uses = [use({ env: 'test', pointer: '/access/1' }), use()];
    expect(severities([mode('off', { environments: ['test'] })], { uses })).toEqual(['error']);
    expect(severities([mode('warn', { environments: ['test'] })], { uses })).toEqual(['error']);
    expect(severities([mode('warn', { environments: ['test'] }), mode('off', { environments: ['prod'] })], { uses })).toEqual(['warning']);
  });

  it('counts for each principal by itself', () => {
    const protects = [mode('off', { principals: ['ada'] }, 'protected-principal'), mode('off')];
    const asks = grant({ principals: ['ada', 'bo'] });
    const uses = [use(), use({ principal: 'bo' })];
    expect(judge(asked({ control: demanding(...protects), grant: asks, uses })).map(({ message }) => message)).toEqual([
      'bo is protected, so it gets nothing',
    ]);
  });

  it('of a grant that comes to nothing counts as for every grant', () => {
    expect(severities([mode('off', { environments: ['prod'] })], { uses: [] })).toEqual(['error']);
    expect(severities([mode('warn')], { uses: [] })).toEqual(['warning']);
    expect(severities([mode('off')], { uses: [] })).toEqual([]);
  });

  it('tells where it is set', () => {
    const found = judgements(asked({ control: demanding() }));
    expect(found.map(({ rule, decidedAt }) => [rule.id, decidedAt?.file])).toEqual([
      ['protected-principal', 'policy/policy.yaml'],
      ['required', 'policy/policy.yaml'],
    ]);
    const lapsed = judgements(asked({ end: asked().now }));
    expect(lapsed[0]).not.toHaveProperty('decidedAt');
  });

  it('sorts what stands at one place by name', () => {
    const never = (id: string) =>
      ({ id, code: 'GK2201', severity: 'error', summary: 'x', judge: () => [{ pointer: '', message: 'no', hint: '' }] }) as const;
    expect(judgements(asked(), [never('b'), never('a')]).map(({ rule }) => rule.id)).toEqual(['a', 'b']);
  });
});

describe('a spot', () => {
  it('has every spelling of its role', () => {
    const role = { cloud: 'azure', text: 'Owner', aliases: ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635'] };
    expect(spotOf(asked(), use({ role }))).toEqual({
      folder: 'payments',
      env: 'prod',
      cloud: 'azure',
      roles: ['debug', 'azure:Owner', 'azure:8e3af657-a8ff-443c-a75c-2fe8c4bcb635'],
      principal: 'ada',
    });
  });

  it('has none where none is known', () => {
    const { role: _role, catalogueRole: _catalogue, ...bare } = use();
    expect(spotOf(asked(), bare)).toEqual({ folder: 'payments', env: 'prod', roles: [], principal: 'ada' });
  });

  it('is whole where a rule is not spoken of', () => {
    const all = asked();
    expect(portionsOf(all, 'required')).toEqual([{ mode: 'deny', asked: all }]);
  });
});
