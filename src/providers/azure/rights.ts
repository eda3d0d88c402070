import type { Rights, WantedRights } from '../provider.ts';
import { dutiesOf } from './duties.ts';
import { gripsOf } from './grips.ts';
import { publishedRoleId } from './published-roles.ts';
import { shellFor } from './rights-shell.ts';
import { terraformFor } from './rights-terraform.ts';

/** The least that plan, apply and recall need on Azure, as data and as two programs that give it. */
export function azureRights(wanted: WantedRights): Rights {
  const found = [...new Set(wanted.roles)].map((role) => ({ role, id: publishedRoleId(role) }));
  const duties = dutiesOf(
    wanted,
    found.flatMap(({ id }) => id ?? []),
  );
  const grips = gripsOf(duties);
  const unknown = found.filter(({ id }) => id === undefined).map(({ role }) => role);
  return { duties, shell: shellFor(grips), terraform: terraformFor(grips), notes: notesOf(unknown, wanted) };
}

function notesOf(unknown: readonly string[], { enforce, recall }: WantedRights): readonly string[] {
  const roles = unknown.map(
    (role) =>
      `apply may not give ${JSON.stringify(role)}: it is no built-in role, and a condition names roles by GUID; write that in its place`,
  );
  const named = [...roles, ...graphNotes(recall)];
  if (enforce === 'pim' || enforce === 'auto')
    return [...named, 'the duty pim has no condition, because PIM takes none: who holds it can give every role where the tool manages'];
  return enforce === 'run'
    ? [...named, 'while PIM still holds what the tool gave, apply needs the duty pim as well, which `enforce: auto` prints']
    : named;
}

/** Permissions on Microsoft Graph are no part of a role: an administrator consents to them. */
function graphNotes(recall: WantedRights['recall']): readonly string[] {
  if (recall?.signOut === undefined) return [];
  const disabling = recall.disables ? ' and Application.ReadWrite.All' : '';
  return [
    `the application ${recall.signOut.account} needs User.RevokeSessions.All${disabling} on Microsoft Graph, with the consent of an administrator`,
  ];
}
