import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOf, PINS, type Rendering, workflowText } from '../src/commands/init/workflow.ts';
import { workflows } from '../src/commands/init/workflows.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The worked example of this repository: its action is built first, since no bundle is committed, and all clouds are simulated. */
const HERE: Rendering = {
  heading: 'Written by `npm run generate`, from the templates that `grantkeeper init` writes too. The clouds are simulated here.',
  uses: (verb) => `./actions/${verb}`,
  before: () => [`- uses: ${PINS.node}`, '  with:', "    node-version: '24'", '- run: npm ci --no-audit --no-fund', '- run: npm run build'],
  env: {},
  with: ({ clouds }) => (clouds ? { simulate: "'true'" } : {}),
  identity: false,
  tolerated: ({ name }) =>
    name === 'preview' || name === 'grant'
      ? 'The grants of the example came without a pull request, so they are refused, which ends with 3.'
      : undefined,
  queue: true,
};

/** What is for this program alone: its deep tests, each night. Their page is the summary of the run, and their figures its log. */
const DEEP = `# Written by \`npm run generate\`.
# The deep tests of every night: docs/reliability.md says what they are.
name: deep
on:
  schedule:
    - cron: '13 1 * * *'
  workflow_dispatch:

permissions: {}

jobs:
  deep:
    runs-on: ubuntu-latest
    timeout-minutes: 300
    permissions:
      contents: read
    steps:
      - uses: ${PINS.checkout}
        with:
          ref: main
          fetch-depth: 0
          persist-credentials: false
      - uses: ${PINS.node}
        with:
          node-version: '24'
      - run: npm ci --no-audit --no-fund
      - run: npm run test:deep -- --json --report deep.json --page deep.md
      - if: always()
        run: cat deep.md >> "$GITHUB_STEP_SUMMARY"
`;

/** The workflows of this repository, by path. */
export function ownWorkflows(): ReadonlyMap<string, string> {
  const texts = workflows('main').map((workflow) => [pathOf(workflow), workflowText(workflow, HERE)] as const);
  return new Map([...texts, ['.github/workflows/deep.yml', DEEP]]);
}

export function outdatedWorkflows(): readonly string[] {
  return [...ownWorkflows()]
    .filter(([path, text]) => !existsSync(ROOT + path) || readFileSync(ROOT + path, 'utf8') !== text)
    .map(([path]) => path);
}

export function writeWorkflows(): void {
  for (const [path, text] of ownWorkflows()) {
    mkdirSync(dirname(ROOT + path), { recursive: true });
    writeFileSync(ROOT + path, text);
  }
}
