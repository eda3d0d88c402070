import { roleTable } from '../role-table.ts';
import { roleLines } from './generated/role-lines.ts';

/** Roles as Google Cloud lists them; custom roles are none of them. */
export const publishedRoles = roleTable(roleLines, (role) => role.replace(/^roles\//, ''));
