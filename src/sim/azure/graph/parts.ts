import { decoded } from '../call.ts';

/** The segments behind `/v1.0/`, or none for another version. */
export function partsOf(url: URL): readonly string[] {
  const [version, ...parts] = url.pathname.split('/').filter(Boolean);
  return version?.toLowerCase() === 'v1.0' ? parts.map(decoded) : [];
}
