import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

describe('the plan, row by row', () => {
  it('is carried out by commands with specs, shown somewhere, and written down as it is', async () => {
    const trace = spawn(process.execPath, [join(import.meta.dirname, '../trace/trace.ts'), '--check'], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    const [said, complaints, [status]] = await Promise.all([
      text(trace.stdout),
      text(trace.stderr),
      once(trace, 'exit'),
    ]);
    expect({ complaints, status }).toEqual({ complaints: '', status: 0 });
    expect(said).toMatch(/^88 of 88 rows/);
  }, 600_000);
});
