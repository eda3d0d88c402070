import type { Finding, Location } from '../domain/finding.ts';

/** Every kind of finding about what people write; the docs are made from this table. Codes never change their meaning. */
export const CODES = {
  // 10xx: the form of the file
  GK1001: { name: 'file-too-big', means: 'The file is larger than its kind may be.' },
  GK1002: { name: 'not-utf8', means: 'The file is not UTF-8.' },
  GK1003: { name: 'hidden-character', means: 'A character that shows nothing or changes how its neighbours are shown.' },
  GK1004: { name: 'not-yaml', means: 'The file is not YAML 1.2.' },
  GK1005: { name: 'empty-file', means: 'The file says nothing.' },
  GK1006: { name: 'not-a-mapping', means: 'The file is a list or a single value instead of keys and values.' },
  GK1007: { name: 'several-documents', means: 'The file holds more than one document, or marks the end of one.' },
  GK1008: { name: 'directive', means: 'A line that begins with % would choose how the file is read.' },
  GK1009: { name: 'anchor', means: 'An anchor (&) gives a value a second life elsewhere.' },
  GK1010: { name: 'alias', means: 'An alias (*) repeats what stands elsewhere.' },
  GK1011: { name: 'tag', means: 'A tag (!) would choose how a value is read.' },
  GK1012: { name: 'merge-key', means: 'A merge key (<<) takes over what stands elsewhere.' },
  GK1013: { name: 'duplicate-key', means: 'The same key stands twice in one mapping.' },
  GK1014: { name: 'too-deep', means: 'Lists and mappings lie inside each other more than eight deep.' },
  GK1015: { name: 'odd-key', means: 'A key that is empty, or itself a list or a mapping.' },
  GK1016: { name: 'comment-cuts-text', means: 'A text without quotes is cut off by a comment on its line.' },
  GK1017: { name: 'doubtful-text', means: 'A text whose line ends not all readers of YAML understand alike.' },
  // 11xx: the schema
  GK1101: { name: 'unknown-key', means: 'A key that is not known here.' },
  GK1102: { name: 'missing-key', means: 'A key that must be there is missing.' },
  GK1103: { name: 'wrong-kind', means: 'A list stands where a text is wanted, a text where a mapping is wanted, and the like.' },
  GK1104: { name: 'unknown-word', means: 'One of a few words is wanted, and this is none of them.' },
  GK1105: { name: 'wrong-count', means: 'Too many or too few entries.' },
  GK1106: { name: 'said-twice', means: 'The same entry stands twice in a list.' },
  GK1107: { name: 'empty-value', means: 'A key without a value.' },
  GK1108: { name: 'out-of-range', means: 'A number below or above what is allowed.' },
  GK1109: { name: 'wrong-form', means: 'A value that does not look as the schema says.' },
  // 12xx: values
  GK1201: { name: 'not-a-name', means: 'A name has other signs than lower-case letters, digits and dashes, or more than 60 of them.' },
  GK1202: { name: 'reserved-id', means: 'Ids that begin with bg- belong to break-glass.' },
  GK1203: { name: 'not-ascii', means: 'Only printable ASCII without spaces may stand here.' },
  GK1204: { name: 'not-an-instant', means: 'A moment is written YYYY-MM-DDThh:mm:ssZ and must exist.' },
  GK1205: { name: 'not-a-duration', means: 'A length of time is a sum of weeks, days, hours and minutes, such as 1d12h.' },
  GK1206: { name: 'no-duration', means: 'A length of time that must be longer than nothing.' },
  GK1207: { name: 'ends-before-start', means: 'The end does not lie after the start.' },
  GK1208: { name: 'not-a-scope', means: 'The cloud has no scope of this form.' },
  GK1209: { name: 'not-a-role', means: 'The cloud has no role of this form, or it can never be granted for a time.' },
  GK1210: { name: 'not-an-identity', means: 'The cloud has no identity of this form.' },
  GK1211: { name: 'no-own-condition', means: 'The cloud cannot hold a condition of your own.' },
  GK1212: { name: 'unsafe-pattern', means: 'The ticket pattern is not a regular expression that needs time in proportion to the text.' },
  GK1213: { name: 'not-a-digest', means: 'A digest is sha256: and 64 hexadecimal digits in lower case.' },
  GK1214: { name: 'not-a-stamp', means: 'A stamp has other signs than lower-case letters, digits and dashes, or more than 24 of them.' },
  GK1215: { name: 'not-a-zone', means: 'The IANA time zone database has no such zone.' },
  GK1216: { name: 'not-a-login', means: 'GitHub has no logins of this form.' },
  GK1217: { name: 'not-below-place', means: 'A role of the catalogue is given at $place, or at something below it.' },
  GK1218: { name: 'not-a-role-glob', means: 'A denied role is a cloud, a colon and a role.' },
  GK1219: { name: 'more-than-one-line', means: 'A text that must stand on one line.' },
  GK1220: { name: 'lets-nothing-through', means: 'An override without any digest.' },
  GK1221: { name: 'not-a-scope-of-a-cloud', means: 'A closed scope is a cloud, a colon and a scope of that cloud.' },
  GK1222: { name: 'not-a-time-of-day', means: 'A time of day is written 08:00.' },
  GK1223: { name: 'hours-end-first', means: 'Working hours end before they begin.' },
  GK1224: { name: 'no-choice-of-end', means: 'Who ends the access is chosen where the cloud leaves no choice.' },
  GK1225: {
    name: 'nothing-in-the-way',
    means: 'Something made by hand is to be adopted or replaced where the cloud keeps ours beside it.',
  },
  GK1226: { name: 'adopt-or-replace', means: 'Something made by hand is to be adopted and replaced at once.' },
  GK1227: { name: 'forbids-its-own', means: 'Policy says who ends access, and forbids just that to all others.' },
  // 13xx: names across files
  GK1301: { name: 'unknown-name', means: 'No file of policy/people has this name.' },
  GK1302: { name: 'name-twice', means: 'Two principals have the same name.' },
  GK1303: { name: 'identity-twice', means: 'Two names stand for the same identity, or the same login.' },
  GK1304: { name: 'not-a-person', means: 'A name of a group, a service or an account stands where a person is wanted.' },
  GK1305: { name: 'no-login', means: 'Somebody who approves has no login.' },
  GK1306: { name: 'unknown-role', means: 'No file of policy/roles has this name.' },
  GK1307: { name: 'unknown-place', means: 'No team has a place of this name.' },
  GK1308: { name: 'place-of-another-team', means: 'The place belongs to another team than the folder.' },
  GK1309: { name: 'place-twice', means: 'Two teams have a place of the same name, or two places are the same scope.' },
  GK1310: { name: 'no-identity', means: 'The principal has no identity in the cloud that is asked for.' },
  GK1311: { name: 'place-without-cloud', means: 'The place has no scope in the cloud that is asked for.' },
  GK1312: { name: 'outside-places', means: "The scope lies under no place of the folder's team." },
  GK1313: { name: 'folder-without-team', means: 'No file of policy/teams owns the folder.' },
  GK1314: { name: 'gives-nothing', means: 'Of the role, nothing is left at this place for this principal.' },
  GK1315: { name: 'unknown-cloud', means: 'Policy says nothing of this cloud.' },
  GK1316: { name: 'unknown-environment', means: 'No place has this environment.' },
  GK1317: { name: 'unknown-rule', means: 'No rule has this name.' },
  GK1318: { name: 'rule-twice', means: 'Two rules have the same name, or one has the name of a rule that is there anyway.' },
  GK1319: { name: 'glass-too-wide', means: 'Break-glass would give more than the role itself allows.' },
  GK1320: { name: 'unknown-team', means: 'No file of policy/teams has this name.' },
  // 14xx: the tree
  GK1401: { name: 'not-yaml-file', means: 'Only .yaml files and README.md may stand in this folder.' },
  GK1402: { name: 'not-a-plain-file', means: 'A symbolic link, a submodule or an executable file.' },
  GK1403: { name: 'wrong-folder', means: 'The file lies too deep, or not deep enough.' },
  GK1404: { name: 'unknown-file', means: 'No file of this name belongs here.' },
  GK1405: { name: 'id-twice', means: 'Two grants have the same id.' },
  GK1406: { name: 'no-policy', means: 'policy/policy.yaml is missing.' },
  // 15xx: what a change may not do
  GK1501: { name: 'codeowners-differs', means: 'CODEOWNERS is not what teams and policy make of it.' },
  GK1502: {
    name: 'condition-not-alone',
    means: 'An own condition that is not one complete expression could get out of the brackets around it.',
  },
  GK1503: {
    name: 'stamp-forgotten',
    means: "The stamp changed, and the old one is not among the former ones: what it marks would be nobody's.",
  },
  GK1504: { name: 'manages-narrowed', means: 'A scope with a live grant would no longer be managed: nothing could be taken away there.' },
  GK1505: { name: 'override-too-long', means: 'An override counts for 24 hours after its landing at the most.' },
  GK1506: {
    name: 'deleted-before',
    means: 'A grant of this id was deleted before; the plan, which asks the clouds, decides whether the id is spent.',
  },
  GK1507: { name: 'ended-before', means: 'The end of this id has passed, and an end that has passed cannot be moved.' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly means: string }>>;

export type Code = keyof typeof CODES;

/** One mistake, with the way to mend it. */
export function mistake(code: Code, at: Location, message: string, hint: string): Finding {
  return { code, severity: 'error', message, hint, at };
}

/** Something odd that holds nothing back. */
export function oddity(code: Code, at: Location, message: string, hint: string): Finding {
  return { code, severity: 'warning', message, hint, at };
}
