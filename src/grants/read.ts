import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';

/** What a file says, or everything that is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads the bytes of the file at a path. */
export type Reader<T> = (path: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]) => Read<T>;

/**
 * The same, but once for the same bytes in memory: one version of the control files shares most files with the one before, and a
 * history of them is read from its beginning.
 */
export function remembering<T>(read: Reader<T>): Reader<T> {
  const known = new WeakMap<Uint8Array, { readonly path: string; readonly clouds: readonly CloudSyntax[]; readonly answer: Read<T> }>();
  return (path, bytes, clouds) => {
    const last = known.get(bytes);
    const isSame = last?.path === path && last.clouds.length === clouds.length && last.clouds.every((one, at) => one === clouds[at]);
    const answer = isSame ? last.answer : read(path, bytes, clouds);
    known.set(bytes, { path, clouds, answer });
    return answer;
  };
}
