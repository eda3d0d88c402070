/** A mutant that no test can kill, because the program does the same with it, and why. */
export interface Equivalent {
  readonly file: string;
  /** What stands in the source, with runs of blanks as one. */
  readonly was: string;
  readonly put: string;
  /** Something that its line holds, where the same change elsewhere in the file is no such mutant. */
  readonly on?: string;
  readonly why: string;
}

type Row = readonly [was: string, put: string, on?: string];

function same(file: string, why: string, ...rows: readonly Row[]): readonly Equivalent[] {
  return rows.map(([was, put, on]) => ({ file: `src/${file}.ts`, was, put, why, ...(on === undefined ? {} : { on }) }));
}

const MEMORY = 'what was worked out is remembered, and worked out again it is the same';
const NO_NAME = 'what has no name is found under none, so the look-up alone gives the same';
const BENDS = 'a fault that bends under trust-branch-protection is any that bends neither under warn nor never';
const NUL = 'a separator that no part holds; without it the keys of what is told apart still differ';

export const EQUIVALENT: readonly Equivalent[] = [
  ...same('grants/check-access', 'what begins with a slash is no place, and was read as a scope or refused', ['<', '<=', 'cut < 0']),
  ...same('grants/control-files', 'every file that comes here lies in a folder', ["''", "'another'", 'const [, folder']),
  ...same('grants/directory', 'both fold the case of a login, which is ASCII', ['toLowerCase', 'toUpperCase', 'one.github']),
  ...same('grants/document-bounds', 'nothing stands before the start of a text', ['start === 0', 'false']),
  ...same('grants/document', 'what begins with no document has nothing in it, and only that', ['||', '&&', 'EVENT_ID.DOCUMENT']),
  ...same(
    'ledger/chain',
    'a line that does not match is known by the missing number, and the other parts are then not used; those that match are never missing',
    ["''", "'another'"],
  ),

  ...same('ledger/lateness', 'a line without it is like any other without it, and of such a cloud nothing is printed', [
    "''",
    "'another'",
    'access = ',
  ]),
  ...same('ledger/months', 'a month that is named is there', ["''", "'another'"]),
  ...same('ledger/verify', 'a month that is named is there', ["''", "'another'"]),
  ...same('ledger/facts', 'a line without it is in no scope that was read, and about no access that is live', ["''", "'another'"]),
  ...same('ledger/facts', 'what is joined of nothing is not looked at', ['missing.length === 0', 'false']),
  ...same('ledger/facts', 'both fold the case of a path', ['toLowerCase', 'toUpperCase', 'path.toLowerCase']),

  ...same('policy/approval', 'neither false nor undefined is the same content', ['false', 'undefined', 'sameAt']),
  ...same('policy/approval', 'renames from one directory to itself are none', ['people === control.directory', 'false']),
  ...same('policy/asking', 'nobody is in no list of names', ['person === undefined', 'false']),
  ...same('policy/barred', NO_NAME, ['grant.requestedBy === undefined', 'false']),
  ...same(
    'policy/calendar',
    MEMORY,
    ['clock.times.size >= MOST', 'true'],
    ['clock.times.size >= MOST', 'false'],
    ['>=', '>', 'clock.times.size'],
    ['>=', '<', 'clock.times.size'],
    ['clock.times.clear();', ';'],
    ['clock.times.set(at, known);', ';'],
    ['known !== undefined', 'false'],
    ['clocks.set(timeZone, made);', ';'],
  ),
  ...same('policy/cel-cost', MEMORY, ['known.set(facts, sizes);', ';']),
  ...same(
    'policy/cel-cost',
    'the sum of one count is that count',
    ['only !== undefined && more.length === 0', 'false'],
    ['!==', '===', 'only !== undefined'],
  ),
  ...same('policy/cel-facts', MEMORY, ['known.set(asked, own);', ';'], ['own.set(use, facts);', ';'], ['first !== undefined', 'false']),
  ...same('policy/cel-facts', NO_NAME, ['use.catalogueRole === undefined', 'false']),
  ...same('policy/cel', MEMORY, ['compiledBefore.set(rules, known);', ';']),
  ...same(
    'policy/cel',
    'the word is asked for only where the pattern fitted, and nothing is near to no word',
    ["''", "'another'", 'Unknown variable'],
    ['kind === undefined', 'false'],
  ),
  ...same('policy/effect', 'a mark that is not data is as good as none, as long as it is not the one for data', [
    "''",
    "'another'",
    "'data'",
  ]),
  ...same('policy/form', BENDS, ["'trust-branch-protection'", "''"]),
  ...same('policy/landing', BENDS, ["'trust-branch-protection'", "''"]),
  ...same('policy/shortage', BENDS, ["'trust-branch-protection'", "''"]),
  ...same('policy/judge', NUL, ["'\\n'", "''"]),
  ...same('policy/need', 'a role of a cloud has no key of the catalogue', ["entry.kind === 'catalogue'", 'true']),
  ...same('policy/need', 'no demand fits where there is none', ['more.length === 0', 'false']),
  ...same('policy/reviews', 'both fold the case of a login, which is ASCII', ['toLowerCase', 'toUpperCase', 'words.set']),
  ...same('policy/reviews', MEMORY, ['logins.set(directory, known);', ';']),
  ...same(
    'policy/reviews',
    'a login with nobody behind it is as unknown as one that is not there, and those of then come later',
    ['.filter(([, people]) => people.length > 0)', '', 'known = new Map'],
    ['>', '>=', 'known = new Map'],
  ),
  ...same('policy/rules/business-hours', 'without hours none fit, and then nothing is judged', ['hours.length === 0', 'false']),
  ...same('policy/rules/business-hours', 'the message alone tells the problems of one place apart', ['+', '-', 'problem.pointer']),
  ...same('policy/rules/business-hours', 'what is not the begin is the end', ["'end'", "''"]),
  ...same('policy/rules/combination', NUL, ["'\\n'", "''"]),
  ...same('policy/rules/denied-role', NO_NAME, ['catalogueRole === undefined', 'false', 'entries']),
  ...same('policy/rules/max-duration', 'nothing is longer than a ceiling that is not there', ['grants.maxDuration === undefined', 'false']),
  ...same('policy/rules/max-duration', NO_NAME, ['use.catalogueRole === undefined', 'false']),
  ...same('policy/rules/max-duration', 'nothing is longer than a ceiling that is not there', ['most === undefined', 'false']),
  ...same('policy/rules/max-total', 'nothing is longer than a total that is not there', ['most === undefined', 'false']),
  ...same('policy/rules/max-total', NUL, ["'\\n'", "''"]),
  ...same('policy/rules/separation-of-duties', 'no set of roles that are kept apart holds what is no role of the catalogue', [
    'catalogueRole === undefined',
    'false',
  ]),
  ...same('policy/rules/separation-of-duties', NUL, ["'\\n'", "''"]),
  ...same('policy/rules/who-ends', NO_NAME, ['use.catalogueRole === undefined', 'false'], ["''", "'another'", 'catalogueRole']),

  ...same('apply/apply', 'a race with nothing is over at once', ['taking !== undefined', 'true']),
  ...same('apply/apply', 'what takes nothing has taken it before anything is given, as the queue keeps its order', [
    '>',
    '>=',
    'const late',
  ]),
  ...same('apply/apply', 'what is written at once takes, all of it, or gives', ['some', 'every', 'changes.some(takes)']),
  ...same('apply/residue', 'what has ended was live', ["'live' in change", 'true']),
  ...same('apply/verify', NUL, ["' '", "''"]),
  ...same('domain/access', MEMORY, ['known !== undefined', 'false'], ['triples.set(binding, key);', ';'], ['keys.set(binding, key);', ';']),
  ...same('domain/codeowners', 'behind the last letter stands no blank', ['<', '<=', 'at < line.length']),
  ...same('domain/directory', MEMORY, ['humans.set(directory, known);', ';']),
  ...same('domain/directory', NO_NAME, ['principal.person === undefined', 'false', 'directory.get']),
  ...same(
    'domain/glob',
    'what stands before the first star and after the last is compared once more, as a part of the whole',
    ["'*'", "''", 'indexOf'],
    ["'*'", "''", 'lastIndexOf'],
  ),
  ...same(
    'domain/instant',
    MEMORY,
    ['known !== undefined', 'false'],
    ['spelled.size >= MOST_SPELLED', 'true'],
    ['spelled.size >= MOST_SPELLED', 'false'],
    ['>=', '>', 'spelled.size'],
    ['>=', '<', 'spelled.size'],
    ['spelled.clear();', ';'],
    ['spelled.set(at, text);', ';'],
  ),
  ...same(
    'domain/nearest',
    'two words are at least as far apart as their lengths differ',
    ['Math.abs(a.length - b.length) >= limit', 'false'],
    ['>=', '>', 'Math.abs'],
  ),
  ...same(
    'domain/nearest',
    'a row in which all is too far is followed by none that is near',
    ['least >= limit', 'false'],
    ['>=', '>', 'if (least'],
  ),
  ...same('domain/pattern-cursor', 'of several problems the first is told, whatever is read after it', [
    'cursor.at = cursor.chars.length;',
    ';',
  ]),
  ...same('domain/path-pattern', 'two runs of names side by side are one', ['.slice(0, -1)', '', 'const before']),
  ...same('domain/path-pattern', 'what is neither a letter nor a run stands for any one letter', ["'one'", "''"]),
  ...same('domain/nearest', 'before the first letter stands none that could be turned round', ['>', '>=', 'const turned']),
  ...same('reconcile/recalls', 'the identity of one cloud is none of another', ['.filter(([name]) => name === cloud)', '']),
  ...same('reconcile/plan', 'what is not there is joined as nothing', ["'text' in one", 'true']),

  ...same('providers/azure/attempt', 'a mark of ours was read there before', ["''", "'another'", 'readMark'], ['??', '&&', 'readMark']),
  ...same('providers/azure/conditions', 'neither text has a quote, which alone is looked for', ["''", "'another'"]),
  ...same('providers/azure/give', 'neither is a code that Azure has', ["''", "'another'", 'answer.code']),
  ...same(
    'providers/azure/give',
    'Azure finds an assignment by its name in either case, and answers the name as it keeps it',
    ['.toLowerCase()', '', "join('-')"],
    ['toLowerCase', 'toUpperCase', "join('-')"],
  ),
  ...same(
    'providers/azure/settle',
    'a revocation has no binding that is desired',
    ["change.verb === 'revoke'", 'false', 'isShown'],
    ["'revoke'", "''", 'isShown'],
  ),
  ...same('providers/azure/mark', 'neither text is a mark', ["''", "'another'", 'DESCRIPTION.exec']),
  ...same('providers/azure/mark', 'what is missing is no instant', ['end === undefined', 'false']),
  ...same('providers/azure/mark', 'stamp and grant stand in one pattern: both or neither', ['||', '&&', 'stamp === undefined']),
  ...same('providers/azure/time-clause', 'neither text has an end', ["''", "'another'"]),
];
