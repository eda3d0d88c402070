/** GitHub, "About code owners": the places where it looks for the file, besides `.github`. */
const CODEOWNERS = new Set(['codeowners', 'docs/codeowners']);

/**
 * Whether a path decides who may get or approve access: policy, workflows, code owners, and `.gitattributes`, which can hide a
 * change from review. Case is folded: a path that is none on one machine may be one on the next.
 */
export function isControlFile(path: string): boolean {
  const folded = path.toLowerCase();
  if (folded.startsWith('policy/') || folded.startsWith('.github/')) return true;
  return CODEOWNERS.has(folded) || folded === '.gitattributes' || folded.endsWith('/.gitattributes');
}

/** A file that recalls somebody: adding one needs no approval, deleting it does. */
export function isRecallFile(path: string): boolean {
  return path.toLowerCase().startsWith('recalls/');
}
