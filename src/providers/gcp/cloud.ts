import type { Cloud } from '../provider.ts';
import { gcpSyntax } from './syntax.ts';

/** Google Cloud: allow policies of projects, folders, organizations and of what in a project keeps conditions. What `validate` does not need loads when it is called for. */
export const gcp: Cloud = {
  syntax: gcpSyntax,
  reader: async (access) => (await import('./reader.ts')).gcpReader(access),
  writer: async (access) => (await import('./writer.ts')).gcpWriter(access),
  lockReader: async (access, means) => (await import('./lockdown.ts')).gcpLockReader(access, means),
  lockWriter: async (access, means) => (await import('./lockdown.ts')).gcpLockWriter(access, means),
  rights: async (wanted) => (await import('./rights.ts')).gcpRights(wanted),
  publishedRoles: async () => (await import('./published-roles.ts')).publishedRoles,
  permissions: async () => (await import('./permissions.ts')).permissions,
  conditions: async () => (await import('./own-condition.ts')).parseOwnCondition,
};
