import type { Need } from './access.ts';
import { below, plain, type Route } from './route.ts';
import { getEnvironment, getVariable, getWorkflow, listEnvironments, listRuns, workflowPermissions } from './settings-actions.ts';
import { memberOf } from './members.ts';
import { getBranch, getProtection } from './settings-branches.ts';
import { codeownersErrors, listCollaborators, listMembers, listTeams, membershipOf, permissionOf } from './settings-people.ts';
import { getRuleset, getRuleSuite, listRulesets, listRuleSuites, rulesOfBranch } from './settings-rules.ts';

const OPEN: readonly Need[] = ['metadata:read'];
const READ_CODE: readonly Need[] = ['contents:read'];
const READ_ACTIONS: readonly Need[] = ['actions:read'];
const READ_SETTINGS: readonly Need[] = ['administration:read'];
const WRITE_SETTINGS: readonly Need[] = ['administration:write'];

/** Endpoints that tell how a repository is set up, with the rights each takes (GitHub docs: permissions required for GitHub Apps). */
export const SETTINGS_ROUTES: readonly Route[] = [
  below('GET', '/rulesets', OPEN, listRulesets),
  below('GET', '/rulesets/rule-suites', WRITE_SETTINGS, listRuleSuites),
  below('GET', '/rulesets/rule-suites/{rule_suite_id}', WRITE_SETTINGS, getRuleSuite),
  below('GET', '/rulesets/{ruleset_id}', OPEN, getRuleset),
  below('GET', '/rules/branches/{branch+}', OPEN, rulesOfBranch),
  below('GET', '/branches/{branch+}/protection', READ_SETTINGS, getProtection),
  below('GET', '/branches/{branch+}', READ_CODE, getBranch),
  below('GET', '/codeowners/errors', READ_CODE, codeownersErrors),
  below('GET', '/collaborators', OPEN, listCollaborators),
  below('GET', '/collaborators/{username}/permission', OPEN, permissionOf),
  below('GET', '/teams', READ_SETTINGS, listTeams),
  below('GET', '/actions/permissions/workflow', READ_SETTINGS, workflowPermissions),
  below('GET', '/actions/workflows/{workflow_id}', READ_ACTIONS, getWorkflow),
  below('GET', '/actions/workflows/{workflow_id}/runs', READ_ACTIONS, listRuns),
  below('GET', '/actions/variables/{name}', ['variables:read'], getVariable),
  below('GET', '/environments', READ_ACTIONS, listEnvironments),
  below('GET', '/environments/{environment_name}', READ_ACTIONS, getEnvironment),
  plain('GET', '/orgs/{org}/memberships/{username}', memberOf),
  plain('GET', '/orgs/{org}/teams/{team_slug}/members', listMembers),
  plain('GET', '/orgs/{org}/teams/{team_slug}/memberships/{username}', membershipOf),
];
