import { DatabaseError } from 'pg';
import { Unavailable } from '../errors.js';

/** The server going away under the session, as FATAL tells it; the rest of class 57 only ends a statement. */
const SESSION_ENDED = /^(57P0[1-5]|08...)$/;
/** The statement was rolled back for want of something that may be there later. */
const ROLLED_BACK = /^(40...|53...|57014|55P03|58...|25006)$/;
const SOCKET = /^E[A-Z_]+$/;
const CLIENT_SAYS =
  /^(Connection terminated|Client was closed|Client has encountered a connection error|timeout e|The database did not answer)/;

/** Whether the session is gone, so that nobody can tell what became of the statement in it. */
export function isConnectionLoss(error: unknown): boolean {
  const { code = '', severity, message = '', errors } = error as Partial<DatabaseError & AggregateError>;
  if (errors) return errors.every(isConnectionLoss);
  if (severity) return severity === 'FATAL' || severity === 'PANIC' || SESSION_ENDED.test(code);
  return SOCKET.test(code) || CLIENT_SAYS.test(message);
}

/** What PostgreSQL's error means to a caller of the port. What is not known here is a bug, and stays itself. */
export function translated(error: unknown): unknown {
  if (error instanceof DatabaseError && isMisconfigured(error)) return error;
  if (error instanceof DatabaseError && error.code === '53100')
    return new Unavailable('The disk of the database is full; nothing was written, and reads go on', {
      cause: error,
      reason: 'full',
    });
  if (isConnectionLoss(error)) return new Unavailable('The database cannot be reached', { cause: error });
  if (error instanceof DatabaseError && ROLLED_BACK.test(error.code ?? ''))
    return new Unavailable(`The database rolled back: ${error.message}`, { cause: error });
  return error;
}

/** A wrong password, role or database does not become right by waiting. */
const isMisconfigured = ({ code = '' }: DatabaseError) => code.startsWith('28') || code.startsWith('3D');
