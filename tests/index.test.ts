import { expect, test } from 'vitest';
import * as synoptic from '../src/index.ts';

test('the public interface', () => {
  expect(Object.keys(synoptic).sort()).toEqual([
    'BuildFailure',
    'DEFAULT_FORMATS',
    'EXIT',
    'FORMATS',
    'STAGES',
    'VERSION',
    'add',
    'briefingJsonSchema',
    'briefingsIn',
    'build',
    'buildAll',
    'check',
    'checkAll',
    'checkJsonSchema',
    'claimJson',
    'compareEditions',
    'configJsonSchema',
    'exitOf',
    'explain',
    'listClaims',
    'listSources',
    'loadFormats',
    'logJsonSchema',
    'nodeSystem',
    'poll',
    'publishAllTo',
    'publishTo',
    'statusOf',
    'statusOfAll',
  ]);
});
