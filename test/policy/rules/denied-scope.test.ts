import { describe, expect, it } from 'vitest';
import { deniedScope } from '../../../src/policy/rules/denied-scope.ts';
import { clouds } from '../../grants/clouds.ts';
import { asked, control, policy, source, use } from '../acme.ts';

const syntaxes = new Map(clouds.map((cloud) => [cloud.name, cloud]));

function problems(scopes: readonly string[], changes: Parameters<typeof use>[0] = {}) {
  const deny = { roles: [], principals: [], scopes };
  const strict = control({ policy: policy({ deny, source: source('policy/policy.yaml', ['/deny/scopes/0', '/deny/scopes/1']) }) });
  return deniedScope.judge(asked({ control: strict, uses: [use(changes)], clouds: syntaxes }));
}

const scopeOf = (text: string) => {
  const parsed = syntaxes.get('gcp')?.scope(text);
  if (parsed?.ok !== true) throw new Error(text);
  return parsed.value;
};

describe('denied-scope', () => {
  it('says nothing where nothing is closed', () => expect(deniedScope.judge(asked())).toEqual([]));

  it('refuses the scope, and what lies below it', () => {
    expect(problems(['azure:/subscriptions/00000000-0000-4000-8000-000000000000', 'gcp:projects/payments-prod'])).toEqual([
      {
        pointer: '/access/0',
        message: 'projects/payments-prod lies at or below gcp:projects/payments-prod, which policy closes to grants',
        hint: 'Ask for another place; deny.scopes of policy/policy.yaml closes this one',
        at: expect.objectContaining({ line: 2 }),
      },
    ]);
    const above = [scopeOf('projects/payments-prod'), scopeOf('folders/77')];
    expect(problems(['gcp:folders/77'], { above })).toHaveLength(1);
    expect(problems(['gcp:folders/77'])).toEqual([]);
  });

  it.each([
    ['gcp:projects/search-prod', {}],
    ['gcp:projects', {}],
    ['aws:x', {}],
    ['gcp:projects/payments-prod', { role: { cloud: 'azure', text: 'Reader' } }],
    ['gcp:projects/payments-prod', { scope: 'projects' }],
  ])('%s leaves %j', (scope, changes) => expect(problems([scope], changes)).toEqual([]));

  it('closes nothing of what has no cloud', () => {
    const { role: _, ...bare } = use();
    const strict = control({ policy: policy({ deny: { roles: [], principals: [], scopes: ['gcp:projects/payments-prod'] } }) });
    expect(deniedScope.judge(asked({ control: strict, uses: [bare], clouds: syntaxes }))).toEqual([]);
  });
});
