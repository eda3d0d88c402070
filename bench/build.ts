import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import config from '../rolldown.config.ts';

const ROOT: string = join(import.meta.dirname, '..');

const PRODUCT = config.input as Readonly<Record<string, string>>;

/** The programs that the benches start. */
export interface Programs {
  /** The product as `npm run build` makes it. */
  readonly cli: string;
  /** And its other entry, which workflows start. */
  readonly action: string;
  readonly plan: string;
  readonly apply: string;
}

/** Builds below `work`, beside the real build, so that nothing that is built meanwhile changes what is measured. */
export async function build(work: string): Promise<Programs> {
  await bundle(join(work, 'product'), PRODUCT);
  // With the product's own entries, so that what these load lies in the same chunks as there.
  await bundle(join(work, 'runs'), {
    ...PRODUCT,
    plan: fileURLToPath(import.meta.resolve('./io/plan.ts')),
    apply: fileURLToPath(import.meta.resolve('./io/apply.ts')),
  });
  return {
    cli: join(work, 'product/dist/cli.js'),
    action: join(work, 'product/dist/action.js'),
    plan: join(work, 'runs/dist/plan.js'),
    apply: join(work, 'runs/dist/apply.js'),
  };
}

/** The product's own layout in chunks, whatever goes in; its package.json lies one folder up, as the code expects it. */
async function bundle(dir: string, input: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(dir, { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), join(dir, 'package.json'));
  const { output, ...rest } = config;
  const made = await rolldown({ ...rest, cwd: ROOT, input });
  await made.write({ ...(Array.isArray(output) ? output[0] : output), dir: join(dir, 'dist') });
  await made.close();
}
