import type { Outcome } from './part.ts';

const WORDS: Readonly<Record<string, string>> = {
  planted: 'Faults that are planted into the engine',
  small: 'Small worlds, all of them',
  storms: 'Five writers on one policy',
  lag: 'Late answers of Azure',
  convergence: 'How soon worlds come to rest',
  zones: 'Time zones and locales',
  fuzz: 'Input that is nearly right',
  mutation: 'Mutants of the core',
  worlds: 'Worlds',
};

/** The figures of a night as a page. Lines are data, so they stand in a block of code. */
export function pageOf(commit: string, outcomes: readonly Outcome[]): string {
  const parts = outcomes.map(({ part, ok, seconds, lines }) => {
    const state = `${ok ? 'All held' : 'Something did not hold'}; ${Math.round(seconds)} s. Again: \`npm run test:deep -- --only ${part}\`.`;
    return `## ${WORDS[part] ?? part}\n\n${state}\n\n\`\`\`text\n${lines.join('\n').replaceAll('```', "'''")}\n\`\`\`\n`;
  });
  return `# Deep tests\n\nFigures of \`npm run test:deep\` at commit \`${commit}\`, as [reliability](../reliability.md) explains them. Written by \`--page\`, never by hand.\n\n${parts.join('\n')}`;
}
