import type { CloudSyntax } from '../domain/cloud.ts';
import { byPlace, type Finding } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Recall } from '../domain/recall.ts';
import { noParts, type Parts, takeControlFile } from './control-files.ts';
import type { ControlParts } from './control.ts';
import { readGrant } from './read-grant.ts';
import { readRecall } from './read-recall.ts';
import { hidesFolder, README, refusal, stemOfAny, type TreeFile, unfit } from './tree-file.ts';

export type { TreeFile } from './tree-file.ts';

/** A file of grants/ or recalls/ that does not read. */
interface Unreadable {
  readonly path: string;
  readonly stem: string;
}

/** All that the files of a commit say. */
export interface Tree {
  readonly grants: readonly Grant[];
  readonly recalls: readonly Recall[];
  readonly parts: ControlParts;
  readonly findings: readonly Finding[];
  /** Stems of all files under grants/, whether they read or not: none of these grants is deleted. */
  readonly presentStems: ReadonlySet<string>;
  readonly unreadableGrants: readonly Unreadable[];
  /** Each recalls the principal of its stem. */
  readonly unreadableRecalls: readonly Unreadable[];
  /** Folders, with a slash at the end, in whose place something else stands: what lay in them is not deleted either. */
  readonly hiddenFolders: readonly string[];
}

interface Work extends Tree {
  readonly grants: Grant[];
  readonly recalls: Recall[];
  readonly parts: Parts;
  readonly findings: Finding[];
  readonly presentStems: Set<string>;
  readonly unreadableGrants: Unreadable[];
  readonly unreadableRecalls: Unreadable[];
  readonly hiddenFolders: string[];
}

/** Reads what lies under grants/, recalls/ and policy/; all else is passed by. `clouds` are all clouds of the schemas. */
export function readTree(files: Iterable<TreeFile>, clouds: readonly CloudSyntax[]): Tree {
  const work: Work = {
    grants: [],
    recalls: [],
    parts: noParts(),
    findings: [],
    presentStems: new Set(),
    unreadableGrants: [],
    unreadableRecalls: [],
    hiddenFolders: [],
  };
  for (const file of files) take(work, file, clouds);
  return { ...work, findings: work.findings.toSorted(byPlace) };
}

const FOLDERS: ReadonlySet<string> = new Set(['grants', 'recalls', 'policy']);

function take(work: Work, file: TreeFile, clouds: readonly CloudSyntax[]): void {
  const { path } = file;
  const cut = path.indexOf('/');
  const top = cut < 0 ? path : path.slice(0, cut);
  if (!FOLDERS.has(top)) return refuseSpelling(work, file, top);
  if (cut < 0) return refuseTop(work, file, top);
  if (hidesFolder(file)) work.hiddenFolders.push(`${path}/`);
  if (path.endsWith(`/${README}`)) return;
  if (top === 'grants') takeGrant(work, file, clouds);
  else if (top === 'recalls') takeRecall(work, file, clouds);
  else work.findings.push(...takeControlFile(work.parts, file, clouds));
}

/** On some machines `Grants` and `grants` are one folder, on others two. */
function refuseSpelling(work: Work, file: TreeFile, top: string): void {
  const lower = top.toLowerCase();
  if (!FOLDERS.has(lower)) return;
  work.findings.push(refusal(file, 'GK1403', `\`${top}\` is not \`${lower}\``, `Move the file to ${lower}/.`));
}

function refuseTop(work: Work, file: TreeFile, top: string): void {
  work.findings.push(refusal(file, 'GK1402', `\`${top}\` is not a folder`, 'Make it a folder.'));
  work.hiddenFolders.push(`${top}/`);
  if (top === 'policy') work.parts.incomplete = true;
}

function takeGrant(work: Work, file: TreeFile, clouds: readonly CloudSyntax[]): void {
  const wrong = unfit(file, 'grants/<team>/<id>.yaml');
  const read = wrong === undefined ? readGrant(file.path, file.bytes, clouds) : { ok: false as const, findings: [wrong] };
  if (read.ok) {
    work.grants.push(read.value);
    work.presentStems.add(read.value.id);
    return;
  }
  const stem = stemOfAny(file);
  work.findings.push(...read.findings);
  work.presentStems.add(stem);
  work.unreadableGrants.push({ path: file.path, stem });
}

function takeRecall(work: Work, file: TreeFile, clouds: readonly CloudSyntax[]): void {
  const wrong = unfit(file, 'recalls/<name>.yaml');
  const read = wrong === undefined ? readRecall(file.path, file.bytes, clouds) : { ok: false as const, findings: [wrong] };
  if (read.ok) work.recalls.push(read.value);
  else {
    work.findings.push(...read.findings);
    work.unreadableRecalls.push({ path: file.path, stem: stemOfAny(file) });
  }
}
