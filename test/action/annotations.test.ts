import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/action/annotations.ts';

type Told = readonly [kind: string, message: unknown, place: object | undefined];

function annotations(json: object): readonly Told[] {
  const told: Told[] = [];
  const teller = (kind: string) => (message: unknown, place?: object) => void told.push([kind, message, place]);
  annotate({ error: teller('error'), warning: teller('warning'), notice: teller('notice') }, json);
  return told;
}

const finding = (more: object = {}) => ({ code: 'GK1204', severity: 'error', message: 'not an instant', ...more });

describe('annotations', () => {
  it('stand on the words that they are about', () => {
    const at = { file: 'grants/a.yaml', line: 7, column: 12, endLine: 7, endColumn: 20 };
    expect(annotations({ findings: [finding(at)] })).toEqual([
      [
        'error',
        'GK1204 not an instant',
        { title: 'GK1204', file: 'grants/a.yaml', startLine: 7, endLine: 7, startColumn: 12, endColumn: 20 },
      ],
    ]);
  });

  it('have no columns over several lines', () => {
    const at = { file: 'grants/a.yaml', line: 7, column: 12, endLine: 9, endColumn: 3 };
    const [[, , place] = []] = annotations({ findings: [finding(at)] });
    expect(place).toEqual({ title: 'GK1204', file: 'grants/a.yaml', startLine: 7, endLine: 9 });
  });

  it('do without a place', () => {
    expect(annotations({ findings: [finding(), finding({ file: 'a', line: null })] }).map(([, , place]) => place)).toEqual([
      { title: 'GK1204' },
      { title: 'GK1204', file: 'a' },
    ]);
  });

  it.each(['error', 'warning', 'notice'])('of kind %s leave room within the ten that GitHub shows', (severity) => {
    const findings = Array.from({ length: 30 }, (_, at) => finding({ severity, message: `number ${at}` }));
    const told = annotations({ findings });
    expect(told).toHaveLength(9);
    expect(told.every(([kind]) => kind === severity)).toBe(true);
    expect(told.at(-1)?.[1]).toBe('22 more; the log has all of them');
  });

  it('are counted by kind, and eight need no count', () => {
    const findings = ['error', 'warning'].flatMap((severity) => Array.from({ length: 8 }, () => finding({ severity })));
    expect(annotations({ findings }).map(([kind]) => kind)).toEqual([
      ...Array<string>(8).fill('error'),
      ...Array<string>(8).fill('warning'),
    ]);
  });

  it('need findings', () => expect([...annotations({}), ...annotations({ findings: 1 })]).toEqual([]));
});
