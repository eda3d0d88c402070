import { dangersOf, escalations, grants, type Permission } from './escalation.ts';
import { contains, type Pattern } from './wildcard.ts';

/**
 * What the verb of an action says, whatever the provider: `Microsoft.Maps/accounts/listKeys/action`. The list of escalation.ts has what
 * is published about single actions, which patterns with stars are held against; these rules find what a role spells out and nobody
 * has listed yet.
 */
interface VerbRule {
  /** Of the whole action, in lower case. */
  readonly action: RegExp;
  /** True where it is about data actions. */
  readonly data?: true;
  readonly reason: string;
  /** Where it is published how such actions work. */
  readonly source: string;
}

export const verbRules: readonly VerbRule[] = [
  {
    // A star at the end takes every verb with it; what only reads ends in read.
    action: /^(microsoft\.authorization|microsoft\.\*|\*)\/(?!.*\/?read$)(?!.*(checkaccess|validate|permissions|operations))/,
    reason: 'changes who may do what, or what holds them back',
    source: 'Azure permissions for Management and governance',
  },
  {
    action: /\/\w*deny\w*(\/\w+)?\/(write|delete|action|\*)$/,
    reason: 'lifts what denies access',
    source: 'Azure built-in roles for Privileged; Azure deployment stacks',
  },
  {
    action: /^microsoft\.(blueprint|managedservices|management)\/.*(assignments?|subscriptions)\/(write|delete|\*)$/,
    reason: 'gives access by a template, to another tenant or by moving what inherits it',
    source: 'Azure permissions for Management and governance; Azure Lighthouse: onboard a customer',
  },
  {
    // A user delegation key gives no more than its maker still may when it is used (Create a user delegation SAS).
    action:
      /\/(?!generateuserdelegationkey)(list|get|create|generate|regenerate|renew|rotate|reset|fetch|show)\w*(keys?|secrets?|credentials?|tokens?|passwords?|connectionstrings?|sas|shareablelinks?)\/action$/,
    reason: 'hands out keys that work without an identity',
    source: 'Azure resource provider operations',
  },
  {
    action: /\/(publishxml|config\/list|publishingcredentials\/\w+|authkeys\/\w+|sharedaccesskeys\/\w+)(\/action)?$/,
    reason: 'hands out keys that work without an identity',
    source: 'Azure permissions for Web and Mobile',
  },
  {
    action: /(userassignedidentities\/.*(assign\/action|federatedidentitycredentials\/(write|\*)))$|federatedidentitycredentials?\/write$/,
    reason: 'acts as a managed identity, or lets an outside issuer do so',
    source: 'Managed identity best practice recommendations',
  },
  {
    action: /\/(runcommands?|invokecommand|executecommand|extensions|deploymentscripts|runbooks|customscripts?)\/(write|action|\*)$/,
    reason: 'runs commands as whatever identity a machine or an account has',
    source: 'Azure permissions for Compute; Use deployment scripts in ARM templates',
  },
  {
    action: /^microsoft\.logic\/workflows\/(write|\*)$/,
    reason: 'runs steps under every identity of a workflow',
    source: 'Managed identity best practice recommendations',
  },
  {
    action: /\/(loginasadmin|adminlogin|actas\w*admin|elevate\w*|\w*impersonat\w*|runas\w*)\/action$/,
    data: true,
    reason: 'signs in as administrator, or as others',
    source: 'Azure built-in roles for Compute: Virtual Machine Administrator Login',
  },
  {
    action:
      /\/(accesspolicies|administrators|\w*roleassignments|\w*roledefinitions|aadadmins?)\/(write|\*)$|^microsoft\.keyvault\/vaults\/(write|\*)$/,
    reason: 'changes who may reach what lies inside',
    source: 'Azure role-based access control vs. access policies (Key Vault); Azure permissions for Databases',
  },
  {
    action: /\/(?!list|get)\w*role(assignment|binding)s?\/(write|delete|action|\*)$|\/assign\w*admin\w*\/action$/,
    reason: 'changes who may do what inside',
    source: 'Azure permissions for Containers; Azure permissions for Analytics',
  },
  {
    action: /\/(\w*role(assignment|binding)s?\/(write|delete|action|\*)|modifypermissions\/action|(take|manage)ownership\/action)$/,
    data: true,
    reason: 'changes who may reach what lies inside',
    source: 'Azure permissions for Containers; Azure permissions for Storage',
  },
  {
    action: /\/exec\/action$/,
    data: true,
    reason: 'runs commands as whatever identity a machine or an account has',
    source: 'Azure built-in roles for Containers: Container Apps Operator',
  },
  {
    action: /\/(diagnosticsettings|activitylogalerts)\/delete$/,
    reason: 'stops the export of logs',
    source: 'Azure permissions for Management and governance',
  },
];

export interface Danger {
  readonly action: Pattern;
  readonly reason: string;
}

/** The actions that a role spells out and whose verb is dangerous, each by the first rule that fits. */
export function dangersByVerb(permissions: readonly Permission[]): readonly Danger[] {
  return permissions.flatMap(({ actions = [], notActions = [], dataActions = [], notDataActions = [] }) => [
    ...spelled(actions, notActions, undefined),
    ...spelled(dataActions, notDataActions, true),
  ]);
}

function spelled(given: readonly Pattern[], taken: readonly Pattern[], data: true | undefined): readonly Danger[] {
  const left = given.filter((action) => !taken.some((pattern) => contains(pattern, action)));
  return left.flatMap((action) => {
    const rule = verbRules.find((one) => one.data === data && one.action.test(action.toLowerCase()));
    return rule === undefined ? [] : [{ action, reason: rule.reason }];
  });
}

/** Why a role is privileged: the deciding action and what it does, once for each reason; what is published comes first. */
export function reasonsOf(permissions: readonly Permission[]): readonly string[] {
  const published = dangersOf(permissions).map((reason) => ({ action: decidingAction(permissions, reason), reason }));
  const found = new Map<string, string>();
  for (const { action, reason } of [...published, ...dangersByVerb(permissions)]) {
    if (!found.has(reason)) found.set(reason, `${action}: ${reason}`);
  }
  return [...found.values()];
}

function decidingAction(permissions: readonly Permission[], reason: string): string {
  const holder = (action: Pattern, data?: true) => permissions.find((block) => grants(block, action, data));
  const entry = escalations.find((one) => one.reason === reason && one.actions.every((action) => holder(action, one.data) !== undefined));
  return entry?.actions.map((action) => asSpelled(holder(action, entry.data), action, entry.data)).join(' and ') ?? '';
}

/** Of a pattern with stars what the role itself says, as long as that is narrower. */
function asSpelled(block: Permission = {}, wanted: Pattern, isData?: true): Pattern {
  const given = (isData ? block.dataActions : block.actions) ?? [];
  return (
    (wanted.includes('*')
      ? given.find((one) => contains(wanted, one) && grants({ ...block, actions: [one], dataActions: [one] }, wanted, isData))
      : undefined) ?? wanted
  );
}

/** Reading verbs, support tickets, and keys that give no more than their maker has. */
const HARMLESS =
  /(\/(read|get\w*\/action|list\w*\/action|query\w*\/action|search\w*\/action|generateuserdelegationkey\/action)|^microsoft\.support\/\*)$/i;

/** The first action that changes something, as the role spells it; undefined where all only look. */
export function firstWrite(permissions: readonly Permission[]): Pattern | undefined {
  return permissions.flatMap(({ actions = [], dataActions = [] }) => [...actions, ...dataActions]).find((action) => !HARMLESS.test(action));
}
