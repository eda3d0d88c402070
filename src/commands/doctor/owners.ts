import { ownersOf, parseCodeowners } from '../../domain/codeowners.ts';
import type { ForgeSettings } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, judged, pass, type Question, unknown } from './check.ts';

const FAMILY = 'code owners';
const FILE = '.github/CODEOWNERS';

const ERRORS: Question = {
  id: 'codeowners-errors',
  family: FAMILY,
  wanted: 'GitHub finds no error in CODEOWNERS',
  fix: 'Give everybody whom it names the right to write, then run grantkeeper codeowners.',
  right: 'Contents: read',
};

const WRITTEN: Question = {
  id: 'codeowners-written',
  family: FAMILY,
  wanted: 'CODEOWNERS is what teams and policy make of it',
  fix: 'Run grantkeeper codeowners and commit what it writes.',
};

const COVERAGE: Question = {
  id: 'codeowners-coverage',
  family: FAMILY,
  wanted: 'every file that decides about access has an owner',
  fix: 'Run grantkeeper codeowners and commit what it writes.',
};

/** A file that may come tomorrow stands for those of its folder that are not there yet. */
const TOMORROW = ['grants/new-team/new.yaml', 'policy/new.yaml', 'recalls/new.yaml', '.github/workflows/new.yml'];

/** GitHub's own view of the file; a line that it cannot use is skipped without a word elsewhere. */
export function ownersErrorChecks({ codeowners }: Pick<ForgeSettings, 'codeowners'>): readonly Check[] {
  const check = judged(ERRORS, codeowners, (errors) => {
    const listed = errors.map(({ path, line, kind }) => `${path}:${line} ${kind}`);
    return listed.length === 0 ? pass('GitHub finds no error in it') : fail(listed.join('; '));
  });
  return [check];
}

export interface OwnersFiles {
  /** Of the commit that is looked at; undefined where it has none. */
  readonly text: string | undefined;
  /** What it should be; undefined while the policy does not read. */
  readonly wanted: string | undefined;
  /** Every file below grants/, policy/, recalls/ and .github/. */
  readonly paths: readonly string[];
}

export function ownersChecks(files: OwnersFiles): readonly Check[] {
  return [checkOf(WRITTEN, FILE, writtenFinding(files)), checkOf(COVERAGE, FILE, coverageFinding(files))];
}

function writtenFinding({ text, wanted }: OwnersFiles): Finding {
  if (text === undefined) return fail('there is none');
  if (wanted === undefined) return unknown('the policy does not read', 'Mend the policy: grantkeeper validate shows where.');
  return text === wanted ? pass('it is what grantkeeper codeowners writes') : fail('it differs from what grantkeeper codeowners writes');
}

function coverageFinding({ text, paths }: OwnersFiles): Finding {
  if (text === undefined) return fail('there is no CODEOWNERS, so nobody owns anything');
  const { rules } = parseCodeowners(text);
  const bare = [...paths, ...TOMORROW].filter((path) => (ownersOf(rules, path) ?? []).length === 0);
  if (bare.length === 0) return pass(`all ${paths.length} files have an owner`);
  return fail(`nobody owns ${bare.slice(0, 5).join(', ')}${bare.length > 5 ? ` and ${bare.length - 5} more` : ''}`);
}
