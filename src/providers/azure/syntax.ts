import type { Member, MemberKind } from '../../domain/access.ts';
import type { Capabilities, CloudSyntax, Parsed } from '../../domain/cloud.ts';
import { covers, GUID, isContainer, parseScope } from './scope.ts';

const capabilities: Capabilities = {
  nativeExpiry: {
    can: false,
    why: 'A role assignment of Azure has no end of its own: access is ended by our run. With `enforce: pim` or `enforce: auto` it is given as a time-bound assignment of PIM, which Azure ends by itself.',
  },
  nativeStart: {
    can: false,
    why: 'A role assignment counts from its creation: access is begun by our first run after the start. What PIM ends, PIM begins too.',
  },
  chosenEnder: {
    can: true,
    how: '`enforce` on an access entry, on a role of the catalogue or in clouds.azure of policy/policy.yaml; the nearest counts.',
  },
  ownConditions: {
    can: true,
    how: 'Role assignment conditions (ABAC), condition version 2.0, where the role has actions that Azure lets them limit.',
  },
  endsSessions: {
    can: true,
    how: 'where policy names an application for it: users are signed out of all sessions, service principals disabled under a lockdown',
  },
  besideTwin: { can: false, why: 'Azure allows one assignment for a scope, role and principal, whatever its name.' },
  unitOfWrite: 'binding',
  index: {
    can: true,
    how: 'Azure Resource Graph: 1,000 role assignments a call, minutes late and without PIM. What it shows is read anew before anything is told or taken. Where it cannot be asked `drift` lists each subscription and management group; `recall` lists them in any case.',
  },
  // Troubleshoot Azure RBAC: up to 10 minutes. Role assignments have no etag that a write could name.
  staleFor: 600_000,
  outlasts: [
    { what: 'the change itself, until it has arrived everywhere', longest: 'up to 10 minutes', source: 'Troubleshoot Azure RBAC' },
    { what: 'user delegation SAS links', longest: 'up to 7 days from their making', source: 'Azure Storage: Create a user delegation SAS' },
    {
      what: 'keys of storage accounts and other SAS links that were read',
      longest: 'until the keys are changed',
      source: 'Azure Storage: Manage storage account access keys',
    },
    {
      kind: 'user',
      what: 'access tokens',
      longest: '60 to 90 minutes, up to 28 h with continuous access evaluation',
      source: 'Microsoft identity platform: Access tokens; Continuous access evaluation',
    },
    {
      kind: 'user',
      what: 'refresh tokens, which reach what other assignments give',
      longest: '90 days, renewed by use',
      source: 'Microsoft identity platform: Refresh tokens',
      endedBy: 'sign-out',
    },
    {
      kind: 'service',
      what: 'tokens of a managed identity',
      longest: 'around 24 h',
      source: 'Managed identities: Limitation of using managed identities for authorization',
    },
    {
      kind: 'service',
      what: 'secrets and certificates of the application',
      longest: 'until their own end or their removal',
      source: 'Microsoft identity platform: Application credentials',
      endedBy: 'disable',
    },
    {
      kind: 'group',
      what: 'what members hold through other groups',
      longest: 'until it is taken from those',
      source: 'Azure RBAC: Assign roles to groups',
    },
  ],
};

// Azure subscription and service limits: Azure role-based access control limits.
const LONGEST_ROLE = 512;

const FIND: Record<MemberKind, string> = {
  user: 'az ad user show --id <mail> --query id',
  group: 'az ad group show --group <name> --query id',
  service:
    'az ad sp show --id <application id> --query id. It is the object id of the service principal (the enterprise application), ' +
    'neither the application (client) id nor the object id of the app registration',
  other: 'the Overview page of the principal in the Microsoft Entra admin center, field Object ID',
};

/** How Azure's things are written in files. */
export const azureSyntax: CloudSyntax = {
  name: 'azure',
  title: 'Azure',
  capabilities,
  scope: parseScope,
  isRawScope: (text) => text.startsWith('/'),
  covers,
  isContainer,
  member: parseMember,
  role: parseRole,
};

function parseMember(text: string, kind: MemberKind): Parsed<Member> {
  if (GUID.test(text)) return { ok: true, value: { kind, id: text.toLowerCase(), shown: text } };
  const problem = `${JSON.stringify(text)} is not an object id, the GUID by which Azure knows a principal`;
  return { ok: false, problem, hint: `Find it with: ${FIND[kind]}.` };
}

/** A role's name exactly as Azure shows it, or the GUID of its definition, which comes back in lower case. */
function parseRole(text: string): Parsed<string> {
  if (GUID.test(text)) return { ok: true, value: text.toLowerCase() };
  if (text.includes('/roleDefinitions/'))
    return { ok: false, problem: 'this is the id of a role definition', hint: 'Write its last part alone, the GUID.' };
  const fine = text.length <= LONGEST_ROLE && /^[\x20-\x7e]+$/.test(text) && text.trim() === text;
  if (fine) return { ok: true, value: text };
  return {
    ok: false,
    problem: 'this is no name of an Azure role',
    hint: `Write the name as Azure shows it, ${LONGEST_ROLE} ASCII characters at most, or the GUID of the role definition.`,
  };
}
