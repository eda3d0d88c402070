import type { Directory } from '../domain/directory.ts';

/** Names that a text may mean: a name, a login, an identity or its part behind the colon; one for each human. */
export function namesFor(directory: Directory, text: string): readonly string[] {
  if (directory.has(text)) return [text];
  const folded = text.toLowerCase();
  const found = [...directory.values()].filter((one) => {
    const words = [one.github, one.fullName, ...[...one.identities.values()].flatMap((id) => [id, id.slice(id.indexOf(':') + 1)])];
    return words.some((word) => word?.toLowerCase() === folded);
  });
  return [...new Set(found.map((one) => one.person ?? one.name))];
}
