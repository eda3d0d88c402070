import { existsSync } from 'node:fs';
import type { Finding } from '../domain/finding.ts';

/** Thrown when Git cannot do what was asked; the finding says so to a person, `detail` is what Git wrote. */
export class GitProblem extends Error {
  readonly finding: Finding;
  readonly detail: string;

  constructor(finding: Finding, detail = '', options?: ErrorOptions) {
    super(finding.message, options);
    this.name = 'GitProblem';
    this.finding = finding;
    this.detail = detail;
  }
}

export function problem(code: string, message: string, hint: string, detail = '', cause?: unknown): GitProblem {
  return new GitProblem({ code, severity: 'error', message, hint }, detail, cause === undefined ? undefined : { cause });
}

/** What Git wrote on its error stream, as a problem that names the remedy. */
export function explain(dir: string, args: readonly string[], stderr: string, cause?: unknown): GitProblem {
  const said = withoutSecrets(stderr.trim());
  if (said.includes('detected dubious ownership')) return ownedByAnother(dir, said, cause);
  if (said.includes('not a git repository')) return noRepository(dir, said, cause);
  // The same error stands for a program that is missing and for a folder that is.
  if (/\bspawn git (ENOENT|EACCES|ENOTDIR)\b/.test(said)) return existsSync(dir) ? noGit(said, cause) : noRepository(dir, said, cause);
  const first = said.split('\n').find((line) => /^(fatal|error): /.test(line)) ?? said.split('\n')[0] ?? '';
  return problem(
    'GK7005',
    `git ${args.find((arg) => !arg.startsWith('-')) ?? ''} failed: ${first.replace(/^(fatal|error): /, '') || 'it gave no reason'}`,
    `Run it by hand in ${dir} to see more.`,
    said,
    cause,
  );
}

export function noRepository(dir: string, detail = '', cause?: unknown): GitProblem {
  return problem(
    'GK7001',
    `${dir} is not inside a Git work tree`,
    'Change to the folder of your grants, or name it with --repo.',
    detail,
    cause,
  );
}

// Our children read no global configuration, so an exception in the person's own file would not be seen: the owner must be right.
function ownedByAnother(dir: string, detail: string, cause: unknown): GitProblem {
  return problem(
    'GK7002',
    `the repository at ${dir} belongs to another user, so Git refuses to read it`,
    'Run as the owner of the folder, or give it to the user who runs this (chown -R).',
    detail,
    cause,
  );
}

function noGit(detail: string, cause: unknown): GitProblem {
  return problem(
    'GK7004',
    'the program git could not be started',
    'Install Git 2.38 or newer and see that it is on the PATH.',
    detail,
    cause,
  );
}

/** A remote's address may carry a password, and Git repeats it in its messages. */
export function withoutSecrets(text: string): string {
  return text.replace(/(\w+:\/\/)[^/@\s']+@/g, '$1');
}
