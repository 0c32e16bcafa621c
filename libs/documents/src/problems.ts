import type { Bilingual } from '#decider';

interface Grounds {
  readonly field?: string;
  readonly wayOut?: Bilingual;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Why a document is not kept, or cannot be reached at the moment; answered over HTTP as it stands. */
export class DocumentProblem extends Error {
  constructor(
    readonly status: 413 | 415 | 422 | 503 | 507,
    /** Stable: `documents/hash-mismatch`. */
    readonly code: string,
    readonly sentence: Bilingual,
    readonly grounds: Grounds & { readonly cause?: unknown; readonly retryAfterS?: number } = {},
  ) {
    super(`${code}: ${sentence.en}`, { cause: grounds.cause });
    this.name = 'DocumentProblem';
  }

  get retryAfterS(): number | undefined {
    return this.grounds.retryAfterS;
  }
}

export const hashMismatch = (named: string, computed: string): DocumentProblem =>
  new DocumentProblem(
    422,
    'documents/hash-mismatch',
    {
      zh: `内容的 SHA-256 为 ${computed}，与地址中的 ${named} 不符；未保存`,
      en: `The SHA-256 of what arrived is ${computed}, not ${named} as the address says; nothing was kept`,
    },
    {
      field: 'sha256',
      facts: { named, computed },
      wayOut: {
        zh: '请核对文件是否完整，并以 sha256sum 重新计算；taizhang document put 会自动计算',
        en: 'See whether the file is whole and compute it again, as with sha256sum; taizhang document put does so itself',
      },
    },
  );

export const empty = (): DocumentProblem =>
  new DocumentProblem(
    422,
    'documents/empty',
    { zh: '内容为空；未保存', en: 'There are no bytes; nothing was kept' },
    {
      field: 'body',
      wayOut: {
        zh: '请以文件内容作为请求体，例如 curl --upload-file 决定书.pdf',
        en: 'Send the file as the body, such as curl --upload-file decision.pdf',
      },
    },
  );

export const tooLarge = (maxBytes: number): DocumentProblem =>
  new DocumentProblem(
    413,
    'documents/too-large',
    {
      zh: `文件超过上限 ${maxBytes / 1_048_576} MiB；未保存`,
      en: `The document is larger than ${maxBytes / 1_048_576} MiB; nothing was kept`,
    },
    {
      field: 'body',
      facts: { maxBytes },
      wayOut: {
        zh: '请压缩扫描分辨率或分册提交；上限由运维方以 DOCUMENT_MAX_MB 设定',
        en: 'Scan it at a lower resolution or put it in volumes; the operator sets the limit with DOCUMENT_MAX_MB',
      },
    },
  );

/** The place where documents are kept does not do what it should; the cause goes to the log. */
export const storeAway = (cause: unknown): DocumentProblem =>
  new DocumentProblem(
    503,
    'documents/store-away',
    { zh: '文书存储暂不可用', en: 'The place where documents are kept cannot be reached at the moment' },
    { cause, retryAfterS: 10, wayOut: { zh: '请稍后重试', en: 'Try again shortly' } },
  );

export const storeFull = (cause: unknown): DocumentProblem =>
  new DocumentProblem(
    507,
    'documents/store-full',
    { zh: '文书存储空间不足；未保存', en: 'There is no room left for documents; nothing was kept' },
    { cause, retryAfterS: 60, wayOut: { zh: '请向运维方报告', en: 'Report it to the operator' } },
  );
