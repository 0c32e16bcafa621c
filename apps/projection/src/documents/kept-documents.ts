import { join } from 'node:path';
import { bucketShelf, clamdScan, DocumentStore, documentTypes, fileShelf, sweep, type Scan } from '#documents';
import { BadConfiguration, type BadSetting, type Configuration } from '#runtime';

/** DI token of what is taken as a document. */
export const INTAKE = Symbol('DocumentIntake');

/** What is taken as a document, and who looks at it first. */
export interface DocumentIntake {
  readonly maxBytes: number;
  /** Names of `documentTypes`. */
  readonly types: readonly string[];
  readonly scan: Scan;
}

/** Where the configuration says that documents are kept: a bucket, or the data folder. */
export async function keptDocuments(configuration: Configuration): Promise<DocumentStore> {
  const { dataFolder, s3Endpoint: endpoint, s3Bucket: name, s3Region: region } = configuration;
  const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = configuration;
  if (endpoint && name && accessKeyId && secretAccessKey)
    return new DocumentStore(bucketShelf({ endpoint, name, region, accessKeyId, secretAccessKey }));
  const given = { S3_ENDPOINT: endpoint, S3_BUCKET: name, S3_ACCESS_KEY_ID: accessKeyId };
  const all = Object.entries({ ...given, S3_SECRET_ACCESS_KEY: secretAccessKey });
  const missing = all.filter(([, value]) => value === undefined).map(([one]) => one);
  if (missing.length < all.length) throw new BadConfiguration(missing.map(notAlone));
  const folder = join(dataFolder, 'documents');
  await sweep(folder);
  return new DocumentStore(fileShelf(folder));
}

const EXAMPLES: Readonly<Record<string, string>> = {
  S3_ENDPOINT: 'https://s3.example.gov.cn',
  S3_BUCKET: 'taizhang-documents',
  S3_ACCESS_KEY_ID: 'taizhang',
  S3_SECRET_ACCESS_KEY: 'secret',
};

const notAlone = (name: string): BadSetting => ({
  name,
  was: '""',
  allowed: {
    zh: '与其他 S3_* 一并设定，或都不设（文书存于数据目录）',
    en: 'given with the other S3_* settings, or all of them left out to keep documents in the data folder',
  },
  example: EXAMPLES[name]!,
});

/** What the configuration says of documents on their way in. */
export function documentIntake({ documentMaxMb, documentTypes: asked, clamdAddress }: Configuration): DocumentIntake {
  const names = documentTypes.map(({ name }) => name);
  const unknown = asked?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new BadConfiguration([
      {
        name: 'DOCUMENT_TYPES',
        was: JSON.stringify(asked!.join(',')),
        allowed: { zh: `以下类型：${names.join('、')}`, en: `of these types: ${names.join(', ')}` },
        example: 'pdf,ofd,jpeg,png',
      },
    ]);
  return {
    maxBytes: documentMaxMb * 1_048_576,
    types: asked ?? names,
    scan: clamdAddress ? clamdScan(clamdAddress) : (bytes) => bytes,
  };
}
