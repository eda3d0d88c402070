import type { CloudName, Member, MemberKind, Scope } from './access.ts';
import type { MeasureKind } from './measure.ts';

/** Either the thing, or what is wrong with the text and how to write it right. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string; readonly hint?: string };

export type Support = { readonly can: true; readonly how: string } | { readonly can: false; readonly why: string };

/** What a cloud can do, as data; the docs are made from it. */
export interface Capabilities {
  /** The cloud itself stops the access at the end. */
  readonly nativeExpiry: Support;
  /** The cloud itself holds the access back until the start. */
  readonly nativeStart: Support;
  /** Whether files may choose who ends the access (`enforce`). */
  readonly chosenEnder: Support;
  readonly ownConditions: Support;
  readonly endsSessions: Support;
  /** Whether a binding made by hand can stand beside ours for the same scope, role and member. */
  readonly besideTwin: Support;
  readonly unitOfWrite: 'policy' | 'binding';
  /**
   * For how many milliseconds after a write a reader may show what was there before, and a further write go through all the same;
   * absent: a write is refused where what it was planned on is not what stands.
   */
  readonly staleFor?: number;
  /** Where `drift` and `recall` look for what many scopes hold at once; absent where each scope must be read. */
  readonly index?: Extract<Support, { can: true }>;
  /** What goes on after a binding was taken away, and for how long at most. */
  readonly outlasts?: readonly Outlasting[];
}

/** Something that no removal of a binding ends at once. */
export interface Outlasting {
  /** Of which kind of identity; absent where the kind does not matter. */
  readonly kind?: MemberKind;
  readonly what: string;
  /** For people: `up to 1 h`. */
  readonly longest: string;
  /** Where the cloud publishes it: `Cloud Storage: Signed URLs`. */
  readonly source?: string;
  /** The measure that ends it, where one was taken. */
  readonly endedBy?: MeasureKind;
}

/** How a cloud's things are written in files: pure, and light enough for `validate`. */
export interface CloudSyntax {
  readonly name: CloudName;
  /** For people: `Google Cloud`. */
  readonly title: string;
  readonly capabilities: Capabilities;
  /** A scope as files write it: `projects/payments-prod`, `/subscriptions/…`. */
  scope(text: string): Parsed<Scope>;
  /** The same where a cloud has several spellings of one scope, of which files may use one. */
  written?(text: string): Parsed<Scope>;
  /** True when the text is a raw scope rather than a place. */
  isRawScope(text: string): boolean;
  /** Whether `inner` is `outer` or lies below it, as far as the text alone tells. */
  covers(outer: Scope, inner: Scope): boolean;
  /** Whether scopes below may not show it in their text: a folder, an organization, a management group. */
  isContainer(scope: Scope): boolean;
  /** An identity as policy/people writes it; `kind` is what the directory says it is. */
  member(text: string, kind: MemberKind): Parsed<Member>;
  /** A role as files write it. What it can do is the reader's to find out. */
  role(text: string): Parsed<string>;
}
