/** What Git says no to; the docs are made from this table. */
export const GIT_CODES: Readonly<Record<string, string>> = {
  GK7001: 'The folder is not inside a Git work tree.',
  GK7002: 'The repository belongs to another user, so Git refuses to read it.',
  GK7003: 'The clone is shallow: its history is cut off, so nothing can be decided from it.',
  GK7004: 'The program git could not be started.',
  GK7005: 'A command of Git failed.',
  GK7006: 'The repository has no commit yet.',
  GK7007: 'An object of the repository is missing, or is no file.',
  GK7008: 'Git was given, or gave back, something that does not read.',
};
