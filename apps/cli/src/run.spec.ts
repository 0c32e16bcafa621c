import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { told } from './testing-ledger.js';

describe('the command line', () => {
  it('tells what there is when it is told nothing, and that this was no use of it', async () => {
    const { code, out, talk } = await told([]);
    expect(code).toBe(2);
    expect(out).toBe('');
    for (const name of [
      'token',
      'post',
      'import',
      'verify',
      'simulate',
      'rebuild',
      'parked',
      'backup',
      'restore',
      'doctor',
    ])
      expect(talk).toContain(name);
  });

  it.each(['token', 'post', 'import', 'verify', 'simulate', 'rebuild', 'parked', 'backup', 'restore', 'doctor'])(
    'has help with usage, examples and exit codes for %s, as data',
    async (name) => {
      const { code, out, talk } = await told([name, '--help']);
      expect(code).toBe(0);
      expect(talk).toBe('');
      expect(out).toContain(`taizhang ${name}`);
      expect(out).toContain('Examples');
      expect(out).toContain('Exit codes');
      expect(out).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it('suggests the command that was meant', async () => {
    const { code, talk } = await told(['improt']);
    expect(code).toBe(2);
    expect(talk).toContain('Did you mean import?');
    expect(talk).toContain('是否为 import？');
  });

  it('answers an unknown option with the way to help', async () => {
    const { code, talk } = await told(['token', '--cleint', 'x']);
    expect(code).toBe(2);
    expect(talk).toContain('taizhang token --help');
  });

  it('says the same to machines when asked for JSON', async () => {
    const { code, out } = await told(['token', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { exitCode: 2 } });
  });

  it('says how to reach a ledger that does not answer', async () => {
    const { code, talk } = await told([
      'post',
      'energy',
      'cases/A',
      'AcceptRectification',
      '--data',
      '{}',
      '--url',
      'http://127.0.0.1:1',
      '--token',
      'x',
    ]);
    expect(code).toBe(3);
    expect(talk).toContain('npm start');
  });
});

describe('a queue', () => {
  it.each([
    [{}, 'set KAFKA_BROKERS'],
    [{ KAFKA_BROKERS: 'kafka' }, 'host:port'],
  ])('that %j does not name is asked for', async (env, says) => {
    const { code, talk } = await told(['parked', 'list', '--department', 'energy'], { env });
    expect(code).toBe(2);
    expect(talk).toContain(says);
  });
});

describe('a token', () => {
  it.each([
    [['--client', 'desk'], '--role'],
    [['--client', 'desk', '--role', 'king'], 'There is no role king'],
    [['--client', 'desk', '--role', 'auditor', '--ttl', '0h'], '8h'],
    [['--client', 'desk', '--role', 'auditor', '--ttl', '900d'], '8h'],
  ])('is not minted from %j', async (args, says) => {
    const { code, talk, out } = await told(['token', ...args, '--data', '/nonexistent/never-made']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(talk).toContain(says);
    expect(existsSync('/nonexistent')).toBe(false);
  });
});

describe('the words of a department', () => {
  it('are listed with where they go and what they mean', async () => {
    const { out, code } = await told(['post', 'energy', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('OrderRectification');
    expect(out).toContain('cases/<caseId>');
    expect(out).toContain('责令限期整改');
    expect(out).not.toContain('ExpireRectification');
  });

  it('are explained field by field, parts and all', async () => {
    const { out } = await told(['post', 'energy', 'AssignSupervisionTask', '--help']);
    expect(out).toContain('POST /energy/cases/<caseId>/assign-supervision-task');
    expect(out).toMatch(/planId {2}text/);
    expect(out).toMatch(/enterprise {2}\{…\}/);
    expect(out).toMatch(/ {4}uscc {2}text/);
    expect(out).toMatch(/siteId\? /);
    expect(out).toContain('MANDATORY_LIMIT|EQUIPMENT_ELIMINATION|PRICE_POLICY|FOLLOW_UP');
  });

  it.each([
    [['post', 'enregy', 'cases/A', 'OrderRectification'], 'There is no department enregy'],
    [['post', 'energy', 'cases/A', 'OrderRectificaton'], 'Did you mean OrderRectification'],
    [['post', 'energy', 'cases/A', 'ExpireRectification'], 'recorded by the ledger itself'],
    [['post', 'energy', 'permits/A', 'OrderRectification', '--data', '{}'], 'cases/<caseId>'],
    [['post', 'energy', 'cases/A', 'OrderRectification', '--data', '{'], 'not JSON'],
    [['post', 'energy', 'cases/A', 'OrderRectification', '--data', '{}', '--file', 'x'], 'not both'],
    [['post', 'energy', 'cases/A', 'OrderRectification', '--file', '/nowhere.json'], 'Cannot read /nowhere.json'],
    [['post', 'energy', 'cases/A'], 'cases/BL-2021-001 OrderRectification'],
  ])('are insisted on: %j', async (args, says) => {
    const { code, talk } = await told(args);
    expect(code).toBe(2);
    expect(talk).toContain(says);
  });
});

describe('a simulation', () => {
  it('prints its steps without posting any', async () => {
    const { code, out } = await told(['simulate', '--print', '--seed', '5']);
    expect(code).toBe(0);
    const steps = out.trimEnd().split('\n');
    expect(JSON.parse(steps[0]!)).toMatchObject({ department: 'industry', command: 'AdoptAnnualPlan' });
  });

  it('has enterprises enough to live every path', async () =>
    expect(await told(['simulate', '--enterprises', '3'])).toMatchObject({ code: 2 }));
});
