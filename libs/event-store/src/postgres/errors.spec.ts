import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import { isConnectionLoss, translated } from './errors.js';

const said = (code: string, severity = 'ERROR') =>
  Object.assign(new DatabaseError('as PostgreSQL said it', 0, 'error'), { code, severity });
const socket = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('an error of PostgreSQL', () => {
  it('is a full disk when it says so, and reads go on', () => {
    expect(translated(said('53100'))).toMatchObject({ name: 'Unavailable', reason: 'full' });
  });

  it.each([
    ['an administrator’s shutdown', said('57P01', 'FATAL')],
    ['a crash of another session', said('57P02', 'FATAL')],
    ['a server that is starting', said('57P03', 'FATAL')],
    ['too many sessions', said('53300', 'FATAL')],
    ['a refused connection', socket('ECONNREFUSED')],
    ['a reset connection', socket('ECONNRESET')],
    ['a connection that ended', new Error('Connection terminated unexpectedly')],
    ['every address refused', new AggregateError([socket('ECONNREFUSED'), socket('ENETUNREACH')])],
  ])('is unavailability, with the session lost: %s', (_, error) => {
    expect(isConnectionLoss(error)).toBe(true);
    expect(translated(error)).toMatchObject({ name: 'Unavailable', reason: 'unreachable', cause: error });
  });

  it.each(['40001', '40P01', '53200', '55P03', '57014', '58030', '25006'])(
    'is unavailability, with the statement rolled back: %s',
    (code) => {
      expect(isConnectionLoss(said(code))).toBe(false);
      expect(translated(said(code))).toMatchObject({ name: 'Unavailable', reason: 'unreachable' });
    },
  );

  it.each([
    ['a wrong password', said('28P01', 'FATAL')],
    ['a missing database', said('3D000', 'FATAL')],
    ['a missing function', said('42883')],
    ['a broken constraint', said('23505')],
    ['a mistake of our own', new TypeError('undefined is not a function')],
  ])('stays itself where waiting does not help: %s', (_, error) => {
    expect(translated(error)).toBe(error);
  });
});
