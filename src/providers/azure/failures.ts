import { isRestError } from '@azure/core-rest-pipeline';
import type { Instant } from '../../domain/instant.ts';
import type { Failure, FailureKind } from '../../domain/outcome.ts';
import { dateOf, describeError, kindOfStatus, oneLine, parseBody, retryAfterOf } from '../answer.ts';
import type { Failed } from '../transport.ts';

/** Thrown where a call must not be made, or cannot be: carries what to tell. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'Refused';
    this.failure = failure;
  }
}

interface Meaning {
  readonly kind: FailureKind;
  readonly hint: string;
}

const RIGHTS =
  "Give the tool's identity the role Reader there to read and, to write, Role Based Access Control Administrator, limited by a condition " +
  'to the roles of the catalogue; where it has that, see that the condition allows this role and this kind of principal.';

/** What to do where a subscription or a management group is full. */
export const NO_ROOM =
  'Take away role assignments that nobody needs, such as those of deleted principals, which `grantkeeper drift` names, or give to a group ' +
  'instead of to each person (4,000 fit in a subscription with all that lies in it, 500 at a management group).';

/** With a thing of Azure go the assignments at it, and one that moves leaves them behind (Troubleshoot Azure RBAC, moving resources). */
const NO_PLACE: Meaning = {
  kind: 'not-found',
  hint: 'See that it is still there under this id. What was moved or made anew has lost what was given at it: then write its new id and ask again.',
};

/** Troubleshoot Azure RBAC quotes the words alone, and no code. */
const LAST_OWNER = /last RBAC admin assignment/i;

// Troubleshoot Azure RBAC; Lock your resources to protect your infrastructure; Azure RBAC limits.
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['AuthorizationFailed', { kind: 'forbidden', hint: RIGHTS }],
  ['LinkedAuthorizationFailed', { kind: 'forbidden', hint: RIGHTS }],
  [
    'InvalidAuthenticationTokenTenant',
    { kind: 'forbidden', hint: 'Sign in to the tenant that policy names: the subscription belongs to another one.' },
  ],
  [
    'ExpiredAuthenticationToken',
    {
      kind: 'forbidden',
      hint: 'The sign-in is over. After azure/login a job can sign in for a few minutes only: let the tool sign in itself, with id-token: write and AZURE_CLIENT_ID. On a machine: az login.',
    },
  ],
  [
    'ScopeLocked',
    {
      kind: 'invalid',
      hint: 'Take away the lock that the message names, or have its owner do it; the next run tries again. While it stands, access there cannot be ended.',
    },
  ],
  [
    'RoleAssignmentLimitExceeded',
    {
      kind: 'invalid',
      hint: NO_ROOM,
    },
  ],
  [
    'PrincipalNotFound',
    {
      kind: 'not-found',
      hint: 'See that policy/people has the object id of the principal (for a service the object id of its service principal, not the application id). A principal that was just made can take minutes to be known.',
    },
  ],
  [
    'UnmatchedPrincipalType',
    { kind: 'invalid', hint: 'The object id belongs to another kind of principal: list it under people, groups or services accordingly.' },
  ],
  ['RoleAssignmentExists', { kind: 'conflict', hint: 'Take the assignment away by hand; the next run then makes ours.' }],
  ['HashConflictOnDifferentRoleAssignmentIds', { kind: 'conflict', hint: 'This passes by itself, mostly: the next run tries again.' }],
  ['RoleAssignmentUpdateNotPermitted', { kind: 'conflict', hint: 'Another assignment has the name that ours would have.' }],
  [
    'ActiveDurationTooShort',
    {
      kind: 'invalid',
      hint: 'PIM gives nothing for less than five minutes, and takes nothing away within five minutes of its creation: the next run tries again.',
    },
  ],
  [
    'PendingRoleAssignmentRequest',
    { kind: 'conflict', hint: 'A request for the same role waits in PIM: have it decided or cancelled; the next run tries again.' },
  ],
  [
    'RoleAssignmentRequestPolicyValidationFailed',
    {
      kind: 'invalid',
      hint: 'Mend the rule in the role settings of PIM at this scope, for active assignments, or ask for what it allows.',
    },
  ],
  [
    'SubjectNotFound',
    { kind: 'not-found', hint: 'See that policy/people has the object id. A principal that was just made can take minutes to be known.' },
  ],
  [
    'AadPremiumLicenseRequired',
    { kind: 'invalid', hint: 'PIM needs Microsoft Entra ID P2 or ID Governance; without it write `enforce: run` in policy/policy.yaml.' },
  ],
  ...['SubscriptionNotFound', 'ResourceGroupNotFound', 'ResourceNotFound', 'NotFound'].map((code) => [code, NO_PLACE] as const),
  ['RoleDefinitionDoesNotExist', { kind: 'not-found', hint: 'The role was deleted, or cannot be assigned at this scope.' }],
]);

/** What an error of the SDK, of the sign-in or of the network means. `purpose` is read after "could not". */
export function failedBy(error: unknown, purpose: string, now: Instant): Failed {
  if (error instanceof Refused)
    return { ok: false, failure: { ...error.failure, message: `could not ${purpose}: ${error.failure.message}` } };
  if (isRestError(error) && error.response !== undefined) {
    const { status, headers, bodyAsText } = error.response;
    return failedAnswer({ status, headers: new Headers(headers.toJSON()), text: bodyAsText ?? '' }, purpose, now);
  }
  return { ok: false, failure: { kind: 'transient', message: `could not ${purpose}: ${reasonOf(error)}` } };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What an answer means that is not the one hoped for. A body that is not JSON is not the cloud's, whatever its status. */
export function failedAnswer({ status, headers, text }: RawAnswer, purpose: string, now: Instant): Failed {
  const body = parseBody(text);
  const time = dateOf(headers);
  const retryAfter = retryAfterOf(headers, now);
  const seen = { status, ...(time === undefined ? {} : { time }), ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (!body.ok || (status >= 200 && status < 300)) {
    return {
      ok: false,
      ...seen,
      failure: { kind: 'transient', message: `could not ${purpose}: the answer (${status}) is not what Azure sends whole` },
    };
  }
  const { code, message } = describeError(body.value);
  const meaning = meaningOf(code, message);
  const said = [`${status}${code === undefined ? '' : ` ${code}`}`, ...(message === undefined ? [] : [message])].join(': ');
  const failure = {
    kind: meaning?.kind ?? kindOfStatus(status),
    message: `could not ${purpose}: ${said}`,
    ...(meaning === undefined ? {} : { hint: meaning.hint }),
  };
  return { ok: false, ...seen, ...(code === undefined ? {} : { code }), failure };
}

function meaningOf(code: string | undefined, message: string | undefined): Meaning | undefined {
  if (LAST_OWNER.test(message ?? ''))
    return { kind: 'invalid', hint: 'Make somebody else Owner of the subscription first: Azure keeps one. The next run tries again.' };
  return code === undefined ? undefined : MEANINGS.get(code);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer in time';
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `the connection failed (${oneLine(error.message + cause)})`;
}
