import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from '@jest/globals';
import { onObserved } from '#decider';

const root = join(import.meta.dirname, '../..');
const file = join(process.env.TRACE_TO!, `${process.pid}.ndjson`);

onObserved((observed) => {
  const spec = relative(root, expect.getState().testPath ?? '');
  appendFileSync(file, `${JSON.stringify({ ...observed, spec })}\n`);
});
