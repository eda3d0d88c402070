import { forUsers } from '../../src/commands/init/users.ts';
import { type Job, pathOf, rightsOf, type Workflow } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import { code, page, table, WRITTEN } from './markdown.ts';

const BOTH = forUsers({ action: 'a/b@c', google: true, tenant: 'tenant', environment: undefined, queue: true });

/** What runs when, and what each job may do. */
export function workflowsPage(): string {
  const all = workflows('main');
  return page(
    WRITTEN,
    '# Workflows',
    'What `grantkeeper init` writes to `.github/workflows/`, and what this repository runs itself over simulated clouds. How to use and to change them: [workflows](../how-to/workflows.md).',
    ...all.map((workflow) =>
      page(`## ${workflow.name}`, `${code(pathOf(workflow))}. ${workflow.about.join(' ')}`, rights(workflow)).trimEnd(),
    ),
    'No workflow has a right at its top; each job has those above and no more. `id-token` proves to the clouds which job it is; without clouds it is left out.',
  );
}

function rights(workflow: Workflow): string {
  return table(
    ['job', 'runs', 'rights', 'ends after'],
    workflow.jobs.map((job) => [code(job.name), steps(job), rightsText(job), `${job.minutes} min`]),
  );
}

function steps(job: Job): string {
  return job.steps
    .map((step) => ('verb' in step ? code([step.verb, ...Object.entries(step.with ?? {}).flatMap(inputText)].join(' ')) : step.name))
    .join(', ');
}

function inputText([name, value]: readonly [string, string]): readonly string[] {
  return value.startsWith('$') ? [] : [`${name}: ${value}`];
}

function rightsText(job: Job): string {
  return Object.entries(rightsOf(job, BOTH))
    .map(([name, right]) => `${name}: ${right}`)
    .join(', ');
}
