/** Why an approval does not count, and what an organisation's own rules say; the docs are made from this table and from `RULES`. */
export const POLICY_CODES: Readonly<Record<string, string>> = {
  // 20xx: approval
  GK2001: 'The commit came to the default branch without a merged pull request, so nobody approved it.',
  GK2002: 'The pull request was merged into another branch than the default branch.',
  GK2003: 'What landed is not what the pull request showed at its last commit.',
  GK2004: 'What landed could not be compared with what was reviewed.',
  GK2005: 'The file is not among the changes that the pull request shows.',
  GK2006: 'Grants and files that decide who may approve them were changed together.',
  GK2007: 'A bot asks, and the grant does not say in whose name.',
  GK2008: 'Policy did not know a name of the grant when it landed.',
  GK2009: 'Nobody who may approve it has approved its last commit.',
  GK2010: 'Too few of those who may approve it have approved its last commit.',
  GK2011: 'The approval that the role needs besides is missing.',
  GK2012: 'Somebody who may approve it asked for changes, and has not approved since.',
  GK2013: 'The file cannot be read as a grant.',
  GK2014: 'A control file needs an approval of its last commit by one of `security`.',
  GK2015: 'Policy does not let who opened the request ask for this principal.',
  GK2016: 'The forge recorded that it came to the default branch by a push, or by bypassing the rules, instead of a merge under them.',
  // 2190, 22xx: rules in CEL
  GK2190: 'A rule of policy/policy.yaml does not compile, so every request is refused.',
  GK2201: 'A rule of policy/policy.yaml says no.',
  GK2203: 'A rule of policy/policy.yaml cannot be used.',
};
