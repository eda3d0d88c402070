import {
  type AliasEvent,
  type Event,
  EVENT_ID,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import type { Finding } from '../domain/finding.ts';
import { checkBefore, checkBehind } from './document-bounds.ts';
import { checkApart, checkComment, checkText } from './document-text.ts';
import { NONE, report, type Walk } from './document-walk.ts';
import { endOf, isEmpty, type Placed, startOf } from './extent.ts';
import { type Spot, spotsOf } from './spots.ts';
import { readText } from './text.ts';
import { TextSource } from './text-source.ts';

/** What a file says before any schema: every scalar is text. Booleans and numbers come in where the schema wants them. */
export type Node = string | boolean | number | Node[] | Mapping;

/** Without a prototype, so that no key of a file ever means more than itself. */
export interface Mapping {
  [key: string]: Node;
}

export interface Document {
  readonly root: Mapping;
  readonly source: TextSource;
}

/** A document can have findings and still be read, so that all that is wrong with a file is said at once. */
export interface Reading {
  readonly document?: Document;
  readonly findings: readonly Finding[];
}

const DEEPEST = 8;
const PARSER_DEPTH = 20; // the parser stops a bomb; what lies between is said with its place

/**
 * Reads strict YAML: UTF-8, one document, one mapping, no anchors, aliases, tags, merge keys, directives or duplicate keys, nothing
 * hidden, at most eight levels and `limit` bytes.
 */
export function readDocument(file: string, bytes: Uint8Array, limit: number): Reading {
  const { text, findings } = readText(file, bytes, limit);
  if (findings.length > 0) return { findings };
  const walk: Walk = { file, text, events: [], at: 1, findings: [], starts: undefined };
  const root = parse(walk) ? readRoot(walk) : undefined;
  if (root === undefined) return { findings: walk.findings };
  return { document: { root, source: new TextSource(file, text) }, findings: walk.findings };
}

function parse(walk: Walk): boolean {
  try {
    walk.events = parseEvents(walk.text, { maxDepth: PARSER_DEPTH });
    return true;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    refuseYaml(walk, error);
    return false;
  }
}

function refuseYaml(walk: Walk, { reason, mark }: YAMLException): void {
  const { position } = mark as NonNullable<typeof mark>;
  const at = Math.min(position, Math.max(0, walk.text.length - 1));
  const end = walk.text[at] === '\n' ? at : at + 1;
  if (reason.startsWith('nesting exceeded')) report(walk, 'GK1014', at, end, 'nested too deep', SHALLOW);
  else report(walk, 'GK1004', at, end, `not YAML: ${reason}`, 'Look at the indentation, the colons and the quotes here and above.');
}

const SHALLOW = `Lists and mappings may lie ${DEEPEST} deep.`;

function readRoot(walk: Walk): Mapping | undefined {
  const [first, root] = walk.events;
  if (first?.type !== EVENT_ID.DOCUMENT || root === undefined || isEmpty(root)) {
    report(walk, 'GK1005', 0, 0, 'nothing is written here', 'Write the keys, or delete the file.');
    return undefined;
  }
  if (root.type !== EVENT_ID.MAPPING) {
    const { start, end } = spotsOf(walk).get('') as Spot;
    report(walk, 'GK1006', start, end, 'not a mapping', 'Write keys and values, one on each line: `key: value`.');
    return undefined;
  }
  checkBefore(walk, root.start);
  const mapping = readMapping(walk, root, 1);
  checkBehind(walk, root.start, first.explicitEnd);
  return mapping;
}

function readNode(walk: Walk, depth: number): Node {
  const event = walk.events[walk.at] as Placed;
  if (event.type === EVENT_ID.SCALAR) return readScalar(walk, event);
  if (event.type === EVENT_ID.MAPPING) return readMapping(walk, event, depth);
  if (event.type === EVENT_ID.SEQUENCE) return readSequence(walk, event, depth);
  walk.at++;
  report(walk, 'GK1010', event.anchorStart - 1, event.anchorEnd, 'an alias', 'Write the value out.');
  return '';
}

function readScalar(walk: Walk, event: ScalarEvent): string {
  walk.at++;
  if (event.anchorStart !== NONE || event.tagStart !== NONE) refuseProperties(walk, event);
  const value = getScalarValue(walk.text, event);
  if (!event.fast && value !== '') checkText(walk, event, value);
  return value;
}

function readSequence(walk: Walk, event: SequenceEvent, depth: number): Node[] {
  open(walk, event, depth);
  const list: Node[] = [];
  while ((walk.events[walk.at] as Event).type !== EVENT_ID.POP) {
    checkPlace(walk, walk.events[walk.at] as Event);
    list.push(readNode(walk, depth + 1));
  }
  walk.at++;
  return list;
}

function checkPlace(walk: Walk, event: Event): void {
  if (event.type === EVENT_ID.SCALAR && event.valueStart !== NONE) checkApart(walk, event);
}

function readMapping(walk: Walk, event: MappingEvent, depth: number): Mapping {
  open(walk, event, depth);
  const mapping = Object.create(null) as Mapping;
  while ((walk.events[walk.at] as Event).type !== EVENT_ID.POP) readPair(walk, mapping, depth);
  walk.at++;
  return mapping;
}

function open(walk: Walk, event: MappingEvent | SequenceEvent, depth: number): void {
  walk.at++;
  if (event.anchorStart !== NONE || event.tagStart !== NONE) refuseProperties(walk, event);
  if (depth === DEEPEST + 1) report(walk, 'GK1014', event.start, event.start + 1, 'nested too deep', SHALLOW);
}

function refuseProperties(walk: Walk, { anchorStart, anchorEnd, tagStart, tagEnd }: Exclude<Placed, AliasEvent>): void {
  if (anchorStart !== NONE) report(walk, 'GK1009', anchorStart - 1, anchorEnd, 'an anchor', 'Leave it out.');
  if (tagStart !== NONE) report(walk, 'GK1011', tagStart, tagEnd, 'a tag', 'Leave it out: the schema says how a value is read.');
}

function readPair(walk: Walk, mapping: Mapping, depth: number): void {
  const at = walk.at;
  const key = readNode(walk, depth + 1);
  const behind = walk.at;
  checkPlace(walk, walk.events[behind] as Event);
  const value = readNode(walk, depth + 1);
  const event = walk.events[at] as Placed;
  if (event.type === EVENT_ID.ALIAS) return; // said already
  if (event.type !== EVENT_ID.SCALAR) return refuseKey(walk, event);
  if (event.valueStart === NONE) return refuseKey(walk, walk.events[behind] as Placed);
  takePair(walk, mapping, event, key as string, value);
  checkComment(walk, key as string, event, walk.events[behind] as Event);
}

/** Shown where the key is, or where its value is if nobody wrote the key. */
function refuseKey(walk: Walk, event: Placed): void {
  const start = Math.max(0, startOf(walk.text, event));
  report(walk, 'GK1015', start, start + 1, 'a key that is no text', 'Write one word before the colon.');
}

function takePair(walk: Walk, mapping: Mapping, event: ScalarEvent, key: string, value: Node): void {
  if (key !== '<<' && !(key in mapping)) mapping[key] = value;
  else if (key === '<<') report(walk, 'GK1012', startOf(walk.text, event), endOf(walk.text, event), 'a merge key', 'Write the keys out.');
  else report(walk, 'GK1013', startOf(walk.text, event), endOf(walk.text, event), `\`${key}\` stands twice`, 'Keep one of them.');
}
