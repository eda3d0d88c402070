/** A usual mistake of signing in: what Google says of it, what it means, and what to do. */
interface Mistake {
  readonly says: RegExp;
  readonly means: string;
  readonly hint: string;
}

/**
 * The words are of the token service, the IAM Credentials API and the OAuth endpoint, as their documentation on troubleshooting has them
 * (IAM: "Troubleshoot workload identity federation", "Troubleshoot service accounts"; google-github-actions/auth: TROUBLESHOOTING).
 */
const MISTAKES: readonly Mistake[] = [
  {
    says: /rejected by the attribute condition/i,
    means: 'the condition of the provider does not let this repository, branch or environment in',
    hint: 'compare the attribute condition of the provider with the repository and the branch that this job runs for',
  },
  {
    says: /audience in ID Token .* does not match|invalid.*audience of the ID token/i,
    means: 'the provider does not accept the audience of the token',
    hint: 'leave the allowed audiences of the provider empty, or name its own resource name there',
  },
  {
    says: /indicated by the "?audience"? parameters is invalid/i,
    means: 'there is no such pool or provider, or it is disabled',
    hint: 'check the number of the project, the pool and the provider; a new one takes some minutes',
  },
  {
    says: /issuer in ID Token .* does not match|Issuer .* does not match/i,
    means: 'the provider expects tokens of another issuer',
    hint: 'set its issuer to https://token.actions.githubusercontent.com, or to that of your enterprise',
  },
  {
    says: /ID Token .* is (?:stale|expired)|issued .* in the future/i,
    means: 'the token of the workflow is not of now',
    hint: 'check the clock of the runner',
  },
  {
    says: /API has not been used in project|SERVICE_DISABLED|it is disabled\. Enable it/i,
    means: 'an API is switched off in the project of the identity',
    hint: 'enable iamcredentials.googleapis.com, sts.googleapis.com and cloudresourcemanager.googleapis.com there',
  },
  {
    says: /iam\.serviceAccounts\.getAccessToken/i,
    means: 'the identity may not act as the service account',
    hint: 'give roles/iam.workloadIdentityUser (from a workflow) or roles/iam.serviceAccountTokenCreator on the service account, and check its address',
  },
  {
    says: /invalid_rapt|Token has been expired or revoked|reauth/i,
    means: 'the sign-in of this person is over',
    hint: 'run gcloud auth application-default login',
  },
  {
    says: /Invalid JWT Signature|account not found|Invalid grant: account/i,
    means: 'the key or its service account does not exist any more',
    hint: 'use workload identity federation, or make a new key',
  },
  {
    says: /quota project|x-goog-user-project|USER_PROJECT_DENIED/i,
    means: 'no project pays for the calls of this person',
    hint: 'run gcloud auth application-default set-quota-project PROJECT',
  },
];

/** What the words of a refused sign-in mean; undefined for words that nobody has met yet. */
export function mistakeIn(said: string): Pick<Mistake, 'means' | 'hint'> | undefined {
  return MISTAKES.find(({ says }) => says.test(said));
}
