import type { MemberKind, Scope } from '../../domain/access.ts';
import type { CloudSyntax, Parsed } from '../../domain/cloud.ts';
import { capabilities } from './capabilities.ts';
import { parseMember } from './member.ts';
import { parseRole } from './role-name.ts';

/** Containers by number; projects by id (6 to 30 characters, an old one behind its domain) or by number (Resource Manager v3). */
const SCOPE = /^(?:projects\/(?:(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]|[1-9]\d{0,18})|(?:folders|organizations)\/[1-9]\d{0,18})$/;
const COLLECTION = /^(?:\/\/[a-z]+\.googleapis\.com|projects|folders|organizations|billingAccounts)\//;
const BELOW_A_PROJECT = /^projects\/[^/]+\/./;

export const gcpSyntax: CloudSyntax = {
  name: 'gcp',
  title: 'Google Cloud',
  capabilities,
  scope: parseScope,
  isRawScope: (text: string) => COLLECTION.test(text),
  covers: (outer: Scope, inner: Scope) => outer.key === inner.key,
  isContainer: (scope: Scope) => !scope.key.startsWith('projects/'),
  member: (text: string, kind: MemberKind) => parseMember(text, kind),
  role: parseRole,
};

/** `projects/ID`, `folders/NUMBER` or `organizations/NUMBER`. */
function parseScope(text: string): Parsed<Scope> {
  if (SCOPE.test(text)) return { ok: true, value: scopeOf(text) };
  if (BELOW_A_PROJECT.test(text)) {
    return {
      ok: false,
      problem: `${text} lies below a project: this version grants on projects, folders and organizations only`,
      hint: 'ask at the project, with a condition on resource.type and resource.name',
    };
  }
  return {
    ok: false,
    problem: `${text} is no scope of Google Cloud`,
    hint: 'write projects/ID, folders/NUMBER or organizations/NUMBER',
  };
}

function scopeOf(path: string): Scope {
  return { cloud: 'gcp', path, key: path };
}
