import { expect, it } from 'vitest';
import { unknownCloud, unknownEnvironment, unknownRole } from '../../src/grants/unknown.ts';
import { controlWith } from './assembled.ts';

const control = controlWith();

it('knows what there is', () => {
  expect(unknownRole(control, 'debug', '/x')).toBeUndefined();
  expect(unknownCloud(control, 'gcp:roles/x', '/x')).toBeUndefined();
  expect(unknownEnvironment(control, 'none', '/x')).toBeUndefined();
});

it('says what there is instead', () => {
  expect(unknownRole(control, 'debugg', '/x')).toMatchObject({ code: 'GK1306', hint: 'Did you mean `debug`?' });
  expect(unknownCloud(control, 'gpc:roles/x', '/x')).toMatchObject({ code: 'GK1315', severity: 'error' });
  expect(unknownEnvironment(control, 'prood', '/x')).toMatchObject({ code: 'GK1316', severity: 'warning' });
});
