import type { TreeFile } from '../../src/grants/tree.ts';

/** A small organisation without a mistake, by path. */
export const example: Readonly<Record<string, string>> = {
  'policy/policy.yaml': `stamp: acme-access
formerStamps: [acme-old]
security: [sam, kim]
clouds:
  gcp: { reads: [organizations/123456789012], manages: [folders/77] }
  azure: { tenant: 11111111-2222-4333-8444-555555555555, reads: [/], manages: [/providers/Microsoft.Management/managementGroups/acme] }
grants: { maxDuration: 8h, maxTotal: 30d, maxHorizon: 30d, maxGrace: 30m, require: [reason, ticket], ticketPattern: "INC-[0-9]+" }
limits:
  - { env: prod, maxDuration: 4h }
  - { env: none, deny: true }
deny: { roles: ["gcp:roles/*.admin", "azure:Owner"], principals: [] }
separationOfDuties: [[debug, release]]
rules:
  - { name: no-weekend-prod, expression: '!(place.env == "prod" && grant.startsOnWeekend)', message: You must ask on a working day }
approval: { mode: enforce, minimum: 1, privileged: 2 }
guard: { withdrawals: { max: 3, percent: 10, window: 24h }, newGrants: { max: 20, privileged: 5 }, protect: [deployer] }
unmanaged: { mode: report, ignore: [service-agents, pim, pam, inherited] }
notices: { before: [24h, 1h], to: [principal, approvers] }
prune: { after: 1h }
breakGlass: { who: [payments-oncall], roles: [debug], maxDuration: 1h, reviewWithin: 24h }
heartbeat: { maxAge: 90m }
`,
  'policy/teams/payments.yaml': `approvers: [bo, chi]
zone: Europe/Berlin
places:
  payments-prod: { env: prod, gcp: projects/payments-prod, azure: /subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments }
  payments-test: { env: test, gcp: projects/payments-test }
`,
  'policy/teams/platform.yaml': `approvers: [sam, kim]
places:
  platform-shared: { env: prod, gcp: projects/platform-shared }
  all-projects: { env: prod, gcp: folders/77 }
`,
  'policy/people/payments.yaml': `people:
  ada: { name: Ada Byron, github: ada-b, gcp: user:ada@example.com, azure: 1b2c0000-0000-4000-8000-000000000001 }
  bo: { name: Bo Stone, github: bo-s, gcp: user:bo@example.com }
  chi: { name: Chi Park, github: chi-p, gcp: user:chi@example.com }
  ada-adm: { person: ada, gcp: user:adm-ada@example.com }
  eve: { name: Eve Moss, github: eve-m, gcp: user:eve@example.com, left: 2026-11-20T16:00:00Z }
groups:
  payments-oncall: { gcp: group:payments-oncall@example.com, azure: 3d4e0000-0000-4000-8000-000000000002, members: [ada, chi] }
services:
  deployer: { gcp: serviceAccount:deployer@payments-prod.iam.gserviceaccount.com }
`,
  'policy/people/security.yaml': `people:
  gil: { name: Gil Moreau, gcp: user:gil@example.com }
  kim: { name: Kim Ito, github: kim-i }
  sam: { name: Sam Okafor, github: sam-o }
`,
  'policy/roles/debug.yaml': `description: Read logs and the replica's settings
maxDuration: 8h
privileged: false
approvers: []
access:
  - { gcp: $place, role: roles/logging.viewer }
  - { gcp: $place, role: roles/cloudsql.viewer }
  - { azure: $place, role: Reader }
`,
  'policy/roles/release.yaml': `description: Release a version
privileged: true
approvers: [sam]
access:
  - { azure: $place/providers/Microsoft.Web/sites/shop, role: Website Contributor, condition: "@Resource[x] StringEquals 'y'" }
`,
  'policy/overrides/2026-11-21-payments-exit.yaml': `withdraws:
  - sha256:9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024681bdf13579bdf02468ace13
grants: []
expires: 2026-11-22T17:00:00Z
reason: payments moves to its own organisation
`,
  'recalls/gil.yaml': `principal: gil
since: 2026-11-21T03:12:00Z
reason: Laptop stolen
`,
  'grants/payments/2026-11-23-ada-debug.yaml': `principal: ada
requestedBy: bo
reason: Find out why last night's settlements failed
ticket: INC-4711
access:
  - { role: debug, place: payments-prod }
  - { gcp: payments-prod, role: roles/monitoring.viewer }
  - azure: payments-prod/providers/Microsoft.Storage/storageAccounts/ledger
    role: Storage Blob Data Reader
    condition: "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'"
starts: 2026-11-23T09:00:00Z
expires: 2026-11-23T17:00:00Z
duration: 3h
grace: 15m
`,
  'grants/platform/2026-11-23-sweep.yaml': `principal: [ada, ada-adm]
access:
  - { gcp: projects/search-prod, role: roles/browser }
expires: 2026-11-23T17:00:00Z
`,
  'grants/README.md': 'One folder for each team.\n',
};

const UTF8 = new TextEncoder();

export function bytesOf(text: string): Uint8Array {
  return UTF8.encode(text);
}

/** Plain files, as Git would list them. */
export function treeOf(texts: Readonly<Record<string, string>>): readonly TreeFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, mode: '100644', bytes: bytesOf(text) }));
}
