import type { Scope } from '../../src/domain/access.ts';
import type { Capabilities, CloudSyntax, Parsed } from '../../src/domain/cloud.ts';

/** Two small clouds for these tests: spelled as the real ones, but made of a few patterns. */
const can = { can: true, how: 'by test' } as const;

const capabilities: Capabilities = {
  nativeExpiry: can,
  nativeStart: can,
  chosenEnder: { can: false, why: 'It ends by itself.' },
  ownConditions: can,
  endsSessions: can,
  besideTwin: can,
  unitOfWrite: 'binding',
};

function judged<T>(right: boolean, value: T, problem: string, hint?: string): Parsed<T> {
  if (right) return { ok: true, value };
  return hint === undefined ? { ok: false, problem } : { ok: false, problem, hint };
}

function below(outer: Scope, inner: Scope): boolean {
  return inner.key === outer.key || inner.key.startsWith(outer.key === '/' ? '/' : `${outer.key}/`);
}

const GCP_SCOPE = /^(?:projects\/[a-z][a-z0-9-]+|(?:folders|organizations)\/\d+)(?:\/[^/ ]+)*$/;
const GCP_ROLE = /^(?:(?:projects|organizations)\/[^/]+\/)?roles\/[A-Za-z.]+$/;
const BASIC = /^roles\/(?:owner|editor|viewer)$/;
const PREFIX = { user: 'user:', group: 'group:', service: 'serviceAccount:', other: 'principal:' };

export const gcp: CloudSyntax = {
  name: 'gcp',
  title: 'Google Cloud',
  capabilities,
  scope: (text) =>
    judged(GCP_SCOPE.test(text), { cloud: 'gcp', path: text, key: text }, 'not a scope of Google Cloud', 'Write projects/ID.'),
  isRawScope: (text) => /^(?:projects|folders|organizations)\//.test(text),
  covers: below,
  isContainer: ({ key }) => !key.startsWith('projects/'),
  member: (text, kind) =>
    judged(
      text.startsWith(PREFIX[kind]),
      { kind, id: text.toLowerCase(), shown: text },
      `no ${kind} of Google Cloud`,
      `Begin with ${PREFIX[kind]}`,
    ),
  role: (text) =>
    BASIC.test(text)
      ? { ok: false, problem: 'a basic role cannot end by itself', hint: 'Name a predefined role.' }
      : judged(GCP_ROLE.test(text), text, 'not a role of Google Cloud', 'Write roles/NAME.'),
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AZURE_SCOPE = /^(?:\/|\/subscriptions\/[^/ ]+(?:\/[^/ ]+)*|\/providers\/Microsoft\.Management\/managementGroups\/[^/ ]+)$/;

export const azure: CloudSyntax = {
  name: 'azure',
  title: 'Azure',
  capabilities: { ...capabilities, chosenEnder: can, besideTwin: { can: false, why: 'There is room for one.' } },
  scope: (text) => judged(AZURE_SCOPE.test(text), { cloud: 'azure', path: text, key: text.toLowerCase() }, 'not a scope of Azure'),
  isRawScope: (text) => text.startsWith('/'),
  covers: below,
  isContainer: ({ key }) => !key.startsWith('/subscriptions/'),
  member: (text, kind) => judged(GUID.test(text), { kind, id: text.toLowerCase(), shown: text }, 'not an object id'),
  role: (text) => judged(!text.includes('/'), text, 'not a role of Azure', 'Write its name or its GUID.'),
};

export const clouds: readonly CloudSyntax[] = [gcp, azure];
