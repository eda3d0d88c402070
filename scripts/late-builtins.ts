import { parseSync, type Node, Visitor } from 'oxc-parser';
import type { Plugin } from 'rolldown';

/** Builtins that Node has not loaded by the time a program begins. */
const LATE = ['child_process', 'crypto', 'dns', 'http', 'http2', 'https', 'net', 'readline', 'stream', 'tls', 'tty', 'v8', 'zlib'];

const IMPORT = new RegExp(`^import (?:\\* as )?([\\w$]+) from ['"](?:node:)?(${LATE.join('|')})['"];?$`, 'gm');

/**
 * A builtin that a module imports as a whole is fetched where a part of it is used, and not for a program that never comes there:
 * what starts children, opens sockets or packs takes milliseconds to load.
 */
export const lateBuiltins: Plugin = {
  name: 'late builtins',
  transform: {
    filter: { id: /\.m?js$/, code: IMPORT },
    handler(code, id) {
      return [...code.matchAll(IMPORT)].reduce((text, [line, name = '', from = '']) => late(text, id, line, name, from), code);
    },
  },
};

/** The module as it is where the name stands for anything else too, or is handed on. */
function late(code: string, id: string, line: string, name: string, from: string): string {
  const without = code.replace(line, '');
  const { program } = parseSync(id, without);
  const spoken = new Set<number>();
  const named: number[] = [];
  new Visitor({
    Identifier: (one) => void (one.name === name && named.push(one.start)),
    MemberExpression: ({ object }: { object: Node }) => void (object.type === 'Identifier' && spoken.add(object.start)),
  }).visit(program);
  if (named.some((at) => !spoken.has(at))) return code;
  return named
    .toSorted((a, b) => b - a)
    .reduce(
      (text, at) => `${text.slice(0, at)}globalThis.process.getBuiltinModule("node:${from}")${text.slice(at + name.length)}`,
      without,
    );
}
