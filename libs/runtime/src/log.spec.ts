import { describe, expect, it } from '@jest/globals';
import { nestLog, openLog } from './log.js';

function written(pretty: boolean) {
  const lines: string[] = [];
  const log = openLog({ level: 'debug', pretty, destination: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

describe('the log', () => {
  it('is one JSON object a line, without secrets', () => {
    const { log, lines } = written(false);
    log.info(
      { requestId: 'r1', password: 'hunter2', headers: { authorization: 'Bearer abc' } },
      'a line\nwith a break',
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'info',
      service: 'taizhang',
      requestId: 'r1',
      password: '***',
      headers: { authorization: '***' },
      msg: 'a line\nwith a break',
    });
  });

  it('is readable on a terminal, where no value can forge a line or move the cursor', () => {
    const { log, lines } = written(true);
    log.warn({ path: '/a\u001b[2J', count: 3 }, 'first\n12:00:00 info second');
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d warn {2}first\\u000a12:00:00 info second · path="\/a\\u001b\[2J" count=3\n$/,
    );
    log.error({ err: new Error('broken') }, 'it broke');
    expect(lines[1]).toMatch(/ error it broke\nError: broken\n {4}at /);
  });

  it('takes in what Nest says, and its start-up talk as debug', () => {
    const { log, lines } = written(false);
    nestLog(log).log('Mapped {/x, GET} route', 'RouterExplorer');
    nestLog(log).error(new Error('broken'), 'ExceptionsHandler');
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(['debug', 'error']);
    expect(JSON.parse(lines[0]!).context).toBe('RouterExplorer');
  });
});
