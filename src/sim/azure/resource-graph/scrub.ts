const MAIL = /[^\s"'<>()[\]{},;:=|]+@[^\s"'<>()[\]{},;:=|@]+\.[A-Za-z]{2,}/g;

/** Azure Resource Graph, "Known limitations": what looks like personal data is not kept in its tables. */
export function scrubbed(text: string | null): string | null {
  return text?.replaceAll(MAIL, '***') ?? null;
}
