import { createHash } from 'node:crypto';

/** What a backup says of itself, as its last entry. */
export interface Manifest {
  readonly format: 'taizhang-backup/1';
  readonly madeAt: string;
  /** `18`: a cluster is read by its own major version only. */
  readonly postgresMajor: string;
  readonly platform: string;
  /** Where the log must at least have been replayed to. */
  readonly startLsn: string;
  readonly stopLsn: string;
  /** SHA-256 of every file, in the order they were written. */
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

export const MANIFEST = 'manifest.json';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The manifest and its own digest, on a line each. */
export function sealed(manifest: Manifest): Buffer {
  const text = JSON.stringify(manifest);
  return Buffer.from(`${text}\n${sha256(text)}\n`);
}

/** Reads a sealed manifest. Throws when it is not what was sealed. */
export function unsealed(bytes: Buffer): Manifest {
  const [text = '', digest] = bytes.toString('utf8').split('\n');
  if (sha256(text) !== digest) throw new Error('the manifest is damaged');
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 'taizhang-backup/1') throw new Error(`the format ${String(manifest.format)} is not known`);
  return manifest;
}

/** The file is not a backup that can be trusted, or cannot be used here. Nothing was put in place. */
export class BadBackup extends Error {
  constructor(file: string, zh: string, en: string, options?: ErrorOptions) {
    super(`备份 ${file} 不可用：${zh}。 The backup ${file} cannot be used: ${en}.`, options);
    this.name = 'BadBackup';
  }
}
