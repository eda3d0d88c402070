import { describe, expect, it } from 'vitest';
import { trustChecks } from '../../../src/commands/doctor/trust.ts';
import type { Trust } from '../../../src/domain/trust.ts';
import type { ForgeSettings } from '../../../src/forge/settings.ts';
import { trustOf as credentialOf } from '../../../src/providers/azure/trust.ts';
import { trustOf as providerOf } from '../../../src/providers/gcp/trust.ts';
import { settings, told, untold } from './settings.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';
const NAME = 'projects/100000000005/locations/global/workloadIdentityPools/ci-pool/providers/github';
const MAPPING = {
  'google.subject': 'assertion.sub',
  'attribute.repository': 'assertion.repository',
  'attribute.id': 'assertion.repository_id',
  'attribute.short': "assertion.sub.split(':')[0]",
};
const US = 'repo:acme@11/access@22';

/** As IAM answers (IAM: workloadIdentityPools.providers). */
function google(attributeCondition: string | undefined, oidc: object = {}): Trust {
  const condition = attributeCondition === undefined ? {} : { attributeCondition };
  return providerOf(
    { name: NAME, oidc: { issuerUri: ISSUER, ...oidc }, attributeMapping: MAPPING, ...condition },
    NAME,
    'GET /v1/provider',
  );
}

/** As Microsoft Graph answers (federatedIdentityCredential). */
function entra(subject: string, more: object = {}): Trust {
  const credential = { name: 'grants', issuer: ISSUER, audiences: ['api://AzureADTokenExchange'], subject, ...more };
  return credentialOf(credential, 'GET /v1.0/credentials');
}

function flexible(value: string): Trust {
  return entra('', { subject: null, claimsMatchingExpression: { value, languageVersion: 1 } });
}

const CLASSIC = settings({ subject: told({ usesDefault: true, claims: [], immutable: false }) });
const OPEN = settings({ environments: told([{ name: 'grant' }]) });
const FEW = settings({ environments: told([{ name: 'grant', branches: told(['main', 'release/*']) }]) });
const GUARDED = settings({ environments: told([{ name: 'grant', branches: told(['main']) }]) });

