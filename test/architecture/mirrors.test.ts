import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports.ts';

/** Folders whose tests are about the whole. */
const WHOLE: ReadonlySet<string> = new Set(['architecture', 'corpus', 'deep', 'examples', 'scenarios', 'worlds']);

/** Tests of several files of their folder, by name, and what each is about. */
const ACROSS: Readonly<Record<string, string>> = {
  emulate: 'the built Action against a GitHub that other people emulate',
  'job-rights': 'every job of the shipped workflows, with its rights and with each one fewer',
  conformance: 'one list of states or rules, whatever file keeps it',
  contract: 'answers against the published description of the service',
  sdk: "the vendor's own client against the simulated service",
  gcloud: "the same with the vendor's command line",
  sessions: 'sessions and tokens of every kind of identity',
  weather: 'faults, delays and conflicts of a simulated service',
  hierarchy: 'what lies above and below',
  search: 'one question over all scopes',
  'policy-read': 'what a reader of allow policies sees',
  prune: 'a prune request from its opening to its end',
  attacks: 'attempts to have something counted as approved that is not',
  histories: 'honest ways of getting something approved',
  json: 'what every command prints for machines',
  'by-itself': 'access that the cloud begins and ends with the engine switched off',
  situations: 'what a grant may meet, as the plan that is made of it',
  mistakes: 'a golden message for each mistake that people make',
  naughty: 'strings that break other programs',
  hostile: 'text from anywhere, in all that people are shown',
  formats: 'moments and durations that other people collected',
  'second-reader': 'another parser on the same bytes',
  'yaml-suite': 'the test suite of YAML',
  'document-bug': 'a parser that breaks its own promises',
};

const tests = globSync('test/**/*.test.ts', { cwd: ROOT }).sort();

/** Folders beside src that have tests too, under their own name. */
const BESIDE: ReadonlySet<string> = new Set(['bench', 'scripts']);

/** `test/git/tree.test.ts` is about src/git/tree.ts; `test/sim/gcp/cel.test.ts` about the folder src/sim/gcp/cel. */
function hasPlace(path: string): boolean {
  const name = path.replace(/^test\//, '').replace(/\.test\.ts$/, '');
  const [folder = '', ...rest] = name.split('/');
  if (WHOLE.has(folder)) return true;
  if ((rest.at(-1) ?? folder) in ACROSS) return true;
  if (BESIDE.has(folder)) return existsSync(join(ROOT, `${name}.ts`));
  return existsSync(join(ROOT, `src/${name}.ts`)) || existsSync(join(ROOT, 'src', name));
}

describe('tests', () => {
  it('lie where the source lies that they are about', () => expect(tests.filter((path) => !hasPlace(path))).toEqual([]));

  it('across a folder are still there', () => {
    const names = new Set(tests.map((path) => path.replace(/^.*\//, '').replace(/\.test\.ts$/, '')));
    expect(Object.keys(ACROSS).filter((name) => !names.has(name))).toEqual([]);
  });

  it('have no place beside a source that is not there', () => expect(hasPlace('test/domain/nothing.test.ts')).toBe(false));
});
