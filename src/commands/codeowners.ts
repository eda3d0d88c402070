import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCodeowners } from '../grants/codeowners.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { CODEOWNERS } from './reading/checkout.ts';
import { readFiles } from './reading/files.ts';

export const codeowners: Command = {
  name: 'codeowners',
  summary: 'Write CODEOWNERS from teams and policy',
  options: [{ name: 'check', summary: 'Write nothing; end with 3 when the file differs' }],
  action: false,
  async run(context, options) {
    const files = await readFiles(context);
    if (files.control === undefined) return findingsReport(files.findings, files.texts);
    const repository = await context.repository();
    const path = join(repository.root, CODEOWNERS);
    const text = writeCodeowners(files.control);
    const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const same = current === text;
    if (!same && options['check'] !== true) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const said = same ? 'is up to date' : options['check'] === true ? 'differs: run grantkeeper codeowners' : 'was written';
    return {
      exit: exitCode(!same && options['check'] === true ? 'refused' : 'ok'),
      text: `${CODEOWNERS} ${said}\n`,
      json: { path: CODEOWNERS, changed: !same },
    };
  },
};
