import { randomBytes } from 'node:crypto';
import { S3mini } from 's3mini';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentConformance, pieces, sha256Of } from '../conformance.js';
import { DocumentStore } from '../document-store.js';
import { bucketShelf, type Bucket } from './bucket-shelf.js';
import { testingBucket, type TestingBucket } from './testing-bucket.js';

const by = { departments: ['energy'], client: 'spec', at: '2021-03-15T02:00:00Z' };
const credentials = { name: 'taizhang-documents', region: 'us-east-1', accessKeyId: 'spec', secretAccessKey: 'secret' };

documentConformance('documents in a bucket', async () => {
  const bucket = await testingBucket(credentials.name, credentials.accessKeyId);
  return {
    shelf: bucketShelf({ endpoint: bucket.endpoint, ...credentials }),
    names: async () => [...bucket.objects.keys(), ...[...bucket.uploads.keys()].map((id) => `${id}.partial`)],
    stop: () => bucket.stop(),
  };
});

// A server that is really one, such as MinIO or Adobe S3Mock: its bucket must be there.
const { S3_ENDPOINT: endpoint, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = process.env;
if (endpoint)
  documentConformance(`documents in a bucket at ${endpoint}`, async () => {
    const bucket: Bucket = {
      endpoint,
      name: S3_BUCKET ?? credentials.name,
      region: S3_REGION ?? credentials.region,
      accessKeyId: S3_ACCESS_KEY_ID ?? credentials.accessKeyId,
      secretAccessKey: S3_SECRET_ACCESS_KEY ?? credentials.secretAccessKey,
    };
    const { accessKeyId, secretAccessKey, region } = bucket;
    const s3 = new S3mini({ endpoint: `${endpoint}/${bucket.name}`, accessKeyId, secretAccessKey, region });
    return {
      shelf: bucketShelf(bucket),
      names: async () => ((await s3.listObjects('/', '')) ?? []).map(({ Key }) => Key),
      stop: async () => undefined,
    };
  });

describe('a bucket', () => {
  let bucket: TestingBucket;
  beforeAll(async () => void (bucket = await testingBucket(credentials.name, credentials.accessKeyId)));
  afterAll(() => bucket.stop());

  const storeWith = (changes: Partial<Bucket>) =>
    new DocumentStore(bucketShelf({ endpoint: bucket.endpoint, ...credentials, ...changes }));
  const put = (documents: DocumentStore, bytes = randomBytes(100)) => documents.put(sha256Of(bytes), pieces(bytes), by);
  const AWAY = { status: 503, code: 'documents/store-away', retryAfterS: 10 };

  it.each<[string, Partial<Bucket>]>([
    ['cannot be reached', { endpoint: 'http://127.0.0.1:1' }],
    ['does not know our key', { accessKeyId: 'nobody' }],
    ['is not there', { name: 'another' }],
  ])('that %s is said to be away', async (_, changes) => {
    await expect(put(storeWith(changes))).rejects.toMatchObject(AWAY);
  });

  it('tells nobody its key', async () => {
    const problem = await put(storeWith({ endpoint: 'http://127.0.0.1:1' })).catch((each: Error) => each);
    expect(JSON.stringify([problem, (problem as Error).cause, String((problem as Error).stack)])).not.toContain(
      credentials.secretAccessKey,
    );
  });

  it('that does not put the parts together, whatever its status says, has kept nothing', async () => {
    bucket.failNextCompletion();
    const bytes = randomBytes(9 * 1_048_576);
    await expect(put(storeWith({}), bytes)).rejects.toMatchObject(AWAY);
    expect(await storeWith({}).has(sha256Of(bytes))).toBe(false);
    expect([...bucket.uploads]).toEqual([]);
  });
});
