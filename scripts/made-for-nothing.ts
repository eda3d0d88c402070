import { type Expression, parseSync } from 'oxc-parser';
import type { Plugin } from 'rolldown';
import { type Edit, edited } from './edits.ts';

/**
 * What the parser of YAML makes for other uses of it as it loads, schemas and tags above all, is left out where nothing uses it: each
 * start would make them for nothing. Its module is one file, and none of these values does anything by being made, but it does not say so.
 */
export const madeForNothing: Plugin = {
  name: 'made for nothing',
  transform: {
    filter: { id: /[\\/]node_modules[\\/]js-yaml[\\/]/ },
    handler: (code, id) => withPure(code, id),
  },
};

/** Each value is made by a call that Rollup's annotation lets go of, with all that it is made of. */
function withPure(code: string, id: string): string {
  const made = parseSync(id, code).program.body.flatMap((one) =>
    one.type === 'VariableDeclaration' ? one.declarations.flatMap(({ init }) => init ?? []) : [],
  );
  const edits = made.filter(runsCode).flatMap(({ start, end }): readonly Edit[] => [
    { start, end: start, text: '/* @__PURE__ */ (() => (' },
    { start: end, end, text: '))()' },
  ]);
  return edited(code, { start: 0, end: code.length }, edits);
}

/** Even to read what somebody else made may run code, as far as Rollup can tell. */
function runsCode({ type }: Expression): boolean {
  return !['Literal', 'Identifier', 'UnaryExpression', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassExpression'].includes(type);
}
