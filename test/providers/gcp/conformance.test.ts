import { conformance } from '../conformance.ts';
import { gcpWorld } from './world.ts';

conformance('Google Cloud', async () => gcpWorld());
