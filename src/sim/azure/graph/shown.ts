import type { Found } from '../directory.ts';
import { moment } from '../moment.ts';
import type { Group, ServicePrincipal, User } from '../state.ts';
import type { Shown } from './collection.ts';

/** The default properties of Microsoft Graph v1.0's user resource, and the two that show that somebody was signed out or disabled. */
export function shownUser(user: User): Shown {
  return {
    id: user.id,
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    mail: user.mail,
    accountEnabled: user.accountEnabled,
    signInSessionsValidFromDateTime: moment(user.signInSessionsValidFrom),
  };
}

export function shownGroup(group: Group): Shown {
  return {
    id: group.id,
    displayName: group.displayName,
    description: null,
    mail: null,
    mailEnabled: false,
    securityEnabled: true,
    groupTypes: [],
    createdDateTime: moment(group.createdAt),
  };
}

export function shownService(service: ServicePrincipal): Shown {
  return {
    id: service.id,
    appId: service.appId,
    displayName: service.displayName,
    accountEnabled: service.accountEnabled,
    tags: service.tags ?? [],
    servicePrincipalType: service.kind,
  };
}

/** As a directory object, with the type that tells what it is. */
export function shownObject(found: Found): Shown {
  if (found.type === 'User') return { '@odata.type': '#microsoft.graph.user', ...shownUser(found.principal) };
  if (found.type === 'Group') return { '@odata.type': '#microsoft.graph.group', ...shownGroup(found.principal) };
  return { '@odata.type': '#microsoft.graph.servicePrincipal', ...shownService(found.principal) };
}
