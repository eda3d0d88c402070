import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readTop } from '../git/top-files.ts';
import { LEDGER } from '../ledger/ledger.ts';
import { isMonth, monthsIn } from '../ledger/months.ts';
import { type Checked, checkLedger } from '../ledger/verify.ts';
import { findingsJson, findingsText } from '../report/findings.ts';
import { count } from '../report/columns.ts';
import { printable } from '../report/printable.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Check that no line of the ledger was changed, dropped, moved or cut off',
  arguments: [
    { name: 'path', summary: 'A folder with months of a ledger, or one that holds it all; the branch when absent', required: false },
  ],
  options: [
    { name: 'head', value: 'HASH', summary: 'A hash that a run or a prune commit printed: its line must still be there', input: true },
  ],
  action: true,
  outputs: ['ledger-head'],
  async run(context, options, [path]) {
    const head = namedHash(options);
    if (head === false) return usage('--head takes a hash as runs print it: sha256: and 64 hexadecimal digits');
    const files = path === undefined ? await fromBranch(context) : fromDisk(resolve(path));
    if (typeof files === 'string') return { exit: exitCode('error'), text: `${files}\n`, json: { error: files } };
    // A month by itself need not be the first.
    const whole = path === undefined || statSync(path).isDirectory();
    return report(checkLedger(files, context.hash, head, whole), files);
  },
};

type Files = ReadonlyMap<string, string>;

function namedHash(options: Options): string | undefined | false {
  const head = options['head'];
  if (typeof head !== 'string' || head === '') return undefined;
  return /^sha256:[0-9a-f]{64}$/.test(head) && head;
}

/** From the forge; where it cannot be asked, from what this clone has fetched of the branch. */
async function fromBranch(context: Context): Promise<Files | string> {
  const forge = await context.forge();
  if (typeof forge !== 'string') {
    const answer = await forge.own.read(LEDGER, (names) => names);
    if (!answer.ok) return `the ledger could not be read: ${answer.failure.message}`;
    return answer.value?.files ?? NONE;
  }
  const repository = await context.repository();
  for (const ref of [`refs/remotes/origin/${LEDGER}`, `refs/heads/${LEDGER}`]) {
    const found = await readTop(repository, ref, (names) => names);
    if (found === undefined) continue;
    context.say(`${forge}: what is checked is ${ref} of this clone`);
    return found.files;
  }
  return `${forge}, and this clone has no branch ${LEDGER} (git fetch origin ${LEDGER} gets it)`;
}

const NONE = `there is no branch ${LEDGER} yet: apply begins it`;

function fromDisk(path: string): Files | string {
  if (!existsSync(path)) return `there is no ${printable(path)}`;
  const isFolder = statSync(path).isDirectory();
  const names = isFolder ? monthsIn(readdirSync(path)) : [basename(path)];
  if (names.length === 0 || !names.every(isMonth)) return `${printable(path)} is no ledger: its months are called 2026-11.jsonl and so on`;
  return new Map(names.map((name) => [name, readFileSync(isFolder ? join(path, name) : path, 'utf8')]));
}

function report({ months, head, findings }: Checked, files: Files): Report {
  const errors = findings.length;
  const said = `${count(head.seq, 'line')} in ${count(months.length, 'month')}, head ${head.hash}`;
  const whole = `The ledger is whole: ${said}\n`;
  return {
    exit: exitCode(errors > 0 ? 'refused' : 'ok'),
    text: errors === 0 ? whole : `${findingsText(findings, files, months.length)}The ledger is NOT whole: ${said}\n`,
    json: { ...findingsJson(findings), months: months.length, lines: head.seq, head: head.hash },
    outputs: { errors, 'ledger-head': head.hash },
  };
}

function usage(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}
