/** Those that most people live in: to list all that the machine knows takes longer than to read a file. */
const COMMON: ReadonlySet<string> = new Set([
  'UTC',
  ...below('Africa', 'Cairo Casablanca Johannesburg Lagos Nairobi'),
  ...below('America', 'Bogota Chicago Denver Halifax Lima Los_Angeles Mexico_City New_York Phoenix Santiago Sao_Paulo Toronto Vancouver'),
  ...below(
    'Asia',
    'Bangkok Dhaka Dubai Hong_Kong Istanbul Jakarta Jerusalem Karachi Kolkata Manila Riyadh Seoul Shanghai Singapore Taipei Tokyo',
  ),
  ...below('Australia', 'Adelaide Brisbane Melbourne Perth Sydney'),
  ...below(
    'Europe',
    'Amsterdam Athens Berlin Brussels Bucharest Budapest Copenhagen Dublin Helsinki Istanbul Kyiv Lisbon London Luxembourg',
  ),
  ...below('Europe', 'Madrid Oslo Paris Prague Rome Sofia Stockholm Tallinn Vienna Vilnius Warsaw Zagreb Zurich'),
  ...below('Pacific', 'Auckland Honolulu'),
]);

function below(area: string, places: string): readonly string[] {
  return places.split(' ').map((place) => `${area}/${place}`);
}

let zones: ReadonlySet<string> | undefined;

/**
 * Whether the machine's copy of the IANA database knows the zone: it must, to show an end in it. The list goes first, since the
 * first formatter of a process takes ten times as long; older names are not on it.
 */
export function isZone(zone: string): boolean {
  if (COMMON.has(zone)) return true;
  zones ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (zones.has(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
