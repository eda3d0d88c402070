import type { Workflow } from './workflow.ts';

/** Reads the clone, and requests with their reviews, which prove approvals. */
const READS = { contents: 'read', 'pull-requests': 'read' } as const;
/** Also writes the ledger, which is a branch. */
const RECORDS = { contents: 'write', 'pull-requests': 'read' } as const;
/** Also writes a branch and a request. */
const WRITES = { contents: 'write', 'pull-requests': 'write' } as const;

/** What was typed into a form, or sent by another system, is an input of the action and never a part of a script. */
const ASKED = (name: string) => `\${{ inputs.${name} || github.event.client_payload.${name} }}`;

/** Every workflow that a grants repository runs. `branch` is its default branch. */
export function workflows(branch: string): readonly Workflow[] {
  const onTip = [PREVIEW, REQUEST, reconcile(branch), RECALL, PRUNE, DRIFT].map((workflow) => ({ ...workflow, branch }));
  return [VALIDATE, PLAN, ...onTip, watchdog(branch)];
}

const VALIDATE: Workflow = {
  name: 'validate',
  about: ['Checks what a pull request proposes. It has no secret and no cloud, so requests from forks run it too.'],
  on: ['pull_request:', 'merge_group:'],
  jobs: [{ name: 'validate', rights: { contents: 'read' }, clouds: false, minutes: 10, steps: [{ verb: 'validate' }] }],
};

const PLAN: Workflow = {
  name: 'plan',
  about: [
    'Says on a pull request what it would do and who may approve it, from Git and the last snapshot of the clouds: no cloud is asked.',
    'It runs on reviews too. The check that it writes stays red until those who must have approved; from a fork it may only read, so it',
    'writes the summary alone.',
  ],
  on: ['pull_request:', 'pull_request_review:', '  types: [submitted, edited, dismissed]'],
  jobs: [
    {
      name: 'plan',
      rights: { contents: 'read', 'pull-requests': 'write', checks: 'write' },
      clouds: false,
      minutes: 10,
      steps: [{ verb: 'plan' }],
    },
  ],
};

const PREVIEW: Workflow = {
  name: 'preview',
  about: ['Shows what a reconcile would change in the clouds now. It holds no writer.'],
  on: ['workflow_dispatch:'],
  jobs: [{ name: 'preview', rights: READS, clouds: true, minutes: 20, steps: [{ verb: 'plan' }] }],
};

function reconcile(branch: string): Workflow {
  return {
    name: 'reconcile',
    about: [
      'Takes away what is over, then grants what is approved. Schedules are late, and most so at the full hour, so this one runs off it;',
      'an external scheduler may dispatch it as well. Each run does all that is due.',
    ],
    on: ['push:', `  branches: [${branch}]`, 'schedule:', "  - cron: '7,22,37,52 * * * *'", 'workflow_dispatch:'],
    group: 'grantkeeper-reconcile',
    jobs: [
      {
        name: 'revoke',
        why: ['Nobody has to let it go on: an approval that comes late must not keep access alive.'],
        rights: RECORDS,
        clouds: true,
        minutes: 30,
        steps: [{ verb: 'apply', with: { only: 'revocations' } }],
      },
      {
        name: 'grant',
        why: ['After every revocation was tried, whether or not each one worked.'],
        needs: 'revoke',
        condition: '${{ !cancelled() }}',
        gated: true,
        rights: RECORDS,
        clouds: true,
        minutes: 30,
        steps: [{ verb: 'apply', with: { only: 'grants' } }],
      },
    ],
  };
}

const FORM = ['role', 'place', 'for', 'reason', 'ticket', 'principal'];

const REQUEST: Workflow = {
  name: 'request',
  about: [
    'Asks for access by a form: it writes the file, judges it, and opens the pull request in the name of whoever filled the form in.',
    'It approves nothing, and no cloud is asked.',
  ],
  on: [
    'workflow_dispatch:',
    '  inputs:',
    ...field('role', 'A role of policy/roles', true),
    ...field('place', 'A place of a team', true),
    ...field('for', 'For how long, from the merge, such as 4h', true),
    ...field('reason', 'Why; it stands in the file', true),
    ...field('ticket', 'The ticket, where policy wants one', false),
    ...field('principal', 'Who needs it; whoever asks when left empty', false),
  ],
  jobs: [
    {
      name: 'request',
      rights: WRITES,
      clouds: false,
      minutes: 10,
      steps: [
        {
          verb: 'request',
          // Who asks is never a field: nobody asks in the name of another, and nobody approves what they asked for.
          with: { ...Object.fromEntries(FORM.map((name) => [name, `\${{ inputs.${name} }}`])), 'requested-by': '${{ github.actor }}' },
        },
      ],
    },
  ],
};

