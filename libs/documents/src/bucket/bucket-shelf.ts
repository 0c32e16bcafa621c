import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini, S3ServiceError } from 's3mini';
import { storeAway } from '../problems.js';
import type { Shelf } from '../shelf.js';

/** A bucket of a store that speaks S3, and who we are there. */
export interface Bucket {
  /** `https://s3.example.gov.cn`, without the bucket. */
  readonly endpoint: string;
  readonly name: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What is held in memory of a document on its way; S3 takes parts from 5 MiB. */
const PART_BYTES = 8 * 1_048_576;
const ANSWER_MS = 60_000;

/**
 * A shelf in an S3-compatible bucket. An object appears with its last request: a small one is sent when all of it is there,
 * a large one goes in parts that are put together at the end. Nothing is asked before it is needed.
 */
export function bucketShelf({ endpoint, name: bucket, region, accessKeyId, secretAccessKey }: Bucket): Shelf {
  const s3 = new S3mini({
    endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
    region,
    accessKeyId,
    secretAccessKey,
    fetch: patiently,
  });
  const size = (name: string) => asked(() => s3.getContentLength(name));
  const surely = async <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = await asked(ask);
    // Writing finds no bucket: that is no document that is missing, but a place.
    if (answer === undefined) throw storeAway(new Error(`the bucket ${bucket} is not there`));
    return answer;
  };

  return {
    size,
    async put(name, bytes) {
      const sent: { partNumber: number; etag: string }[] = [];
      let upload: string | undefined;
      let held: Buffer[] = [];
      let [heldBytes, allBytes] = [0, 0];
      const sendPart = async () => {
        upload ??= await surely(() => s3.getMultipartUploadId(name));
        const part = Buffer.concat(held);
        [held, heldBytes] = [[], 0];
        sent.push(await surely(() => s3.uploadPart(name, upload!, part, sent.length + 1)));
      };
      try {
        for await (const piece of bytes) {
          held.push(piece);
          heldBytes += piece.length;
          allBytes += piece.length;
          if (heldBytes >= PART_BYTES) await sendPart();
        }
        if (upload === undefined) await surely(() => s3.putObject(name, Buffer.concat(held)));
        else {
          if (heldBytes > 0) await sendPart();
          await surely(() => s3.completeMultipartUpload(name, upload!, sent));
          // S3 may say that it could not put the parts together under a status that says it did.
          const kept = await size(name);
          if (kept !== allBytes) throw storeAway(new Error(`${name} has ${kept} bytes in the bucket, not ${allBytes}`));
        }
      } catch (problem) {
        // What cannot be taken away is invisible, and swept by the bucket's own rule for parts left behind.
        if (upload !== undefined) await s3.abortMultipartUpload(name, upload).catch(() => undefined);
        throw problem;
      }
    },
    async get(name, range) {
      const answer = await asked(() => s3.getObjectRaw(name, !range, range?.first, range && range.last + 1));
      return answer && Readable.fromWeb(answer.body as ReadableStream);
    },
  };
}

/** The bucket's answer; undefined when there is no such object. Foreign errors end here. */
async function asked<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (problem) {
    const { cause = problem } = problem as Error;
    if (cause instanceof S3ServiceError && cause.status === 404) return undefined;
    throw storeAway(problem);
  }
}

/** The time limit is for the beginning of an answer; a large one may flow for as long as it flows. */
async function patiently(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`no answer within ${ANSWER_MS} ms`)), ANSWER_MS);
  try {
    return await fetch(input, { ...init, signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}
