import { conformance } from '../conformance.ts';
import { SAMPLES } from './samples.ts';
import { gcpWorld } from './world.ts';

conformance('Google Cloud', async () => gcpWorld());
conformance('Google Cloud: folder', async () => gcpWorld(undefined, 'folders/77'));
conformance('Google Cloud: organization', async () => gcpWorld(undefined, 'organizations/123456789012'));
for (const [kind, [path]] of Object.entries(SAMPLES)) conformance(`Google Cloud: ${kind}`, async () => gcpWorld(undefined, path));
