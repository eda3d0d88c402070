import type { GcpCall, Reply } from './call.ts';
import { denied, may } from './caller.ts';
import { notFound } from './google-error.ts';
import { resourceNamed } from './resources.ts';
import { roleNamed } from './roles.ts';

/** iam v1 roles.get, projects.roles.get and organizations.roles.get; predefined roles are open to everybody. */
export function getRole(call: GcpCall): Reply {
  const { collection, id = '', role } = call.path;
  if (collection === undefined) return described(call, `roles/${role}`);
  const home = resourceNamed(call.state, collection, id);
  if (home === undefined || !may(call, 'iam.roles.get', home))
    return { error: denied(call, 'iam.roles.get', `${collection}/${id}/roles/${role}`) };
  return described(call, `${home}/roles/${role}`);
}

function described(call: GcpCall, name: string): Reply {
  const role = roleNamed(call.state, name);
  if (role === undefined) return { error: notFound(`The role named ${name} was not found.`) };
  return { value: { name, ...role, etag: 'AA==' } };
}
