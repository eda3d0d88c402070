import type { MemberKind } from '../../domain/access.ts';
import type { CloudSyntax } from '../../domain/cloud.ts';
import { capabilities } from './capabilities.ts';
import { parseMember } from './member.ts';
import { parseRole } from './role-name.ts';
import { covers, isContainer, parseScope, writtenScope } from './scope.ts';

const COLLECTION = /^(?:\/\/[a-z]+\.googleapis\.com|projects|folders|organizations|billingAccounts)\//;

export const gcpSyntax: CloudSyntax = {
  name: 'gcp',
  title: 'Google Cloud',
  capabilities,
  scope: parseScope,
  written: writtenScope,
  isRawScope: (text: string) => COLLECTION.test(text),
  covers,
  isContainer,
  member: (text: string, kind: MemberKind) => parseMember(text, kind),
  role: parseRole,
};
