/**
 * The validators without what they say of errors: one function for each kind that only answers whether a document is right, and fills in
 * defaults. Nearly every document is right, and what is said of the others is more than half of the module that each run would read.
 *
 * ajv counts errors apart from keeping them, in the same places, so that a count without the errors is the same count.
 */
export function verdictsModule(validators: string): string {
  const code = SHORTER.reduce((text, [long, make]) => text.replaceAll(long, make), validators.slice(0, validators.indexOf(HELPERS)));
  if (/vErrors|instancePath|schemaPath/.test(code)) throw new Error('ajv keeps errors in another form: mend SHORTER');
  return `${code}${FEW}\n`;
}

const HELPERS = 'function noted(';

type Shorter = readonly [long: RegExp, make: (whole: string, ...groups: string[]) => string];

/** In this order: each step goes on with what the ones before have made. */
const SHORTER: readonly Shorter[] = [
  [/^vErrors = .*;\n/gm, () => ''],
  [/^validate\d+\.(?:errors|evaluated) = .*;\n/gm, () => ''],
  [
    /^function (validate\d+)\(data, \{.*\}=\{\}\)\{\n\/\*.*\*\/;\nlet vErrors = null;\nlet errors = 0;\nconst (evaluated\d+) = .*;\nif\(\2\.dynamicProps\)\{\n.*\n\}\nif\(\2\.dynamicItems\)\{\n.*\n\}\n/gm,
    (_, name) => `function ${name}(data){\nlet errors = 0;\n`,
  ],
  [/ ?\{\nerrors\+\+;\n\}\n/g, () => ' errors++;\n'],
  // What must fit a pattern must be a text.
  [/^if\(typeof (\w+) !== "string"\) errors\+\+;\n(?=if\(!fits\(\1, )/gm, () => ''],
  [
    /^let (data\d+) = (data[\w.[\]]+);\nif\(!fits\(\1, (pattern\d+)\)\) errors\+\+;\n/gm,
    (_, _name, value, form) => `if(!fits(${value}, ${form})) errors++;\n`,
  ],
  [
    /^const (len\d+) = (data\d*)\.length;\nfor\(let (i\d+)=0; \3<\1; \3\+\+\)\{\nif\(!fits\(\2\[\3\], (pattern\d+)\)\) errors\+\+;\n\}\n/gm,
    (_, _length, list, _at, form) => `errors += misfits(${list}, ${form});\n`,
  ],
  [/^const (i\d+) = twins\((\w+)\);\nif\(\1 !== null\) errors\+\+;\n/gm, (_, _at, list) => `if(twins(${list})) errors++;\n`],
  [
    /^if\((data[\w.]+) !== undefined\)\{\nif\((.*)\) errors\+\+;\n\}\n(?!else)/gm,
    (_, value, wrong) => `if(${value} !== undefined && (${wrong})) errors++;\n`,
  ],
];

const FEW = `function fits(value, pattern) {
return typeof value === "string" && pattern.test(value);
}
function misfits(list, pattern) {
let count = 0;
for(const item of list) if(!fits(item, pattern)) count++;
return count;
}
function twins(list) {
const seen = new Set();
for(const item of list){
if(seen.has(item)) return true;
if(typeof item === "string") seen.add(item);
}
return false;
}`;

export function verdictsTypes(kinds: readonly string[]): string {
  const lines = kinds.map((kind) => `export declare const ${kind}: Verdict;`);
  return `// Written by \`npm run generate\` from scripts/schemas; do not edit.
/** Whether a document is right by its schema. Defaults are filled in. */
export type Verdict = (data: unknown) => boolean;
${lines.join('\n')}
`;
}
