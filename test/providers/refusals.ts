import type { CloudName } from '../../src/domain/access.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import { aControl, aGrant, aLife, aRole, lives, planned } from '../reconcile/builders.ts';

/** What a plan refuses where each role is asked for by a grant of its own; `marked`: by a role of the catalogue that is privileged. */
export function refusalsOf(cloud: CloudName, facts: ReadonlyMap<string, RoleFacts>, marked: boolean): readonly string[] {
  const names = new Map([...facts.keys()].map((role, at) => [role, `r-${at}`]));
  const roles = [...names].map(([role, name]) => aRole(name, { privileged: true, access: [{ cloud, target: '$place', role }] }));
  const grants = [...names].map(([role, name]) => {
    const asked = { kind: 'cloud', cloud, target: 'payments-prod', role } as const;
    const offered = { kind: 'catalogue', role: name, places: ['payments-prod'] } as const;
    return aLife(name, { grant: aGrant(name, { access: [marked ? offered : asked] }) });
  });
  const role = (_: unknown, name: string): RoleFacts => facts.get(name) ?? { ok: false, problem: name };
  const { plan } = planned({ timelines: lives(...grants), sourceWords: { role, control: aControl({ roles }) } });
  return plan.refusals.map(({ code, message }) => `${code} ${message.slice(message.indexOf(': ') + 2)}`);
}
