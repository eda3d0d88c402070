import { report, type Walk } from './document-walk.ts';

const ONE = 'Delete the line: a file is one document.';

/** What is written before the mapping and is no comment, no `---` at the start of a line and no property of the mapping. */
const BEFORE = /^(?!---(?:\s|$)) *(?![&!#\s])(.+)$/gm;

/** The parser lets directives and the ends of documents pass there, and on the first line a `---` behind blanks. */
export function checkBefore(walk: Walk, start: number): void {
  if (start === 0) return;
  for (const match of walk.text.slice(0, start).matchAll(BEFORE)) {
    const [line, what] = match as unknown as [string, string];
    const end = match.index + line.length;
    if (what.startsWith('%')) report(walk, 'GK1008', end - what.length, end, 'a directive', 'Delete the line.');
    else report(walk, 'GK1007', end - what.length, end, 'not the start of a document', ONE);
  }
}

/** The first document is read, up to the event that closes it; whatever follows is too much. */
export function checkBehind(walk: Walk, start: number, explicitEnd: boolean): void {
  const more = walk.at + 1 < walk.events.length;
  if (!more && !explicitEnd) return;
  const at = start + walk.text.slice(start).search(/^(?:---|\.\.\.)/m);
  if (more) report(walk, 'GK1007', at, at + 3, 'a further document', 'Make it a file of its own.');
  else report(walk, 'GK1007', at, at + 3, 'the end of a document', ONE);
}
