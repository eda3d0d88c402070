import type { Schema } from './schema.ts';

function text(pattern: string, description: string): Schema {
  return { type: 'string', pattern, description };
}

const NAME = '[a-z0-9][a-z0-9-]{0,59}';
const PERIOD = '(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?';

/** What single values look like. src/grants/shapes.ts has the words for a value that does not. */
export const shapes = {
  name: text(`^${NAME}$`, 'A name: lower-case letters, digits and dashes, at most 60, and no dash in front.'),
  stamp: text('^[a-z0-9][a-z0-9-]{0,23}$', 'As a name, at most 24 characters.'),
  env: text(`^(?!none$)${NAME}$`, 'A name other than `none`.'),
  instant: text('^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$', 'A moment in UTC, to the second.'),
  period: text(`^(?=.*[1-9])${PERIOD}$`, 'A length of time above zero: a sum of weeks, days, hours and minutes in that order.'),
  periodOrZero: text(`^(?=.)${PERIOD}$`, 'A length of time, `0m` among them.'),
  text: text('\\S', 'Free text that says something.'),
  line: text('^(?=.*\\S)[^\\n]*$', 'Free text on one line.'),
  ascii: text('^[!-~]+$', 'Printable ASCII without spaces.'),
  belowPlace: text('^\\$place(?:/[!-~]+)?$', '`$place`, or something that lies below it.'),
  login: text('^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$', 'A GitHub login, without `@`.'),
  zone: text('^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$', 'The name of a zone in the IANA time zone database.'),
  digest: text('^sha256:[0-9a-f]{64}$', 'A SHA-256 digest in lower-case hexadecimal.'),
  roleGlob: text('^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$', 'A cloud, a colon and a role, in which `*` matches anything but `/`.'),
  scopeOfCloud: text('^[a-z0-9-]+:[!-~]+$', 'A cloud, a colon and a scope as the cloud itself writes it.'),
  roleOrGlob: text(
    '^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$',
    'A name of policy/roles, or a cloud, a colon and a role.',
  ),
  timeOfDay: text('^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$', 'A time of day from 00:00 to 24:00.'),
  principalGlob: text('^[!-~]+$', 'A name of policy/people or an identity, in which `*` matches anything but `/`.'),
} satisfies Readonly<Record<string, Schema>>;
