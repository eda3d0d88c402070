let zones: ReadonlySet<string> | undefined;

/**
 * Whether the machine's copy of the IANA database knows the zone: it must, to show an end in it. The list goes first, since the
 * first formatter of a process takes ten times as long; older names are not on it.
 */
export function isZone(zone: string): boolean {
  // Only where a file names a zone: to list them takes longer than to read a file.
  // UTC is not on every list, but always known (ECMA-402: time zone identifiers).
  zones ??= new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (zones.has(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
