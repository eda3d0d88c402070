import { parseDocument, stringify } from 'yaml';
import { readDocument } from '../../src/grants/document.ts';
import { example } from '../grants/example.ts';
import type { Dice } from '../worlds/dice.ts';
import type { Fuzz } from './fuzz.ts';

/** Signs that mean something in YAML, and a few that do not. */
const PIECES =
  `a§b§k§1§-§- §: §:§\n§\n§\n  §\n    §  § §{§}§[§]§, §,§"§'§#§ #§|§>§|-§>+§&§*§!§?§? §~§%§@§\`§\\§\\n§---§...§<<§=§/§.§é§😀§\r\n`.split(
    '§',
  ) as [string, ...string[]];
const STARTS = ['', 'k: ', 'k:\n  - ', 'k: { ', 'k: [ ', 'k: "', "k: '", 'k: |\n '] as const;
const FILES = Object.values(example) as [string, ...string[]];
const UNITS = ['a', 'b', ' ', '#', ':', '-', '"', "'", '\n', '{', ']', '&', '*', '!', '%', '1', 'é'] as const;
const LIMIT = 256 * 1024;

const encoder = new TextEncoder();

/** What the strict reader takes, the second parser must take, and read alike: text everywhere. */
export const differential: Fuzz = {
  name: 'strict reader against the second parser',
  share: 1,
  make: (one) => {
    const which = one.next();
    // A cut may leave half a character, which bytes cannot hold.
    return (which < 0.55 ? soup(one) : which < 0.9 ? slip(one) : written(one)).toWellFormed();
  },
  check: (text) => {
    const { document, findings } = readDocument('x.yaml', encoder.encode(text), LIMIT);
    if (document === undefined || findings.length > 0) return { taken: false };
    const other = parseDocument(text, { schema: 'failsafe', version: '1.2', logLevel: 'silent', prettyErrors: false });
    if (other.errors.length + other.warnings.length > 0) return { taken: true, wrong: 'ours takes it, and the second parser does not' };
    const ours = JSON.stringify(document.root);
    const theirs = JSON.stringify(other.toJS(), (_, value: unknown) => value ?? '');
    return ours === theirs ? { taken: true } : { taken: true, wrong: `ours reads ${ours}, and the second parser ${theirs}` };
  },
};

function soup(one: Dice): string {
  return one.oneOf(STARTS) + Array.from({ length: one.below(30) }, () => one.oneOf(PIECES)).join('');
}

/** A file of the example with up to three slips in it. */
function slip(one: Dice): string {
  let text = one.oneOf(FILES);
  for (let left = 1 + one.below(3); left > 0; left -= 1) {
    const at = one.below(text.length + 1);
    text = text.slice(0, at) + (one.chance(0.8) ? one.oneOf(PIECES) : '') + text.slice(at + one.below(4));
  }
  return text;
}

/** As the second parser writes a tree of awkward texts. */
function written(one: Dice): string {
  const style = { lineWidth: one.oneOf([0, 40, 80]), collectionStyle: one.oneOf(['any', 'flow', 'block'] as const) };
  return stringify(mapping(one, 3), style);
}

const word = (one: Dice) => Array.from({ length: one.below(8) }, () => one.oneOf(UNITS)).join('');

function mapping(one: Dice, depth: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: 1 + one.below(3) }, () => [word(one), node(one, depth)]));
}

function node(one: Dice, depth: number): unknown {
  const which = depth === 0 ? 0 : one.below(3);
  if (which === 0) return word(one);
  return which === 1 ? Array.from({ length: one.below(3) }, () => node(one, depth - 1)) : mapping(one, depth - 1);
}
