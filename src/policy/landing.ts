import type { Approval } from '../domain/policy.ts';
import type { Astray, MergedRequest } from '../domain/request.ts';
import type { Fault } from './verdict.ts';

/** True when a commit holds the bytes that landed at a path; undefined when that could not be found out. */
export type SameBlob = (path: string, commit: string) => boolean | undefined;

/** A commit without a merged request was reviewed by nobody. */
export const STRAIGHT: Fault = {
  code: 'GK2001',
  reason: 'it was committed straight to the default branch, without a merged request',
  hint: 'Send the same change as a pull request and have it approved',
  bends: 'trust-branch-protection',
};

/** What stands between a merged request and the bytes that landed: reviewers must have seen these very bytes. */
export function landingFaults(request: MergedRequest, paths: readonly string[], sameBlob: SameBlob): readonly Fault[] {
  const unseen = paths.filter((path) => !request.paths.includes(path));
  const faults: Fault[] = [];
  if (request.base !== request.defaultBranch) faults.push(otherBase(request));
  if (unseen.length > 0) faults.push(notPartOf(request, unseen));
  for (const path of paths) {
    const same = sameBlob(path, request.head);
    if (same !== true) faults.push(same === undefined ? unknown(path) : different(request, path));
  }
  return faults;
}

/** What the forge's own record of the landing says against it: whoever went round the rules may have gone round the review. */
export function wayFaults({ number, astray }: Pick<MergedRequest, 'number' | 'astray'>): readonly Fault[] {
  if (astray === undefined) return [];
  const { by, way } = astray;
  return [
    {
      code: 'GK2016',
      reason: `${by} ${WAYS[way]} request #${number}`,
      hint: 'Send the same change as a new pull request, and merge it on the forge under its rules',
      bends: 'warn',
    },
  ];
}

/** Why something was approved and must land once more before anything is built on it, and how. */
export interface Aside {
  readonly reason: string;
  readonly hint: string;
}

/**
 * The same of control files that `security` approved: they count, since a narrowing must not wait, but what they would give has to wait
 * until they landed under the rules. The milder modes ask for no such landing.
 */
export function asideOf(request: Pick<MergedRequest, 'number' | 'astray'>, mode: Approval['mode']): Aside | undefined {
  const [fault] = wayFaults(request);
  if (fault === undefined || mode !== 'enforce') return undefined;
  return {
    reason: fault.reason,
    hint: 'Change something in the file, a comment will do, in a pull request that is merged under the rules',
  };
}

const WAYS: Readonly<Record<Astray['way'], string>> = {
  push: 'pushed to the default branch by hand what looks like the merge of',
  'force-push': 'pushed to the default branch by force what looks like the merge of',
  bypass: 'bypassed the rules of the default branch with',
};

function otherBase(request: MergedRequest): Fault {
  return {
    code: 'GK2002',
    reason: `request #${request.number} was merged into ${request.base}, not into ${request.defaultBranch}`,
    hint: `Open a request against ${request.defaultBranch}`,
    bends: 'trust-branch-protection',
  };
}

/** A file that the request did not list was on no reviewer's screen, whatever its bytes are. */
function notPartOf(request: MergedRequest, paths: readonly string[]): Fault {
  return {
    code: 'GK2005',
    reason: `request #${request.number} does not show ${paths.join(', ')} among its changes`,
    hint: 'Send the file in a request of its own',
    bends: 'trust-branch-protection',
  };
}

function different(request: MergedRequest, path: string): Fault {
  return {
    code: 'GK2003',
    reason: `what landed of ${path} is not what request #${request.number} showed at its last commit`,
    hint: 'Send the content that is wanted as a new request',
    bends: 'trust-branch-protection',
  };
}

function unknown(path: string): Fault {
  return {
    code: 'GK2004',
    reason: `what landed of ${path} could not be compared with what was reviewed`,
    hint: 'Run again when the forge answers; what stands already stays until its end',
    bends: 'trust-branch-protection',
  };
}
