import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, pass, type Question, unknown } from './check.ts';

const FAMILY = 'this repository';

const VERSION: Question = { id: 'git-version', family: FAMILY, wanted: 'Git is 2.38 or newer', fix: 'Install Git 2.38 or newer.' };

const WHOLE: Question = {
  id: 'clone-whole',
  family: FAMILY,
  wanted: 'the clone has the whole history',
  fix: 'git fetch --unshallow gets the rest; in a workflow fetch-depth: 0 does.',
};

const OLDEST = [2, 38] as const;

/** What the clone at hand must be. `version` is what `git --version` prints. */
export function cloneChecks({ version, shallow }: { readonly version: string; readonly shallow: boolean }): readonly Check[] {
  return [
    checkOf(VERSION, 'git --version', versionFinding(version)),
    checkOf(
      WHOLE,
      'git rev-parse --is-shallow-repository',
      shallow ? fail('this is a shallow clone: nothing is granted from it') : pass('the clone has the whole history'),
    ),
  ];
}

function versionFinding(text: string): Finding {
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(text) ?? [];
  if (major === undefined || minor === undefined) return unknown(`git calls itself ${text}`);
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  return (isOld ? fail : pass)(`Git is ${major}.${minor}`);
}
