import type { Figures, Report } from './report.ts';

const WORDS: Readonly<Record<string, string>> = {
  planted: 'Faults that are planted into the engine',
  small: 'Small worlds, all of them',
  faults: 'Every fault at every call',
  git: 'Worlds on real Git',
  storms: 'Five writers on one policy',
  lag: 'Late answers of Azure',
  convergence: 'How soon worlds come to rest',
  zones: 'Time zones and locales',
  fuzz: 'Input that is nearly right',
  mutation: 'Mutants of the core',
  worlds: 'Worlds',
};

/** The figures as a page. Lines are data, so they stand in a block of code. */
export function pageOf({ parts }: Report): string {
  return `# Deep tests

Figures of \`npm run test:deep\`, as [reliability](../reliability.md) explains them. Each part names the commit that it tested: parts can be played one after the other, and keep their last figures until they are played again. Written by \`npm run test:deep -- --write\` together with \`deep.json\`, which has all figures; never by hand.

${parts.map(sectionOf).join('\n')}`;
}

function sectionOf(figures: Figures): string {
  const { part, ok, lines } = figures;
  return `## ${WORDS[part] ?? part}

${ok ? 'All held' : '**Something did not hold**'}: ${circumstances(figures)}

\`\`\`text
${lines.join('\n').replaceAll('```', "'''")}
\`\`\`
`;
}

function circumstances({ part, commit, changed, at, node, cores, seconds, wish }: Figures): string {
  const options = Object.entries(wish).map(([name, value]) => ` --${name} ${value}`);
  const where = `commit \`${commit}\`${changed ? ' with changes that were not committed' : ''}`;
  return `${where}, ${at}, ${Math.round(seconds)} s with Node ${node} on ${cores} cores. Again: \`npm run test:deep -- --only ${part}${options.join('')}\`.`;
}
