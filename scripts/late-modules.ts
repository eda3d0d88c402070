import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Plugin } from 'rolldown';

const ROOT = join(import.meta.dirname, '..');

/** What is called only where something is wrong; by the path from the root, which is all that the bundle may tell of where it was made. */
const LATE = ['src/grants/schema-mistakes.ts', 'src/grants/shapes.ts'];

/** The chunk that they share. */
const CHUNK = 'mistakes.js';

const STAND_IN = '\0late:';
const WHOLE = '\0all late modules';

/**
 * In the bundle, modules that few runs call are read when one of their functions is first called: each step of the Action is a process
 * that reads its code anew. The sources know nothing of this. In place of such a module stands one whose functions fetch it.
 */
export const lateModules: Plugin = {
  name: 'late modules',
  buildStart() {
    this.emitFile({ type: 'chunk', id: WHOLE, fileName: CHUNK, preserveSignature: 'strict' });
  },
  resolveId(source, importer = '') {
    if (source === WHOLE) return source;
    const path = relative(ROOT, source.startsWith('.') ? join(dirname(importer), source) : source);
    const isWithin = importer === WHOLE || LATE.includes(relative(ROOT, importer));
    return isWithin || !LATE.includes(path) ? null : STAND_IN + path;
  },
  load(id) {
    if (id === WHOLE) return LATE.map((path) => `export * from ${JSON.stringify(join(ROOT, path))};\n`).join('');
    return id.startsWith(STAND_IN) ? standIn(id.slice(STAND_IN.length)) : null;
  },
};

function standIn(path: string): string {
  const whole = `globalThis.process.getBuiltinModule("node:module").createRequire(import.meta.url)("./${CHUNK}")`;
  return functionsOf(path)
    .map((name) => `export function ${name}(...all) { return ${whole}.${name}(...all); }\n`)
    .join('');
}

/** A stand-in can only be called: anything else that is exported breaks the build. */
function functionsOf(path: string): readonly string[] {
  return parseSync(path, readFileSync(join(ROOT, path), 'utf8')).program.body.flatMap((one) => {
    if (!('exportKind' in one) || one.exportKind === 'type') return [];
    const declared = 'declaration' in one ? one.declaration : null;
    if (declared?.type !== 'FunctionDeclaration' || declared.id === null)
      throw new Error(`${path} exports more than functions, so that it cannot be late`);
    return [declared.id.name];
  });
}
