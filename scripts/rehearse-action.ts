import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emulatedAction } from '../test/action/emulated-action.ts';
import { eachStep } from '../test/action/emulated-steps.ts';

/** node scripts/rehearse-action.ts <entry> <folder>: V8's coverage of each step of the built Action is left in the folder. */
const [entry = '', seen = ''] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'grantkeeper-action-'));
const { NODE_OPTIONS = '' } = process.env;
const ground = await emulatedAction(entry, home, { NODE_V8_COVERAGE: seen, NODE_OPTIONS });
try {
  await eachStep(ground, home, async (step, run) => {
    const { exit, outputs, stderr } = await run();
    const told = outputs['operation'] ?? 'plan';
    if (exit !== 0 || told !== step) throw new Error(`${step} ended with ${exit}, ${told}: ${stderr}`);
  });
} finally {
  await ground.close();
  rmSync(home, { recursive: true, force: true });
}
