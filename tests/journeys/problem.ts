import { expect } from '@jest/globals';
import type { Answer } from './ledger-process.js';

export interface ExpectedProblem {
  readonly status: number;
  /** Code after `urn:taizhang:`. */
  readonly code?: string;
  /** Field, header or parameter that is named. */
  readonly field?: string;
  /** What its sentences say. */
  readonly says?: RegExp;
}

const CHINESE = /[\u4e00-\u9fff]/;

/** Expects problem details as promised: of RFC 9457, in both languages, naming what is wrong. */
export function expectProblem({ status, headers, body }: Answer, expected: ExpectedProblem): void {
  const { code, field, says } = expected;
  expect({ status, body }).toMatchObject({ status: expected.status });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\S/) });
  expect(body.title_zh).toMatch(CHINESE);
  expect(body.detail_zh).toMatch(CHINESE);
  if (code) expect(body.type).toBe(`urn:taizhang:${code}`);
  if (field !== undefined) expect((body.errors ?? []).map((wrong: { field: string }) => wrong.field)).toContain(field);
  if (says) expect(`${body.detail} ${body.detail_zh}`).toMatch(says);
  if (status === 401) expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every route that a ledger documents: `post /energy/batch`. */
export const routesOf = ({ paths }: OpenApi): string[] =>
  Object.entries(paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`));
