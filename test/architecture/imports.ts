import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One import, export from, `import()` or import type. */
export interface Import {
  /** Paths from the root of the repository, such as `src/domain/access.ts`. */
  readonly file: string;
  /** The same for a file of ours; `node:fs` for a builtin; the name of the package otherwise. */
  readonly target: string;
  readonly kind: 'ours' | 'node' | 'npm';
  /** Only types: nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
}

export function sourceFiles(folder = 'src'): readonly string[] {
  return globSync(`${folder}/**/*.{ts,js}`, { cwd: ROOT }).sort();
}

export function importsOf(file: string): readonly Import[] {
  return specifiers(file, readFileSync(join(ROOT, file), 'utf8')).map(({ from, typeOnly }) => ({
    file,
    typeOnly,
    ...resolved(file, from),
  }));
}

interface Specifier {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** What a source names, wherever it stands. A path that is only known at run time would pass every rule, so there must be none. */
export function specifiers(file: string, code: string): readonly Specifier[] {
  const found: Specifier[] = [];
  const take = (source: { readonly value: unknown } | null, typeOnly: boolean) => {
    if (typeof source?.value === 'string') found.push({ from: source.value, typeOnly });
  };
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: (node) => take(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => take(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => take(node.source, node.exportKind === 'type'),
    TSImportType: (node) => take(node.source, true),
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal') throw new Error(`${file} imports what it works out at run time`);
      take(node.source, false);
    },
    CallExpression: ({ callee, arguments: [first] }) => {
      const fetched = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
      if (fetched === 'getBuiltinModule' && first?.type === 'Literal') take(first, false);
    },
  }).visit(program);
  return found;
}

function resolved(file: string, from: string): Pick<Import, 'target' | 'kind'> {
  if (from.startsWith('.')) return { kind: 'ours', target: normalize(join(dirname(file), from)) };
  const [first = '', second = ''] = from.split('/');
  if (from.startsWith('node:')) return { kind: 'node', target: from };
  if (builtinModules.includes(first)) return { kind: 'node', target: `node:${from}` };
  return { kind: 'npm', target: first.startsWith('@') ? `${first}/${second}` : first };
}
