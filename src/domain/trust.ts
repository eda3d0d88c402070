/** One thing that is asked of a token: a claim against texts, any of which will do. */
export interface ClaimTest {
  /** As GitHub names it, such as `sub`. */
  readonly claim: string;
  readonly how: 'is' | 'begins' | 'matches';
  readonly values: readonly string[];
}

/** What a cloud asks of the token of a workflow before it lets it act as us. */
export interface Trust {
  /** What asks, for people: `provider github of the pool ci`. */
  readonly name: string;
  /** The call that told. */
  readonly source: string;
  readonly issuer: string;
  /** Audiences that are not the cloud's own, so that a token made for something else fits. */
  readonly strayAudiences: readonly string[];
  /** Ways in, of each of which every test must hold; one without a test lets everybody in. A text where it says more than can be judged. */
  readonly ways: readonly (readonly ClaimTest[])[] | string;
}
