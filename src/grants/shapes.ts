import type { CloudSyntax } from '../domain/cloud.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';
import { parsePeriod } from '../domain/period.ts';
import { type Wrong, wrongMember, wrongRole, wrongScope } from './cloud-text.ts';

type Words = (value: string) => Wrong;

/** By the name of a shape in the schemas: what to say of a value that does not have it. */
const SHAPES: Readonly<Record<string, Words>> = {
  name: notAName,
  env: (value) => (value === 'none' ? RESERVED_ENV : notAName(value)),
  stamp: () => ({ code: 'GK1214', message: 'not a stamp', hint: 'Write at most 24 lower-case letters, digits and dashes.' }),
  instant: notAnInstant,
  period: notAPeriod,
  periodOrZero: notAPeriod,
  text: () => EMPTY,
  line: (value) => (value.trim() === '' ? EMPTY : MANY_LINES),
  ascii: () => ({ code: 'GK1203', message: 'not plain ASCII without spaces', hint: 'Write the identity as the cloud spells it.' }),
  belowPlace: () => ({ code: 'GK1217', message: 'not below the place', hint: 'Write $place, or $place/ and what lies below it.' }),
  login: () => ({ code: 'GK1216', message: 'not a login of GitHub', hint: 'Write it without the @, such as ada-b.' }),
  zone: notAZone,
  digest: () => ({ code: 'GK1213', message: 'not a digest', hint: 'Copy the line from the refused plan: sha256: and 64 digits.' }),
  principalGlob: () => ({
    code: 'GK1203',
    message: 'not plain ASCII without spaces',
    hint: 'Write a name, or an identity, or a pattern for them.',
  }),
  scopeOfCloud: () => ({
    code: 'GK1221',
    message: 'not a scope of a cloud',
    hint: 'Write the cloud, a colon and the scope: gcp:folders/77',
  }),
  roleOrGlob: () => ({ code: 'GK1218', message: 'not a role', hint: 'Write a name of policy/roles, or a cloud, a colon and the role.' }),
  timeOfDay: () => ({ code: 'GK1222', message: 'not a time of day', hint: 'Write hours and minutes, such as 08:00; 24:00 is midnight.' }),
  roleGlob: () => ({ code: 'GK1218', message: 'not a role to deny', hint: 'Write the cloud, a colon and the role: gcp:roles/*.admin' }),
};

const EMPTY: Wrong = { code: 'GK1107', message: 'nothing is written here', hint: 'Write a value, or delete the key.' };
const MANY_LINES: Wrong = { code: 'GK1219', message: 'more than one line', hint: 'Write it on one line.' };
const RESERVED_ENV: Wrong = {
  code: 'GK1201',
  message: '`none` is no environment of a place',
  hint: 'Choose another word: limits mean by `none` what lies under no place.',
};

/** What to say of a value that does not look as the shape of that name wants it. */
export function wrongShape(name: string, value: string, clouds: readonly CloudSyntax[]): Wrong {
  if (value === '') return EMPTY;
  const words = SHAPES[name];
  return words === undefined ? wrongForCloud(name, value, clouds) : words(value);
}

/** A name: GK1201, with the same words made into one. */
export function notAName(value: string): Wrong {
  const name = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const like = name === '' ? '' : `, such as ${name}`;
  return { code: 'GK1201', message: 'not a name', hint: `Write at most 60 lower-case letters, digits and dashes${like}.` };
}

const FORM = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const OTHER_SPELLING = /^20\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i;

/** An instant: GK1204. Where only the spelling is wrong, the hint has the right one. */
export function notAnInstant(value: string): Wrong {
  const message = 'not an instant';
  if (FORM.test(value)) return { code: 'GK1204', message, hint: 'There is no such day, hour, minute or second.' };
  const ms = OTHER_SPELLING.test(value) ? Date.parse(value.replace(' ', 'T')) : Number.NaN;
  const right = Number.isNaN(ms) ? undefined : formatInstant(ms as Instant);
  if (right !== undefined) return { code: 'GK1204', message, hint: `In UTC and to the second that is ${right}.` };
  return { code: 'GK1204', message, hint: 'Write the moment in UTC and to the second: 2026-11-23T17:00:00Z.' };
}

function notAPeriod(value: string): Wrong {
  if (parsePeriod(value) === 0) return { code: 'GK1206', message: 'no time at all', hint: 'Write a time that is longer than nothing.' };
  return { code: 'GK1205', message: 'not a duration', hint: 'Write 30m, 4h, 2d, 1w or a sum in the order of 1d12h.' };
}

/** A zone: GK1215. */
export function notAZone(): Wrong {
  return { code: 'GK1215', message: 'not a time zone', hint: 'Write a name of the IANA database, such as Europe/Berlin or UTC.' };
}

type Judge = (cloud: CloudSyntax, value: string) => Wrong | undefined;

const PARTS: Readonly<Record<'scope' | 'place' | 'role' | 'principal', { readonly judge: Judge; readonly otherwise: Wrong }>> = {
  scope: {
    judge: wrongScope,
    otherwise: { code: 'GK1208', message: 'not a place and not a scope', hint: 'Write a place, or a scope as the cloud itself does.' },
  },
  place: { judge: wrongScope, otherwise: { code: 'GK1208', message: 'not a scope', hint: 'Write the scope as the cloud itself does.' } },
  role: { judge: wrongRole, otherwise: { code: 'GK1209', message: 'not a role', hint: 'Write the role as the cloud itself does.' } },
  principal: {
    judge: (cloud, value) => wrongMember(cloud, value, 'other'),
    otherwise: { code: 'GK1210', message: 'not an identity', hint: 'Write the identity as the cloud itself does.' },
  },
};

/** Of `gcp-role` and the like. The cloud itself has the better words, so it is asked first. */
function wrongForCloud(shape: string, value: string, clouds: readonly CloudSyntax[]): Wrong {
  const cut = shape.lastIndexOf('-');
  const { judge, otherwise } = PARTS[shape.slice(cut + 1) as keyof typeof PARTS];
  const cloud = clouds.find((one) => one.name === shape.slice(0, cut));
  return (cloud === undefined ? undefined : judge(cloud, value)) ?? otherwise;
}