/** Who would get in, and what is said of it. */
const FIXTURES: readonly (readonly [string, Trust, 'pass' | 'fail' | 'unknown', string, ForgeSettings?])[] = [
  ['the subject of the default branch, with ids', google(`assertion.sub == "${US}:ref:refs/heads/main"`), 'pass', 'this repository alone'],
  ['the same in a list, by its attribute', google(`google.subject in ["${US}:ref:refs/heads/main"]`), 'pass', 'this repository alone'],
  ['id and branch, each by a claim', google('assertion.repository_id == "22" && "refs/heads/main" == assertion.ref'), 'pass', 'alone'],
  [
    'the same by attributes',
    google('attribute.id == "22" && attribute["repository"] == "acme/access" && assertion.ref in ["refs/heads/main"]'),
    'pass',
    'alone',
  ],
  ['a guarded environment', google(`assertion.sub == "${US}:environment:grant"`), 'pass', 'alone', GUARDED],
  ['Azure: the subject of the default branch', entra(`${US}:ref:refs/heads/main`), 'pass', 'this repository alone'],
  ['Azure: a classic subject where subjects are classic', entra('repo:acme/access:ref:refs/heads/main'), 'pass', 'alone', CLASSIC],
  ['no condition at all', google(undefined), 'fail', 'every repository on GitHub'],
  ['a condition that is always true', google('true'), 'fail', 'every repository on GitHub'],
  ['the owner alone', google('assertion.repository_owner == "acme"'), 'fail', 'every repository of acme'],
  ['the owner alone, by its id', google('assertion.repository_owner_id == "11"'), 'fail', 'every repository of 11'],
  ['the repository alone, by its id', google('assertion.repository_id == "22"'), 'fail', 'every branch and every pull request'],
  [
    'the name of the repository and the branch',
    google('attribute.repository == "acme/access" && assertion.ref == "refs/heads/main"'),
    'fail',
    'whoever takes the name',
  ],
  ['the beginning of a subject', google(`assertion.sub.startsWith("${US}:")`), 'fail', 'every branch, tag or environment'],
  ['a beginning that other repositories share', google('assertion.sub.startsWith("repo:acme/access")'), 'fail', 'or more than one'],
  ['a pattern', google('assertion.sub.matches("repo:acme/access:.*")'), 'fail', 'other repositories can fit'],
  [
    'one good way in beside a wide one',
    google(`assertion.sub == "${US}:ref:refs/heads/main" || assertion.repository_owner == "acme"`),
    'fail',
    'every repository of acme',
  ],
  [
    'a workflow that others may call',
    google('assertion.job_workflow_ref == "acme/access/.github/workflows/reconcile.yml@refs/heads/main"'),
    'fail',
    'every repository on GitHub',
  ],
  ['who started it', google('assertion.actor == "ada-b" && assertion.ref == "refs/heads/main"'), 'fail', 'every repository on GitHub'],
  [
    'an environment that is not there',
    google(`assertion.sub == "${US}:environment:gone"`),
    'fail',
    'whoever writes a workflow makes it',
    GUARDED,
  ],
  ['an environment that any branch may use', entra(`${US}:environment:grant`), 'fail', 'any branch may use', OPEN],
  ['an environment that other branches may use', entra(`${US}:environment:grant`), 'fail', 'release/* may use', FEW],
  ['pull requests', entra(`${US}:pull_request`), 'fail', 'every pull request'],
  ['another branch', entra(`${US}:ref:refs/heads/dev`), 'fail', 'not the default branch'],
  ['a tag', entra(`${US}:ref:refs/tags/v1`), 'fail', 'not the default branch'],
  ['another repository', entra('repo:acme@11/other@33:ref:refs/heads/main'), 'fail', 'another repository'],
  ['a repository of this name and another id', entra('repo:acme@11/access@23:ref:refs/heads/main'), 'fail', 'another repository'],
  [
    'another repository, by its id',
    google('assertion.repository_id == "33" && assertion.ref == "refs/heads/main"'),
    'fail',
    'another repository',
  ],
  ['a classic subject where subjects have ids', entra('repo:acme/access:ref:refs/heads/main'), 'fail', 'it carries no ids'],
  ['a subject with ids where subjects are classic', entra(`${US}:ref:refs/heads/main`), 'fail', 'it carries ids', CLASSIC],
  [
    'Azure: a pattern over the owner',
    flexible("claims['sub'] matches 'repo:acme/*:ref:refs/heads/main'"),
    'fail',
    'other repositories can fit',
  ],
  [
    'Azure: a pattern over the branches',
    flexible("claims['repository_id'] eq '22' and claims['ref'] matches 'refs/heads/*'"),
    'fail',
    'refs/heads/*',
  ],
  ['Azure: claims to the letter', flexible("claims['repository_id'] eq '22' and claims['ref'] eq 'refs/heads/main'"), 'pass', 'alone'],
  ['another issuer', entra(`${US}:ref:refs/heads/main`, { issuer: 'https://gitlab.com' }), 'fail', 'tokens of https://gitlab.com'],
  [
    'an issuer that begins like it',
    google(`assertion.sub == "${US}:ref:refs/heads/main"`, { issuerUri: `${ISSUER}.example.com` }),
    'fail',
    'tokens of',
  ],
  [
    'an audience of everybody',
    entra(`${US}:ref:refs/heads/main`, { audiences: ['https://github.com/acme'] }),
    'fail',
    'made for https://github.com/acme',
  ],
  [
    'an audience beside its own',
    google(`assertion.sub == "${US}:ref:refs/heads/main"`, { allowedAudiences: [`https://iam.googleapis.com/${NAME}`, 'ci'] }),
    'fail',
    'made for ci',
  ],
  [
    'its own audience alone',
    google(`assertion.sub == "${US}:ref:refs/heads/main"`, { allowedAudiences: [`//iam.googleapis.com/${NAME}`] }),
    'pass',
    'alone',
  ],
  ['what must not be', google('assertion.repository != "evil/repo"'), 'unknown', 'cannot be judged'],
  ['an attribute that is not a claim as it is', google('attribute.short == "repo"'), 'unknown', 'cannot be judged'],
  ['what does not read', google('assertion.sub =='), 'unknown', 'cannot be judged'],
  ['Azure: an expression of another form', flexible("claims['sub'] startsWith 'repo:acme'"), 'unknown', 'cannot be judged'],
  ['a server of their own', google('true', { issuerUri: 'https://git.example.com/_services/token' }), 'unknown', 'issues the tokens'],
];

describe('a trust policy', () => {
  it('is one of more than twenty', () => expect(FIXTURES.length).toBeGreaterThanOrEqual(20));

  it.each(FIXTURES.map(([name, trust, verdict, found, forge = GUARDED]) => [name, trust, verdict, found, forge] as const))(
    'that lets in %s',
    (_, trust, verdict, found, forge) => {
      const [check, ...more] = trustChecks({ title: 'Google Cloud', trusted: { ok: true, trusts: [trust] } }, forge);
      expect(more).toEqual([]);
      expect(check).toMatchObject({ id: 'oidc-trust', verdict, found: expect.stringContaining(found), source: trust.source });
      expect(check?.found.startsWith(trust.name)).toBe(true);
      expect(check?.fix === undefined).toBe(verdict === 'pass');
    },
  );

  it('is unknown where the repository, its environments or the cloud do not tell', () => {
    const trusted = { ok: true, trusts: [google(`assertion.sub == "${US}:environment:grant"`)] } as const;
    const verdicts = [
      settings({ home: untold() }),
      settings({ environments: untold() }),
      settings({ environments: told([{ name: 'grant', branches: untold() }]) }),
    ];
    expect(verdicts.flatMap((forge) => trustChecks({ title: 'Azure', trusted }, forge)).map(({ verdict }) => verdict)).toEqual(
      Array(3).fill('unknown'),
    );
    const failure = { kind: 'forbidden', message: 'no' } as const;
    expect(trustChecks({ title: 'Azure', trusted: { ok: false, source: 'GET /x', failure } }, GUARDED)).toMatchObject([
      { verdict: 'unknown', source: 'GET /x', fix: expect.stringContaining('Application.Read.All') },
    ]);
    expect(trustChecks({ title: 'Azure', trusted: { ok: true, trusts: [] } }, GUARDED)).toEqual([]);
  });
});
