import type { CloudName } from '../../domain/access.ts';
import type { Asked, Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** Who ends access is the nearest's to say, entry before role before policy, as far as policy leaves it to them. */
export const whoEnds: Rule = {
  id: 'who-ends',
  code: 'GK2122',
  severity: 'error',
  summary: 'Access entries and roles choose who ends the access only as policy allows',
  key: '/clouds',
  example: 'clouds: { azure: { mayEnforce: [pim, auto] } }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  return asked.uses.flatMap((use) => {
    const entry = asked.grant.access[Number(use.pointer.slice('/access/'.length))];
    const role = use.catalogueRole === undefined ? undefined : asked.control.roles.get(use.catalogueRole);
    const said = entry?.enforce ?? role?.enforce;
    if (said === undefined) return [];
    const by = entry?.enforce === undefined ? `${role?.name} says` : 'this says';
    return cloudsOf(asked, use).flatMap((cloud) => {
      const allowed = asked.control.policy.clouds.get(cloud)?.mayEnforce;
      if (allowed === undefined || allowed.includes(said)) return [];
      const message = `${by} \`enforce: ${said}\`, which policy forbids on ${asked.clouds.get(cloud)?.title ?? cloud}`;
      const hint = `Leave \`enforce\` out, or write ${allowed.join(' or ')}; clouds.${cloud}.mayEnforce of policy/policy.yaml says so`;
      return [{ pointer: entry?.enforce === undefined ? use.pointer : `${use.pointer}/enforce`, message, hint }];
    });
  });
}

function cloudsOf({ control }: Asked, { catalogueRole, role }: Use): readonly CloudName[] {
  if (role !== undefined) return [role.cloud];
  return [...new Set(control.roles.get(catalogueRole ?? '')?.access.map(({ cloud }) => cloud))];
}
