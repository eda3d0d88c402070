import type { Duty } from '../provider.ts';
import { inProject } from './kind.ts';

/** Where custom roles live: one organization for all, or each project for itself where nothing above it is meant. */
export interface Homes {
  readonly organization?: string;
  readonly projects: readonly string[];
}

/** A binding of a duty: at a node of the tree, with the role of its home. */
export interface Grip {
  readonly duty: Duty;
  /** `folders/77`. */
  readonly node: string;
}

export const LIMIT_TITLE = 'Only roles of the catalogue';

/** Each duty at each node; rights on a thing are given at its project. */
export function gripsOf(duties: readonly Duty[]): readonly Grip[] {
  return duties.flatMap((duty) => [...new Set(duty.at.map((path) => inProject(path)?.project ?? path))].map((node) => ({ duty, node })));
}

/** A folder cannot have roles of its own (Google IAM: "Creating and managing custom roles"). */
export function homesOf(grips: readonly Grip[]): Homes {
  const nodes = [...new Set(grips.map(({ node }) => node))];
  const organization = nodes.find((node) => node.startsWith('organizations/'))?.slice('organizations/'.length);
  if (organization !== undefined) return { organization, projects: [] };
  return { projects: nodes.every((node) => node.startsWith('projects/')) ? nodes.map((node) => node.slice('projects/'.length)) : [] };
}

/** `grantkeeperPlan`. */
export function roleId({ name }: Duty): string {
  return `grantkeeper${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
