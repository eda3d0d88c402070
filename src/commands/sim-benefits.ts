import type { CloudSyntax } from '../domain/cloud.ts';
import { humansBehind } from '../domain/directory.ts';
import type { LocalForge } from '../forge/local/forge.ts';
import type { Benefits } from '../forge/local/merge.ts';
import { readGrant } from '../grants/read-grant.ts';
import { peopleAt } from './sim-people.ts';

/** Logins of the people who ask for or get what a request's grant files say: their approval does not count at the merge. */
export function beneficiaries(forge: LocalForge, syntaxes: readonly CloudSyntax[]): Benefits {
  return async (head, paths) => {
    const directory = await peopleAt(forge, syntaxes);
    const found = new Map<string, string>();
    for (const path of paths.filter((one) => one.startsWith('grants/'))) {
      const text = await forge.textAt(head, path);
      const grant = text.ok && text.value !== undefined ? readGrant(path, new TextEncoder().encode(text.value), syntaxes) : undefined;
      if (grant?.ok !== true) continue;
      const { principals, requestedBy } = grant.value;
      for (const name of [...principals, ...(requestedBy === undefined ? [] : [requestedBy])]) {
        for (const person of humansBehind(directory, name)) {
          const login = directory.get(person)?.github;
          if (login !== undefined) found.set(login, principals.includes(name) ? 'would get the access' : 'asked for it');
        }
      }
    }
    return [...found].map(([login, reason]) => ({ login, reason }));
  };
}
