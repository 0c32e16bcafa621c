import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { PastFact } from '#projection';
import { CONFIGURATION, type Configuration } from '#runtime';
import { accepted } from '../testing-facts.js';
import type { Got, TestingService } from '../testing-service.js';

export const ENERGY = ['department:energy:post'];
export const INDUSTRY = ['department:industry:post'];
export const HOTLINE = ['department:hotline:post'];
export const PDF: Readonly<Record<string, string>> = { 'content-type': 'application/pdf' };

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A PDF like no other. */
export const paper = (length = 2_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]);

/** A fact that rests on a document. */
export const citing = (sha256: string, besides: Partial<PastFact> = {}): PastFact => ({
  ...accepted,
  documents: [{ number: '惠能监改〔2021〕12号', title: '责令改正通知书', sha256 }],
  ...besides,
});

export const putInto = (service: TestingService, bytes: Buffer, headers = PDF, roles = ENERGY): Promise<Got> =>
  service.ask({ method: 'PUT', url: `/documents/${sha256Of(bytes)}`, headers, payload: bytes }, roles);

const folderOf = ({ service }: TestingService): string =>
  join(service.app.get<Configuration>(CONFIGURATION).dataFolder, 'documents');

/** Everything in the folder of documents, by its name. */
export async function filesOf(service: TestingService): Promise<string[]> {
  const entries = await readdir(folderOf(service), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** How much there is of each document that is on its way in. */
export async function partialBytes(service: TestingService): Promise<number[]> {
  const incoming = join(folderOf(service), 'incoming');
  const names = (await readdir(incoming).catch(() => [])).filter((name) => name.endsWith('.partial'));
  const sizes = names.map((name) =>
    stat(join(incoming, name)).then(
      ({ size }) => size,
      () => -1,
    ),
  );
  return (await Promise.all(sizes)).filter((size) => size >= 0);
}

/** A request over a connection of its own, sent in pieces and of no announced length. */
export async function sender(to: TestingService, sha256: string) {
  const headers = { ...PDF, authorization: `Bearer ${await to.token(ENERGY)}` };
  const outgoing = request(`${to.service.url}/documents/${sha256}`, { method: 'PUT', headers });
  outgoing.on('error', () => undefined);
  const answer = once(outgoing, 'response').then(([response]) => (response as IncomingMessage).resume());
  answer.catch(() => undefined);
  return { outgoing, answer };
}

/** An archive as far as its entries' names, which is all that tells one office document from another. */
export function zipOf(...names: string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 0, 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), randomBytes(8)]);
    }),
  );
}
