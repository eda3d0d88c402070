/**
 * Stops V8 from giving more room to what is new, for a run that keeps most of what it reads: there the two halves of that room grow to
 * 32 MiB each, are copied from one to the other until all is old, and are never used again. The factor is looked at whenever V8 would let
 * them grow (`node --v8-options`: semi-space-growth-factor); docs/decisions/0038-small-young-generation.md says what it is worth.
 */
export function keepYoungSmall(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
}
