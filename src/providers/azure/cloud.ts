import type { Cloud } from '../provider.ts';
import { azureSyntax } from './syntax.ts';

/** Azure: role assignments of Azure RBAC. The SDKs load when a reader or a writer is called for. */
export const azure: Cloud = {
  syntax: azureSyntax,
  reader: async (access) => (await import('./reader.ts')).azureReader(access),
  writer: async (access) => (await import('./writer.ts')).azureWriter(access),
  rights: async (wanted) => (await import('./rights.ts')).azureRights(wanted),
  lockReader: async (access, means) => (await import('./lockdown.ts')).azureLockReader(access, means),
  lockWriter: async (access, means) => (await import('./lockdown.ts')).azureLockWriter(access, means),
  publishedRoles: async () => (await import('./published-roles.ts')).publishedRoles,
  permissions: async () => (await import('./permissions.ts')).permissions,
  conditions: async () => (await import('./conditions.ts')).checkCondition,
};
