import type { Fuzz } from './fuzz.ts';
import { answers } from './fuzz-answers.ts';
import { foreign } from './fuzz-foreign.ts';
import { differential } from './fuzz-yaml.ts';

/** Every kind of input that is tried: files of ours, and what comes from outside. */
export const FUZZES: readonly Fuzz[] = [differential, ...foreign, ...answers];
