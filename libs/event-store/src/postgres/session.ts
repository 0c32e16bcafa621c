import pg from 'pg';

export interface SessionOptions {
  readonly url: string;
  readonly connectTimeoutMs: number;
  /** Statements may be sent before the last one is answered. */
  readonly pipeline?: boolean;
}

/**
 * Every statement here is a look-up by index whose plan must not depend on how young the statistics are, and none is
 * worth compiling. A session that is left in a transaction may hold the head row: it is ended.
 */
const SETTINGS = `
  set jit = off; set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan;
  set synchronous_commit = on; set idle_in_transaction_session_timeout = '5s'; set application_name = 'taizhang event store'`;

export const sessionConfig = ({ url, connectTimeoutMs, pipeline = false }: SessionOptions) => ({
  pipeline,
  connectionString: url,
  connectionTimeoutMillis: connectTimeoutMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

export async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(SETTINGS);
}

/** A session of one's own. `lost` is called when it ends, once it was open. */
export async function openSession(options: SessionOptions, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client(sessionConfig(options));
  // Whoever waits for an answer hears of the loss by its own rejection.
  client.on('error', () => {});
  try {
    await client.connect();
    await prepare(client);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  client.on('error', lost);
  client.on('end', lost);
  return client;
}
