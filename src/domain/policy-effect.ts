/** One thing that new control files do: to a grant that has not ended, or to who somebody is. */
export interface PolicyEffect {
  readonly kind: 'withdrawn' | 'wider' | 'refused' | 'allowed' | 'identity';
  /** The grant, or the name of policy/people. */
  readonly name: string;
  readonly what: string;
}
