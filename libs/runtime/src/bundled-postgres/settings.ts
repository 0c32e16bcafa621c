/**
 * How the bundled server is run: durable above all, loopback only, modest in memory, quick for many small commits.
 * Given on the command line, so that they change with the version of the ledger and not with the age of the folder.
 */
export const serverSettings = (port: number): Readonly<Record<string, string>> => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  // A socket in /tmp can be blocked by another user's stale lock.
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Compressing costs more than writing, and files of the log are used again rather than made anew under load.
  wal_compression: 'off',
  max_wal_size: '1GB',
  min_wal_size: '1GB',
  checkpoint_timeout: '10min',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '200',
  random_page_cost: '1.1',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  log_line_prefix: '',
  // Statements and key values are the ledger's content, not the operator's business.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  restart_after_crash: 'on',
});
