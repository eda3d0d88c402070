import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emulatedAction } from '../test/action/emulated-action.ts';
import { eachStep } from '../test/action/emulated-steps.ts';

/** node scripts/rehearse-action.ts <entry> <folder>: V8's coverage of the steps of the built Action is left there, in a folder for each command. */
const [entry = '', seen = ''] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'grantkeeper-action-'));
const { NODE_OPTIONS = '' } = process.env;
const env = { NODE_OPTIONS, NODE_V8_COVERAGE: '' };
const ground = await emulatedAction(entry, home, env);
try {
  await eachStep(ground, home, async (step, run) => {
    env.NODE_V8_COVERAGE = join(seen, step === 'plan' ? 'plan' : 'prune');
    const { exit, outputs, stderr } = await run();
    const told = outputs['operation'] ?? 'plan';
    if (exit !== 0 || told !== step) throw new Error(`${step} ended with ${exit}, ${told}: ${stderr}`);
  });
} finally {
  await ground.close();
  rmSync(home, { recursive: true, force: true });
}
