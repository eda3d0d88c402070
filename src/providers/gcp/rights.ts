import type { Rights, WantedRights } from '../provider.ts';
import { dutiesOf } from './duties.ts';
import { gripsOf, homesOf } from './grips.ts';
import { shellFor } from './rights-shell.ts';
import { terraformFor } from './rights-terraform.ts';

/** The least that plan, apply and recall need on Google Cloud, as data and as two programs that give it. */
export function gcpRights(wanted: WantedRights): Rights {
  const duties = dutiesOf(wanted);
  const grips = gripsOf(duties);
  const homes = homesOf(grips);
  return { duties, shell: shellFor(duties, grips, homes), terraform: terraformFor(duties, grips, homes) };
}
