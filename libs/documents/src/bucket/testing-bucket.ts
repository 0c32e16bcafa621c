import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** S3's own limit for all parts but the last. */
const LEAST_PART_BYTES = 5 * 1_048_576;

/** What an S3 server does with the few requests that documents need; no more is like S3 than these answers. */
export interface TestingBucket {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Uploads in parts that were begun and neither completed nor aborted. */
  readonly uploads: ReadonlyMap<string, readonly Buffer[]>;
  /** The next request to put parts together fails as S3 does: under a status of 200. */
  failNextCompletion(): void;
  stop(): Promise<void>;
}

const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;
const xml = (name: string, content: string) => `<?xml version="1.0" encoding="UTF-8"?><${name}>${content}</${name}>`;

export async function testingBucket(bucket: string, accessKeyId: string): Promise<TestingBucket> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer[]>();
  let failing = false;

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    uploads,
    failNextCompletion: () => void (failing = true),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url!, 'http://bucket');
    const [, inBucket, ...rest] = pathname.split('/');
    const key = rest.join('/');
    const refuse = (status: number, code: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(xml('Error', `<Code>${code}</Code>`));
    const signed = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`);
    if (!signed) return void refuse(403, 'InvalidAccessKeyId');
    if (inBucket !== bucket) return void refuse(404, 'NoSuchBucket');
    const upload = searchParams.get('uploadId');
    if (upload !== null && !uploads.has(upload)) return void refuse(404, 'NoSuchUpload');
    const parts = uploads.get(upload ?? '');

    const deeds: Readonly<Record<string, () => unknown>> = {
      'PUT object': () => {
        objects.set(key, body);
        response.writeHead(200, { etag: etagOf(body) }).end();
      },
      'POST uploads': () => {
        const id = randomUUID();
        uploads.set(id, []);
        response.writeHead(200).end(xml('InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`));
      },
      'PUT part': () => {
        parts![Number(searchParams.get('partNumber')) - 1] = body;
        response.writeHead(200, { etag: etagOf(body) }).end();
      },
      'POST part': () => {
        const named = [...body.toString().matchAll(/<ETag>"?([^"<]+)"?<\/ETag>/g)].map(([, etag]) => `"${etag}"`);
        if (named.join() !== parts!.map(etagOf).join()) return refuse(400, 'InvalidPart');
        if (parts!.slice(0, -1).some(({ length }) => length < LEAST_PART_BYTES)) return refuse(400, 'EntityTooSmall');
        if (failing) {
          failing = false;
          return response.writeHead(200).end(xml('Error', '<Code>InternalError</Code>'));
        }
        objects.set(key, Buffer.concat(parts!));
        uploads.delete(upload!);
        return response.writeHead(200).end(xml('CompleteMultipartUploadResult', `<ETag>${upload}-1</ETag>`));
      },
      'DELETE part': () => {
        uploads.delete(upload!);
        response.writeHead(204).end();
      },
      'HEAD object': () => give(false),
      'GET object': () => give(true),
    };
    const give = (withBody: boolean) => {
      const bytes = objects.get(key);
      if (!bytes) return refuse(404, 'NoSuchKey');
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      const part = first === undefined ? bytes : bytes.subarray(Number(first), Number(last) + 1);
      return response
        .writeHead(first === undefined ? 200 : 206, { 'content-length': part.length, etag: etagOf(bytes) })
        .end(withBody ? part : undefined);
    };
    const what = upload !== null ? 'part' : searchParams.has('uploads') ? 'uploads' : 'object';
    const deed = deeds[`${request.method} ${what}`];
    if (deed) deed();
    else refuse(405, 'MethodNotAllowed');
  }
}
