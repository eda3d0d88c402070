import type { CloudSyntax } from '../domain/cloud.ts';
import type { Directory } from '../domain/directory.ts';
import type { LocalForge } from '../forge/local/forge.ts';
import { readTree as readCommit } from '../git/tree.ts';
import { assembleControl } from '../grants/control.ts';
import { readTree } from '../grants/tree.ts';

/** Who is who at the tip of the forge's default branch; nobody where its policy does not read. */
export async function peopleAt(forge: LocalForge, syntaxes: readonly CloudSyntax[]): Promise<Directory> {
  const tip = await forge.tip();
  if (!tip.ok) return new Map();
  const files = await readCommit(forge.repository, tip.value, ['policy/']);
  const control = assembleControl(readTree(files, syntaxes).parts, syntaxes);
  return control.ok ? control.control.directory : new Map();
}

/** The login of a name of policy/people; any other text is a login already. */
export async function loginOf(name: string, forge: LocalForge, syntaxes: readonly CloudSyntax[]): Promise<string> {
  const directory = await peopleAt(forge, syntaxes);
  const principal = directory.get(name);
  const person = principal?.person === undefined ? principal : directory.get(principal.person);
  return person?.github ?? name;
}
