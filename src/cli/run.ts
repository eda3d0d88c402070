import { compose, type Interrupt, VERSION } from '../compose.ts';
import { isForeseen, troubleExit, troubleText } from '../commands/trouble.ts';
import { writeErr, writeOut } from '../output.ts';
import { colored } from './color.ts';
import type { Parsed, Write } from './program.ts';
import { switchesAlone } from './switches.ts';

/** One run from arguments to exit code. stdout is data, stderr is talk. */
export async function runCli(argv: readonly string[], interrupt: Interrupt): Promise<number> {
  const write = { out: writeOut, err: writeErr };
  const parsed = await parsedFrom(argv, write);
  if (parsed.kind === 'shown') return parsed.exit;
  const { command, options, args } = parsed.invocation;
  const json = options['json'] === true;
  const plain = options['no-color'] === true;
  try {
    const made = await compose(options, interrupt);
    const context = { ...made, print: (line: string) => made.print(colored(line, plain)) };
    const report = await command.run(context, options, args);
    context.progress('');
    write.out(json ? jsonText(report.json) : colored(report.text, plain));
    return report.exit;
  } catch (error) {
    write.err(troubleText(error) + whereItHappened(error, options['verbose'] === true));
    if (json) write.out(jsonText({ error: error instanceof Error ? error.message : String(error) }));
    return troubleExit(error);
  }
}

async function parsedFrom(argv: readonly string[], write: Write): Promise<Parsed> {
  const invocation = await switchesAlone(argv);
  if (invocation !== undefined) return { kind: 'run', invocation };
  const { parseArguments } = await import('./program.ts');
  return parseArguments(argv, VERSION, write);
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function whereItHappened(error: unknown, verbose: boolean): string {
  if (isForeseen(error) || !(error instanceof Error)) return '';
  return verbose ? `${error.stack ?? ''}\n` : '  --verbose shows where it happened.\n';
}
