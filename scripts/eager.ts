import { parseSync, Visitor } from 'oxc-parser';
import { type Edit, edited, type Stretch } from './edits.ts';
import { calledShorthands, headOf, movedMethods } from './methods.ts';

/**
 * The same code, whose called functions are compiled as soon as it is loaded. A declared function cannot stand in parentheses, so it
 * becomes a variable that is set before anything else runs, which is when a declared function is there too; and a method cannot, so
 * it is set by a static block, which runs when its class is made.
 */
export function eager(code: string, called: ReadonlySet<string>): string {
  const { program } = parseSync('chunk.js', code);
  const isCalled = ({ start, end }: Stretch) => called.has(`${start}-${end}`);
  const declared = program.body.flatMap((one) => (one.type === 'FunctionDeclaration' && isCalled(one) ? [one] : []));
  const edits: Edit[] = [];
  const put = (at: number, text: string) => void edits.push({ start: at, end: at, text });
  const wrap = (one: Stretch) => void (isCalled(one) && (put(one.start, '('), put(one.end, ')')));
  new Visitor({ FunctionExpression: wrap, ArrowFunctionExpression: wrap }).visit(program);
  for (const { start, key, value } of calledShorthands(program, isCalled)) {
    edits.push({ start, end: value.start, text: `${code.slice(key.start, key.end)}: (${headOf(value)}` });
    put(value.end, ')');
  }
  const methods = movedMethods(program, code, isCalled);
  edits.push(...methods.flatMap(({ renamed }) => renamed));
  const first = declared.map((one) => `var ${one.id?.name} = (${edited(code, one, edits)});\n`);
  const moved = methods.map(({ body, all }): Edit => {
    const own = all.map(({ name, head, value }) => `${name}: (${head}${edited(code, value, edits)})`);
    return { start: body.start + 1, end: body.start + 1, text: `static { ${METHODS}(this.prototype, { ${own.join(',\n')} }); }` };
  });
  const gone = [...declared, ...methods.flatMap(({ all }) => all)].map(({ start, end }): Edit => ({ start, end, text: '' }));
  const rest = edited(code, { start: 0, end: code.length }, [...edits, ...moved, ...gone]);
  return shebangFirst((methods.length > 0 ? DEFINE : '') + first.join(''), rest);
}

const METHODS = '$methods';

/** As a class does it: none of them is listed. */
const DEFINE = `var ${METHODS} = (function (to, all) {
	for (const name of Object.keys(all)) Object.defineProperty(to, name, { value: all[name], writable: true, configurable: true });
});
`;

function shebangFirst(first: string, rest: string): string {
  const [, shebang = '', after = ''] = /^(#!.*\n)?([\s\S]*)$/.exec(rest) ?? [];
  return shebang + first + after;
}
