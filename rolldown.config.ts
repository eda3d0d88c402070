import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type CodeSplittingNameFunction, defineConfig, type Plugin } from 'rolldown';

type ChunkingContext = Parameters<CodeSplittingNameFunction>[1];

import { lateBuiltins } from './scripts/late-builtins.ts';
import { lateModules } from './scripts/late-modules.ts';
import { licencesText } from './scripts/licences.ts';
import { madeForNothing } from './scripts/made-for-nothing.ts';
import { quickStart } from './scripts/quick-start.ts';
import { usedEndpoints } from './scripts/used-endpoints.ts';

/**
 * Builtins are fetched, not imported. Node evaluates every export of a builtin that a module imports, and so opens the standard
 * streams for `node:process` and loads all that `node:fs` and `node:util` could ever need: half of a bare start (measured).
 */
const builtins: Plugin = {
  name: 'builtins',
  renderChunk: (code) =>
    code.replaceAll(
      /^import (?:(?:\* as )?([\w$]+)(?:, )?)?(\{[^}]*\})? ?from "([^"]+)";$/gm,
      (line: string, whole: string | undefined, names: string | undefined, from: string) => {
        const parts = [whole, names?.replaceAll(' as ', ': ')].filter((part) => part !== undefined);
        const fetched = `globalThis.process.getBuiltinModule("${from}")`;
        return isBuiltin(from) ? `var ${parts.map((part) => `${part} = ${fetched}`).join(', ')};` : line;
      },
    ),
};

/**
 * What CommonJS asks for its modules with is made when one asks: what Node makes it with takes a millisecond to load, and a run that
 * signs in without a library never asks.
 */
const lateRequire: Plugin = {
  name: 'late require',
  renderChunk: (code) => {
    const made = /^var __require = .*createRequire\(import\.meta\.url\)\)\(\);$/m;
    const late = 'var __require = (id) => globalThis.process.getBuiltinModule("node:module").createRequire(import.meta.url)(id);';
    return made.test(code) ? code.replace(/^import \{ createRequire \} from "node:module";$/m, '').replace(made, late) : null;
  },
};

/** CommonJS knows where it lies, and the client for deny policies asks; an ES module has another word for it. */
const places: Plugin = {
  name: 'places',
  renderChunk: (code) => (/\b__dirname\b/.test(code) ? `const __dirname = import.meta.dirname;\n${code}` : null),
};

const licences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY_LICENSES.txt', source: licencesText(modules) });
  },
};

/** What rules in CEL are told, and every plan needs: without it the engine would load where nobody wrote a rule. */
const FACTS = ['src/policy/asked.ts', 'src/policy/calendar.ts', 'src/domain/directory.ts'];

/**
 * What each step of `validate` needs in one chunk, because each further one costs a resolution and a read: first what asks Git, and
 * then, while Git answers, what reads the files.
 */
const STEPS = [
  { name: 'start', from: ['src/cli/shell.ts', 'src/commands/validate.ts', 'src/commands/plan.ts'] },
  { name: 'readers', from: ['src/commands/validation.ts', ...FACTS] },
  { name: 'rules', from: ['src/policy/cel.ts'] },
];

/**
 * After those, what the Action needs: to ask the forge, with what both follow and why a role is dangerous; to say what a request would
 * do; and to plan over the clouds, as every other command does that changes them, prune among them.
 */
const ASKING = [
  {
    name: 'asking',
    from: [
      'src/forge/github/address.ts',
      'src/forge/github/forge.ts',
      'src/commands/reading/judged.ts',
      'src/providers/gcp/reasons.ts',
      'src/providers/gcp/combinations.ts',
      'src/providers/permission-lines.ts',
    ],
    both: ['src/commands/request-check.ts', 'src/commands/prune.ts'],
  },
  { name: 'request', from: ['src/commands/request-check.ts'] },
  {
    name: 'prune',
    from: ['src/commands/prune.ts', 'src/providers/allowance.ts', 'src/providers/transport.ts', 'src/providers/largest.ts'],
  },
  { name: 'plan', from: ['src/commands/plan-clouds.ts'] },
];

/** What reads Google Cloud. */
const CLOUDS = [{ name: 'google', from: ['src/providers/gcp/reader.ts'] }];

/** Octokit and its own dependencies. */
const OCTOKIT =
  /[\\/]node_modules[\\/](@octokit|before-after-hook|content-type|universal-user-agent)[\\/]|[\\/]forge[\\/]github[\\/](octokit|json)\.ts$/;

interface Step {
  readonly name: string;
  /** What these load. */
  readonly from: readonly string[];
  /** And what all of these load. */
  readonly both?: readonly string[];
}

function stepOf(id: string, graph: ChunkingContext): string | null {
  const reach = (one: string, known = new Set<string>()): ReadonlySet<string> => {
    if (known.has(one)) return known;
    known.add(one);
    for (const next of graph.getModuleInfo(one)?.importedIds ?? []) reach(next, known);
    return known;
  };
  const loads = (path: string) => reach(join(import.meta.dirname, path)).has(id);
  const steps: readonly Step[] = [...STEPS, ...ASKING, ...CLOUDS];
  return steps.find(({ from, both }) => from.some(loads) || both?.every(loads) === true)?.name ?? null;
}

/**
 * Split chunks, so that `validate` loads no cloud SDK, no Octokit and no Actions toolkit. All lie beside each other: the code finds
 * the worked example one folder up, in the sources as in the bundle.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: { cli: 'src/cli/main.ts', action: 'src/action/main.ts' },
  platform: 'node',
  preserveEntrySignatures: false,
  // The plugin that tries again takes no other scheduler than the one that it imports.
  resolve: {
    alias: {
      'bottleneck/light.js': join(import.meta.dirname, 'src/forge/github/limiter.ts'),
      'json-with-bigint': join(import.meta.dirname, 'src/forge/github/json.ts'),
    },
  },
  plugins: [usedEndpoints, madeForNothing, lateModules, lateBuiltins, lateRequire, builtins, places, licences, quickStart],
  // The toolkit's modules do nothing by being loaded, but its packages do not say so.
  treeshake: {
    moduleSideEffects: [{ test: /node_modules\/(@actions\/(core|github|http-client|exec|io)|undici|tunnel)\//, sideEffects: false }],
  },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: stepOf, debugName: 'steps' },
        { name: 'octokit', test: OCTOKIT },
      ],
    },
    comments: { legal: true, jsdoc: false, annotation: false },
  },
});
