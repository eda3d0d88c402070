import { accountNamed, type Found } from './account-name.ts';
import type { GcpCall, Reply } from './call.ts';
import { denied, may } from './caller.ts';
import { notFound } from './google-error.ts';
import { resourceNamed } from './resources.ts';

/** iam v1 projects.serviceAccounts.get. An account that is not there is 404 only to those who may look into its project. */
export function getAccount(call: GcpCall): Reply {
  const { id = '', account: asked = '' } = call.path;
  const found = accountNamed(call.state, id, asked);
  const project = resourceNamed(call.state, 'projects', found?.account.project ?? id);
  const permission = 'iam.serviceAccounts.get';
  if (project === undefined || !may(call, permission, found?.name ?? project)) {
    return { error: denied(call, permission, `projects/${id}/serviceAccounts/${asked}`) };
  }
  return found === undefined ? { error: notFound('Unknown service account') } : { value: shown(found) };
}

/** iam v1 projects.serviceAccounts.disable and enable: tokens of a disabled account are rejected, and taken again when it is enabled. */
export function disableAccount(call: GcpCall): Reply {
  return turned(call, 'disable', true);
}

export function enableAccount(call: GcpCall): Reply {
  return turned(call, 'enable', false);
}

function turned(call: GcpCall, verb: 'disable' | 'enable', disabled: boolean): Reply {
  const { id = '', account: asked = '' } = call.path;
  const found = accountNamed(call.state, id, asked);
  const permission = `iam.serviceAccounts.${verb}`;
  if (found === undefined || !may(call, permission, found.name))
    return { error: denied(call, permission, `projects/${id}/serviceAccounts/${asked}`) };
  call.state.serviceAccounts[found.email] = { ...found.account, disabled };
  return { value: {} };
}

function shown({ name, email, account }: Found): unknown {
  const { uniqueId, displayName, disabled, project } = account;
  return {
    name,
    projectId: project,
    uniqueId,
    email,
    ...(displayName === undefined ? {} : { displayName }),
    etag: 'MDEwMjE5MjA=',
    oauth2ClientId: uniqueId,
    ...(disabled === true ? { disabled } : {}),
  };
}
