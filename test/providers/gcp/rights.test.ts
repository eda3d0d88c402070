import { describe, expect, it } from 'vitest';
import { gcp } from '../../../src/providers/gcp/cloud.ts';
import type { Rights } from '../../../src/providers/provider.ts';
import { scopeOf } from './world.ts';

async function rightsFor(manages: readonly string[], grants: readonly string[], reads: readonly string[] = []): Promise<Rights> {
  const read = (paths: readonly string[]) => paths.map(scopeOf);
  const wanted = { reads: read(reads), manages: read(manages), grants: read(grants), roles: ['roles/logging.viewer'] };
  const rights = await gcp.rights?.(wanted);
  if (rights === undefined) throw new Error('there are no rights');
  return rights;
}

const SECRET = 'projects/payments-prod/secrets/psp-key';
const lines = (text: string, start: string) => text.split('\n').filter((line) => line.startsWith(start));

describe('rights', () => {
  it('make roles in the organization that is named, and give them where the tool works', async () => {
    const { shell, terraform } = await rightsFor(['folders/77'], [SECRET], ['organizations/123456789012']);
    expect(lines(shell, 'gcloud')).toEqual([
      "gcloud iam roles create grantkeeperPlan --organization=123456789012 --title='Grantkeeper plan' --stage=GA --permissions=iam.roles.get,resourcemanager.projects.get,resourcemanager.projects.list,secretmanager.secrets.getIamPolicy",
      'gcloud resource-manager folders add-iam-policy-binding 77 --member="$PLAN_MEMBER" --role=organizations/123456789012/roles/grantkeeperPlan --condition=None',
      "gcloud iam roles create grantkeeperApply --organization=123456789012 --title='Grantkeeper apply' --stage=GA --permissions=iam.roles.get,resourcemanager.projects.get,resourcemanager.projects.list,secretmanager.secrets.getIamPolicy,secretmanager.secrets.setIamPolicy",
      'gcloud resource-manager folders add-iam-policy-binding 77 --member="$APPLY_MEMBER" --role=organizations/123456789012/roles/grantkeeperApply --condition-from-file="$limit"',
      expect.stringContaining('create grantkeeperRecall --organization=123456789012'),
      'gcloud resource-manager folders add-iam-policy-binding 77 --member="$RECALL_MEMBER" --role=organizations/123456789012/roles/grantkeeperRecall --condition=None',
      "gcloud iam roles create grantkeeperLook --organization=123456789012 --title='Grantkeeper look' --stage=GA --permissions=cloudasset.assets.searchAllIamPolicies,resourcemanager.organizations.getIamPolicy,resourcemanager.projects.get,resourcemanager.projects.getIamPolicy",
      'gcloud organizations add-iam-policy-binding 123456789012 --member="$RECALL_MEMBER" --role=organizations/123456789012/roles/grantkeeperLook --condition=None',
    ]);
    expect(shell).toContain(': "${PLAN_MEMBER:?}" "${APPLY_MEMBER:?}" "${RECALL_MEMBER:?}"\n');
    expect(terraform).toContain('resource "google_organization_iam_custom_role" "grantkeeper_apply" {\n  org_id = "123456789012"\n');
    expect(terraform).toContain(
      'resource "google_folder_iam_member" "grantkeeper_apply_folders_77" {\n  folder = "folders/77"\n  role = google_organization_iam_custom_role.grantkeeper_apply.id\n  member = var.apply_member\n  condition {\n',
    );
    expect(terraform).toContain('resource "google_organization_iam_member" "grantkeeper_look_organizations_123456789012" {\n');
    expect(lines(terraform, 'variable')).toEqual(['variable "plan_member" {', 'variable "apply_member" {', 'variable "recall_member" {']);
  });

  it('hold the whole limit in both forms', async () => {
    const { duties, shell, terraform } = await rightsFor(['folders/77'], [SECRET]);
    const limit = duties.find(({ name }) => name === 'apply')?.limit;
    const json = /<<'CONDITION'\n([^]*?)\nCONDITION\n/.exec(shell)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ title: 'Only roles of the catalogue', expression: limit });
    const written = /expression = (".*")/.exec(terraform)?.[1] ?? '';
    expect(JSON.parse(written)).toBe(limit);
  });

  it('ask for the organization where only a folder is named', async () => {
    const { shell, terraform } = await rightsFor(['folders/77'], ['folders/77']);
    expect(shell).toContain(': "${ORGANIZATION:?the number of the organization}"');
    expect(shell).toContain('--organization="$ORGANIZATION"');
    expect(terraform).toContain('variable "organization" {');
    expect(terraform).toContain('  org_id = var.organization\n');
  });

  it('make roles in each project where nothing above is managed', async () => {
    const { shell, terraform } = await rightsFor(['projects/payments-prod', 'projects/search-prod', SECRET], [SECRET]);
    expect(lines(shell, 'gcloud iam roles create grantkeeperPlan').map((line) => line.split(' ')[5])).toEqual([
      '--project=payments-prod',
      '--project=search-prod',
    ]);
    expect(shell).toContain(
      'gcloud projects add-iam-policy-binding search-prod --member="$PLAN_MEMBER" --role=projects/search-prod/roles/grantkeeperPlan',
    );
    expect(terraform).toContain('resource "google_project_iam_custom_role" "grantkeeper_plan_search_prod" {\n  project = "search-prod"\n');
    expect(terraform).toContain('  role = google_project_iam_custom_role.grantkeeper_plan_search_prod.id\n');
  });
});