/** One field of a form. */
function field(name: string, description: string, required: boolean): readonly string[] {
  return [`    ${name}:`, `      description: ${description}`, `      required: ${required}`, '      type: string'];
}

const RECALL: Workflow = {
  name: 'recall',
  about: ['Takes everything away from one principal now: by hand, or sent by another system as the event grantkeeper-recall.'],
  on: [
    'workflow_dispatch:',
    '  inputs:',
    ...field('principal', 'A name, login, mail address or object id', true),
    ...field('reason', 'Why; it stands in the recall file', true),
    'repository_dispatch:',
    '  types: [grantkeeper-recall]',
  ],
  // Never the queue of reconcile: a recall waits for nothing but another recall.
  group: 'grantkeeper-recall',
  jobs: [
    {
      name: 'recall',
      rights: WRITES,
      clouds: true,
      minutes: 30,
      steps: [{ verb: 'recall', with: { principal: ASKED('principal'), reason: ASKED('reason') } }],
    },
  ],
};

const PRUNE: Workflow = {
  name: 'prune',
  about: ['Opens a pull request that removes grants which are over. It only looks at the clouds.'],
  on: ['schedule:', "  - cron: '41 4 * * *'", 'workflow_dispatch:'],
  group: 'grantkeeper-prune',
  jobs: [{ name: 'prune', rights: WRITES, clouds: true, minutes: 20, steps: [{ verb: 'prune' }] }],
};

const DRIFT: Workflow = {
  name: 'drift',
  about: ['Says once a week what access no grant explains and what of it is new since the baseline. It only looks at the clouds.'],
  on: ['schedule:', "  - cron: '23 5 * * 1'", 'workflow_dispatch:'],
  jobs: [{ name: 'drift', rights: READS, clouds: true, minutes: 20, steps: [{ verb: 'drift' }] }],
};

function watchdog(branch: string): Workflow {
  return {
    name: 'watchdog',
    about: [
      'Opens one issue when revocations have not run to their end for too long, and closes it when they do again. Schedules stop',
      'together, so an alarm outside of GitHub is worth having too.',
    ],
    on: ['schedule:', "  - cron: '19,49 * * * *'", 'workflow_dispatch:'],
    jobs: [
      {
        name: 'watch',
        rights: { actions: 'read', issues: 'write' },
        clouds: false,
        minutes: 5,
        steps: [
          {
            name: 'Look for a revoke job that succeeded',
            env: {
              GH_TOKEN: '${{ github.token }}',
              GH_REPO: '${{ github.repository }}',
              BRANCH: branch,
              MAX_AGE_MINUTES: '90',
            },
            run: WATCH,
          },
        ],
      },
    ],
  };
}

const WATCH: readonly string[] = [
  'set -euo pipefail',
  "ended=''",
  'runs="$(gh api "repos/$GH_REPO/actions/workflows/reconcile.yml/runs?branch=$BRANCH&per_page=20" --jq \'.workflow_runs[].id\')"',
  'for run in $runs; do',
  '  ended="$(gh api "repos/$GH_REPO/actions/runs/$run/jobs" \\',
  '    --jq \'[.jobs[] | select(.name == "revoke" and .conclusion == "success") | .completed_at][0] // empty\')"',
  '  if [ -n "$ended" ]; then break; fi',
  'done',
  "label='grantkeeper:watchdog'",
  'open="$(gh issue list --state open --label "$label" --json number --jq \'.[0].number // empty\')"',
  'if [ -n "$ended" ] && [ $(($(date -u +%s) - $(date -u -d "$ended" +%s))) -le $((MAX_AGE_MINUTES * 60)) ]; then',
  '  echo "Revocations ran to their end at $ended."',
  '  if [ -n "$open" ]; then gh issue close "$open" --comment "Revocations ran to their end at $ended."; fi',
  '  exit 0',
  'fi',
  'said="No revoke job has succeeded since ${ended:-the last 20 runs began}; at most $MAX_AGE_MINUTES minutes are allowed."',
  'echo "::error::$said"',
  'if [ -n "$open" ]; then exit 1; fi',
  'gh label create "$label" --force --color D93F0B --description "Revocations are late" >/dev/null',
  'gh issue create --title \'Revocations are late\' --label "$label" \\',
  '  --body "$said What waits for our run, such as every end on Azure, is late. Look at the runs of the workflow reconcile."',
  'exit 1',
];
