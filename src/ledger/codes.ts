/** What `verify` has against a ledger; the docs are made from this table. */
export const LEDGER_CODES: Readonly<Record<string, string>> = {
  GK8001: 'A line does not read: it was changed or cut off.',
  GK8002: 'A line does not have the hash that it names: it was changed.',
  GK8003: 'A line does not follow from the one before it: one was dropped, added, moved or replaced.',
  GK8004: 'The file does not end with the end of a line: its end is cut off.',
  GK8005: 'A file that is no month of a ledger.',
  GK8006: 'The hash that was named is that of no line: the end of the ledger is cut off, or it is another ledger.',
};
