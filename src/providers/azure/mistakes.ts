/** A usual mistake of signing in: how Entra, GitHub or the Azure CLI words it, where it is made, what it means, and what to do. */
export interface Mistake {
  readonly says: RegExp;
  /** Where it is mended. */
  readonly place: string;
  readonly means: string;
  readonly hint: string;
  /** Whether who signs in is not whom the app registration trusts: then the job's own subject is told. */
  readonly ofTrust?: true;
}

/** A code and no longer one that begins alike: 70021 is another than 700213. */
const code = (...numbers: readonly number[]) => new RegExp(`\\bAADSTS(?:${numbers.join('|')})\\b`);

/**
 * Codes are of Microsoft Entra ("Microsoft Entra authentication and authorization error codes", "Troubleshoot workload identity
 * federation"), words of the Azure CLI's own errors and of its credential in the Azure SDK.
 */
const MISTAKES: readonly Mistake[] = [
  {
    says: code(700_213, 70_021),
    place: 'the federated credentials of the app registration',
    means: 'none of them is for the subject of this job',
    hint: 'add one for it',
    ofTrust: true,
  },
  {
    says: code(700_211),
    place: 'the federated credentials of the app registration',
    means: 'none of them is for the issuer of the token',
    hint: 'set the issuer of one',
    ofTrust: true,
  },
  {
    says: code(700_212),
    place: 'the federated credentials of the app registration',
    means: 'the one for this subject is for another audience',
    hint: 'set its audience',
    ofTrust: true,
  },
  {
    says: code(700_016),
    place: 'AZURE_CLIENT_ID',
    means: 'no application with this id is in the tenant',
    hint: 'set AZURE_CLIENT_ID to the application (client) id of the app registration, not to its object id or to that of its service principal, and see that the tenant is its own',
  },
  {
    says: code(90_002, 900_023),
    place: 'clouds.azure.tenant of policy/policy.yaml, or AZURE_TENANT_ID',
    means: 'there is no such tenant',
    hint: 'write the directory (tenant) id that the overview of Microsoft Entra shows',
  },
  {
    says: code(700_024),
    place: 'the clock of the runner',
    means: 'the token of the workflow is not of now',
    hint: 'check the clock of the runner; a token of GitHub is good for five minutes',
  },
  {
    says: code(7_000_112),
    place: 'the enterprise application',
    means: 'the application is disabled in the tenant',
    hint: 'have it enabled: Properties, "Enabled for users to sign-in"',
  },
  {
    says: code(53_003, 530_003, 53_000),
    place: 'Conditional Access',
    means: 'a policy of Conditional Access does not let this sign-in through',
    hint: 'sign in from a place and a machine that it allows, or have the workload identity taken out of the policy; the sign-in logs of Entra name it',
  },
  {
    says: code(50_034, 50_020),
    place: 'the account of the Azure CLI',
    means: 'this account is none of the tenant',
    hint: 'run az login --tenant TENANT with an account of the tenant that policy names',
  },
  {
    says: code(50_076, 50_079, 50_158),
    place: 'the account of the Azure CLI',
    means: 'the tenant demands a second factor, which this sign-in has not',
    hint: 'run az login --tenant TENANT again and pass it',
  },
  {
    says: code(700_082, 70_043, 50_173, 70_008),
    place: 'the account of the Azure CLI',
    means: 'the sign-in of this person is over',
    hint: 'run az login again',
  },
  {
    says: /No subscription found|Subscription .* not found|az account set/i,
    place: 'the account of the Azure CLI',
    means: 'it has no subscription to work with',
    hint: 'give the identity Reader at a scope of clouds.azure.reads; after az login for a tenant without subscriptions add --allow-no-subscriptions',
  },
  {
    says: /could not be found|not recognized|ENOENT/i,
    place: 'this machine',
    means: 'there is no sign-in to take: neither the token of a workflow nor the Azure CLI',
    hint: 'install the Azure CLI and run az login; in a workflow give the job id-token: write and set AZURE_CLIENT_ID',
  },
  {
    says: /Please run '?az login|az login/i,
    place: 'the Azure CLI',
    means: 'nobody is signed in',
    hint: 'on a machine run az login; in a workflow give the job id-token: write and set AZURE_CLIENT_ID, or run azure/login before',
  },
];

/** What the words of a refused sign-in mean; undefined for words that nobody has met yet. */
export function mistakeIn(said: string): Mistake | undefined {
  return MISTAKES.find(({ says }) => says.test(said));
}

/** Whether a subject names owner and repository by their ids as well (GitHub: "OpenID Connect", immutable subject claims). */
export function isImmutable(subject: string): boolean {
  return /^repo:[^/:@]+@\d+\/[^/:@]+@\d+:/.test(subject);
}
