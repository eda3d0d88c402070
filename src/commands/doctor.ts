import type { Control } from '../domain/policy.ts';
import type { ForgeSettings } from '../forge/settings.ts';
import { git } from '../git/command.ts';
import { headOf } from '../git/repository.ts';
import { listTree, readTree } from '../git/tree.ts';
import { writeCodeowners } from '../grants/codeowners.ts';
import { LEDGER } from '../ledger/ledger.ts';
import { type Check, doctorJson, tallyOf } from '../report/doctor.ts';
import { doctorText } from '../report/doctor-text.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { checksOf, type Facts } from './doctor/checks.ts';
import { membersAsked } from './doctor/members.ts';
import { listedIn, peopleChecks } from './doctor/people.ts';
import type { CloudTrust } from './doctor/trust.ts';
import { scheduledFiles, type WorkflowFile } from './doctor/workflows.ts';
import { exitCode } from './exit.ts';
import { readFound } from './reading/checkout.ts';
import { filesFrom } from './reading/files.ts';
import { openReaders } from './reading/open-readers.ts';

const WORKFLOWS = '.github/workflows/';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check rules, rights, tokens and schedules, and say how to mend each',
  options: [],
  action: true,
  async run(context) {
    const checks = checksOf(await factsOf(context));
    return {
      exit: exitCode(tallyOf(checks).failed > 0 ? 'refused' : 'ok'),
      text: doctorText(checks, context.verbose),
      json: doctorJson(checks),
    };
  },
};

/** Everything is only read: this clone at its commit, and what GitHub tells. */
async function factsOf(context: Context): Promise<Facts> {
  const checkout = await context.checkout();
  const { repository, shallow } = checkout;
  const commit = headOf(checkout);
  const [version, found, tree, raw] = await Promise.all([
    git(repository.root, '--version'),
    readFound(checkout, commit),
    listTree(repository, commit, ['grants/', 'policy/', 'recalls/', '.github/']),
    readTree(repository, commit, [WORKFLOWS]),
  ]);
  const workflows = raw.flatMap(({ path, bytes }) => (/\.ya?ml$/.test(path) ? [workflowOf(path, bytes)] : []));
  const { control, findings } = await filesFrom(found.raw, context);
  const wanted = control === undefined ? undefined : writeCodeowners(control);
  const codeowners = { text: found.owners, wanted, paths: tree.map((entry) => entry.path) };
  const [settings, people, trusts] = await Promise.all([
    settingsOf(context, workflows, control),
    peopleOf(context, control),
    trustsOf(context, control),
  ]);
  return { git: { version, shallow }, control, findings, codeowners, workflows, settings, people, trusts, now: context.now };
}

/** Only clouds whose identities do not say themselves who they are can be asked. */
async function peopleOf(context: Context, control: Control | undefined): Promise<readonly Check[]> {
  if (control === undefined) return [];
  const readers = await openReaders(context, control, 'grantkeeper doctor');
  const checks = [...readers].map(async ([cloud, reader]) => {
    const syntax = context.clouds[cloud]?.syntax;
    const listed = syntax === undefined ? [] : listedIn(control.directory, cloud, syntax);
    if (reader.identify === undefined || listed.length === 0) return [];
    return peopleChecks(syntax?.title ?? cloud, listed, await reader.identify(listed.map(({ member }) => member)));
  });
  return (await Promise.all(checks)).flat();
}

async function trustsOf(context: Context, control: Control | undefined): Promise<readonly CloudTrust[]> {
  if (control === undefined) return [];
  const readers = await openReaders(context, control, 'grantkeeper doctor');
  const asked = [...readers].map(async ([cloud, reader]) => {
    const trusted = await reader.trusted?.();
    return trusted === undefined ? [] : [{ title: context.clouds[cloud]?.syntax.title ?? cloud, trusted }];
  });
  return (await Promise.all(asked)).flat();
}

function workflowOf(path: string, bytes: Uint8Array): WorkflowFile {
  return { file: path.slice(WORKFLOWS.length), text: new TextDecoder().decode(bytes) };
}

async function settingsOf(
  context: Context,
  workflows: readonly WorkflowFile[],
  control: Control | undefined,
): Promise<ForgeSettings | string> {
  const forge = await context.forge();
  if (typeof forge === 'string') return forge;
  if (forge.settings === undefined) return 'the simulated forge has no settings';
  return forge.settings({ scheduled: scheduledFiles(workflows), ledgerBranch: LEDGER, ...membersAsked(control, context.now) });
}
