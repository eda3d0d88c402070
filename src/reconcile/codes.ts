/** Why a plan holds something back; the docs are made from this table. */
export const PLAN_CODES: Readonly<Record<string, string>> = {
  // 30xx: the whole run
  GK3001: 'The commit that is checked out is not known to be the tip of the default branch.',
  GK3002: 'The clocks of this machine and of a cloud are more than 300 seconds apart.',
  GK3003: 'There is no grant file at all, while bindings of ours are live.',
  GK3004:
    'The newest control files have findings, so the version before them counts, and nothing is granted or changed. With GK3008 alone they count.',
  GK3005: 'A version of a control file is not proved approved, so it does not count.',
  GK3006: 'There is no policy/policy.yaml in the history of the branch.',
  GK3007: 'A recall names somebody whom policy/people never knew, so it takes nothing from anybody.',
  GK3008:
    'An approved version of a control file landed by a push or past the rules: it counts, but nothing is granted or changed until the file has landed under them.',
  GK3009: 'The commit that an earlier run saw as the tip of the default branch is no part of its history any more. It holds nothing back.',
  // 31xx: one grant
  GK3101: 'The id of the grant is spent: an id is never used again.',
  GK3102: 'Whether the grant was approved could not be found out in this run.',
  GK3103: 'The end of the grant had passed when it landed.',
  GK3104: 'The file of the grant does not read, so what was approved before counts.',
  GK3105: 'The id landed before the recall of one of its principals was lifted, so it stays dead for that human.',
  // 32xx: the guard
  GK3201: 'More would be withdrawn than the guard lets through.',
  GK3202: 'More would be granted in one run than the guard lets through.',
  GK3203: 'The principal is protected: nothing is withdrawn from it, and nothing granted to it.',
  // 33xx: one binding
  GK3302: 'The scope lies outside of what policy lets the tool write to.',
  GK3304: 'The role can change access or act as others, and the catalogue does not mark it as privileged.',
  GK3305: 'A binding that is not ours stands where ours would have to be.',
  GK3306: 'Another grant holds the same role there with another condition, and the cloud allows only one.',
  GK3307: 'The cloud would refuse the binding: it is above a limit, behind a lock, or against a rule that the cloud keeps itself.',
};
