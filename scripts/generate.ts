import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { cloudSchemas } from '../src/providers/registry-schemas.ts';
import { inputSchemas, outputSchemas } from './schemas/published.ts';
import type { Schema } from './schemas/schema.ts';
import { keysModule, typedModule } from './schemas/tables.ts';
import { typesModule } from './schemas/types.ts';
import { validatorsModule, validatorsTypes } from './schemas/validators.ts';
import { verdictsModule, verdictsTypes } from './schemas/verdicts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every file that is made from the schemas, by its path from the root of the repository. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const inputs = inputSchemas(cloudSchemas);
  const files = new Map<string, string>();
  for (const [kind, schema] of [...inputs, ...outputSchemas()]) files.set(`schemas/${kind}.schema.json`, await printed(schema));
  const validators = validatorsModule(inputs);
  files.set('src/grants/generated/validators.js', validators);
  files.set('src/grants/generated/validators.d.ts', validatorsTypes([...inputs.keys()]));
  files.set('src/grants/generated/verdicts.js', verdictsModule(validators));
  files.set('src/grants/generated/verdicts.d.ts', verdictsTypes([...inputs.keys()]));
  files.set('src/grants/generated/keys.ts', keysModule(inputs));
  files.set('src/grants/generated/typed.ts', typedModule(inputs));
  files.set('src/grants/generated/types.ts', await typesModule(inputs));
  return files;
}

/** Paths whose file differs from what would be generated, or is missing. */
export async function outdated(): Promise<readonly string[]> {
  return [...(await generated())].filter(([path, text]) => standing(path) !== text).map(([path]) => path);
}

/** As the formatter of the repository would have it, so that the two never fight. */
async function printed(schema: Schema): Promise<string> {
  const { printWidth } = JSON.parse(readFileSync(`${ROOT}.oxfmtrc.json`, 'utf8')) as { printWidth: number };
  const { code, errors } = await format('schema.json', JSON.stringify(schema, null, 2), { printWidth });
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return code;
}

function standing(path: string): string | undefined {
  try {
    return readFileSync(ROOT + path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

if (import.meta.main) {
  const changed = await outdated();
  if (process.argv.includes('--check')) {
    for (const path of changed) console.error(`${path} is not what \`npm run generate\` writes`);
    process.exitCode = changed.length > 0 ? 1 : 0;
  } else {
    const files = await generated();
    for (const path of changed) writeFileSync(ROOT + path, files.get(path) ?? '');
    console.error(`${changed.length} of ${files.size} files written`);
  }
}
