import { type Directory, leftAt } from '../domain/directory.ts';
import type { MergedRequest, Review } from '../domain/request.ts';

/** What reviews are judged against. */
export interface Bar {
  readonly directory: Directory;
  /** People whose approval does not count, and why. */
  readonly barred: ReadonlyMap<string, string>;
  /** Whether a commit other than the head holds the same content, so that an approval of it still counts. */
  sameAt(commit: string): boolean;
}

export interface Approvals {
  /** Names of people whose approval counts, whoever may approve. */
  readonly people: ReadonlySet<string>;
  /** People whose last word is a request for changes. */
  readonly against: ReadonlySet<string>;
  /** One sentence for each approval that does not count. */
  readonly discounted: readonly string[];
}

/** The people who approved what landed: at the merge, by their last word, on this content, and not for themselves. */
export function approvalsOf(request: MergedRequest, bar: Bar): Approvals {
  const people = new Set<string>();
  const against = new Set<string>();
  const discounted: string[] = [];
  for (const review of lastWords(request)) {
    const persons = peopleOf(bar.directory, review.login);
    if (review.state === 'changes-requested') for (const person of persons) against.add(person);
    if (review.state !== 'approved') continue;
    const why = discount(review, persons, request, bar);
    if (why === undefined) people.add(persons[0] as string);
    else discounted.push(`the approval of ${review.login} does not count: ${why}`);
  }
  return { people, against, discounted };
}

/**
 * The last word of each login before the merge. A comment is no word, a later word replaces an earlier one, also when it is a
 * dismissal, and a bot has none (GitHub, "About pull request reviews"; logins do not differ by case).
 */
export function lastWords(request: MergedRequest): readonly Review[] {
  const words = new Map<string, Review>();
  const inTime = request.reviews.filter((review) => !review.bot && review.state !== 'commented' && review.at <= request.mergedAt);
  for (const review of inTime.toSorted((a, b) => a.at - b.at)) words.set(review.login.toLowerCase(), review);
  return [...words.values()];
}

/** The people behind a login: one, or none; two where policy/people names a login twice, and then it is nobody's. */
export function peopleOf(directory: Directory, login: string): readonly string[] {
  const known = logins.get(directory) ?? byLogin(directory);
  logins.set(directory, known);
  return known.get(login.toLowerCase()) ?? [];
}

/**
 * The people of a landing, who are also found by the logins that policy gives them now: GitHub shows old reviews under the login
 * that somebody has today. A login that the landing knew itself stays with whom it meant then.
 */
export function withRenames(then: Directory, now: Directory): Directory {
  if (then === now) return then;
  const cached = renamed.get(then)?.get(now);
  if (cached !== undefined) return cached;
  const later = [...byLogin(now)].map(([login, people]) => [login, people.filter((person) => then.has(person))] as const);
  const known = new Map([...later.filter(([, people]) => people.length > 0), ...byLogin(then)]);
  const directory: Directory = new Map(then);
  logins.set(directory, known);
  renamed.set(then, (renamed.get(then) ?? new WeakMap<Directory, Directory>()).set(now, directory));
  return directory;
}

const renamed = new WeakMap<Directory, WeakMap<Directory, Directory>>();

/** By login in lower case: every review of a history is looked up in the same few directories. */
const logins = new WeakMap<Directory, ReadonlyMap<string, readonly string[]>>();

function byLogin(directory: Directory): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, string[]>();
  for (const { github, person } of directory.values()) {
    if (github === undefined || person === undefined) continue;
    const known = people.get(github.toLowerCase()) ?? [];
    if (!known.includes(person)) people.set(github.toLowerCase(), [...known, person]);
  }
  return people;
}

function discount(review: Review, persons: readonly string[], request: MergedRequest, bar: Bar): string | undefined {
  const [person] = persons;
  if (person === undefined) return 'no person of policy/people has this login';
  if (persons.length > 1) return `${persons.join(' and ')} share this login`;
  const left = leftAt(bar.directory, person);
  if (left !== undefined && left <= request.mergedAt) return `${person} had left`;
  const why = bar.barred.get(person);
  if (why !== undefined) return `${person} ${why}`;
  if (review.commit === undefined) return 'the commit that was looked at is no longer known';
  if (review.commit !== request.head && !bar.sameAt(review.commit)) return 'it was given to an earlier version';
  if (request.turnedAt !== undefined && review.at <= request.turnedAt) return 'it was given before the request was turned to another base';
  return undefined;
}
