import pg from 'pg';

/** Connections that outlive what befalls them. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // A connection that dies while idle is replaced at the next query, which reports what is wrong if something is.
  pool.on('error', () => {});
  // One that dies in the hands of someone fails their next statement; the event alone must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Commits what the work did, or none of it when it throws. A connection that cannot even roll back is not used again. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
