import { describe, expect, it } from '@jest/globals';
import { BadConfiguration, readConfiguration } from '#runtime';
import { documentIntake, keptDocuments } from './kept-documents.js';

const BUCKET = {
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'taizhang-documents',
  S3_ACCESS_KEY_ID: 'taizhang',
  S3_SECRET_ACCESS_KEY: 'hunter2',
};
const configured = (env: NodeJS.ProcessEnv) => readConfiguration(env).configuration;
const complaint = async (env: NodeJS.ProcessEnv) =>
  keptDocuments(configured(env)).then(
    () => undefined,
    (problem: unknown) => problem as BadConfiguration,
  );

describe('the place of documents', () => {
  it('is a bucket when all of it is told', async () => expect(await complaint(BUCKET)).toBeUndefined());

  it.each(Object.keys(BUCKET))('is not guessed without %s', async (name) => {
    const problem = await complaint({ ...BUCKET, [name]: '' });
    expect(problem).toBeInstanceOf(BadConfiguration);
    expect(problem!.problems.map((each) => each.name)).toEqual([name]);
    expect(problem!.message).not.toContain('hunter2');
  });
});

describe('what is taken as a document', () => {
  it('is every type, up to 50 MiB, unless it is told otherwise', () => {
    expect(documentIntake(configured({}))).toMatchObject({
      maxBytes: 50 * 1_048_576,
      types: expect.arrayContaining(['ofd']),
    });
    const told = configured({ DOCUMENT_MAX_MB: '1', DOCUMENT_TYPES: 'pdf,ofd' });
    expect(documentIntake(told)).toMatchObject({ maxBytes: 1_048_576, types: ['pdf', 'ofd'] });
  });

  it('is no type that there is not', () => {
    expect(() => documentIntake(configured({ DOCUMENT_TYPES: 'pdf,exe' }))).toThrow(/DOCUMENT_TYPES.*"pdf,exe"/s);
  });
});
