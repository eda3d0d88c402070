import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { actionPage } from './docs/action.ts';
import { capabilitiesPage, capabilitiesTable } from './docs/capabilities.ts';
import { commandsPage, commandsTable, exitsTable } from './docs/commands.ts';
import { filesPage } from './docs/files.ts';
import { findingsPage } from './docs/findings.ts';
import { policyPage } from './docs/policy.ts';
import { workflowsPage } from './docs/workflows.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every document that is made from the code, whole or in part, by its path from the root of the repository. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const blocks = new Map([
    ['commands', await commandsTable()],
    ['exits', exitsTable()],
    ['clouds', capabilitiesTable()],
  ]);
  const texts = new Map([
    ['README.md', withBlocks(readFileSync(`${ROOT}README.md`, 'utf8'), blocks)],
    ['docs/reference/commands.md', await commandsPage()],
    ['docs/reference/capabilities.md', capabilitiesPage()],
    ['docs/reference/findings.md', findingsPage()],
    ['docs/reference/files.md', filesPage(`${ROOT}schemas`)],
    ['docs/reference/action.md', await actionPage()],
    ['docs/reference/policy.md', policyPage()],
    ['docs/reference/workflows.md', workflowsPage()],
  ]);
  return new Map(await Promise.all([...texts].map(async ([path, text]) => [path, await formatted(path, text)] as const)));
}

/** Paths whose file is not what would be written, or is missing. */
export async function outdated(): Promise<readonly string[]> {
  return [...(await documents())].filter(([path, text]) => standing(path) !== text).map(([path]) => path);
}

/** The text between `<!-- name: begin -->` and `<!-- name: end -->`, replaced. Throws when a block has no place. */
export function withBlocks(text: string, blocks: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [name, block] of blocks) {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const from = result.indexOf(begin);
    const to = result.indexOf(end);
    if (from < 0 || to < from) throw new Error(`there is no place for ${name}: ${begin} … ${end}`);
    result = `${result.slice(0, from + begin.length)}\n\n${block}\n\n${result.slice(to)}`;
  }
  return result;
}

/** As the formatter of the repository would have it, so that the two never fight. */
async function formatted(path: string, text: string): Promise<string> {
  const options = JSON.parse(readFileSync(`${ROOT}.oxfmtrc.json`, 'utf8')) as { printWidth: number; singleQuote: boolean };
  const { printWidth, singleQuote } = options;
  const { code, errors } = await format(path, text, { printWidth, singleQuote });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('\n')}`);
  return code;
}

function standing(path: string): string | undefined {
  return existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : undefined;
}

if (import.meta.main) {
  const changed = await outdated();
  if (process.argv.includes('--check')) {
    for (const path of changed) console.error(`${path} is not what \`npm run docs\` writes`);
    process.exitCode = changed.length > 0 ? 1 : 0;
  } else {
    const texts = await documents();
    for (const path of changed) writeFileSync(ROOT + path, texts.get(path) ?? '');
    console.error(`${changed.length} of ${texts.size} documents written`);
  }
}
