import { HttpException } from '@nestjs/common';
import { Refusal, type Bilingual } from '#decider';
import { Conflict, InvalidAppend, StaleRevision, Unavailable } from '#event-store';
import { frameworkWords } from './http-words.js';

/** One field that is wrong, and how. */
export interface WrongField extends Bilingual {
  /** Path from the body: `documents.0.sha256`. */
  readonly field: string;
}

/** RFC 9457 problem details. English in `title` and `detail`, Chinese beside them; both always. */
export interface Problem {
  /** `urn:taizhang:<code>`: a promise to callers, where the sentences may improve. */
  readonly type: string;
  readonly title: string;
  readonly title_zh: string;
  readonly status: number;
  readonly detail: string;
  readonly detail_zh: string;
  /** Path that was asked for. */
  readonly instance?: string;
  /** Finds the request in the log. */
  readonly traceId?: string;
  readonly errors?: readonly WrongField[];
  /** Clause of the plan and row of the law that say no. */
  readonly clause?: string;
  readonly rule?: string;
  readonly wayOut?: Bilingual;
  /** The values that decided. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A problem, what goes with it, and whether it is a fault of ours. */
export interface Answer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** True for what should never happen: logged with its stack, told without details. */
  readonly bug: boolean;
}

interface Grounds {
  readonly clause?: string;
  readonly rule?: string;
  readonly wayOut?: Bilingual;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly field?: string;
  readonly fields?: readonly WrongField[];
}

/** An error that knows its own status, code and sentence, whichever lib it comes from. */
interface Worded {
  readonly status: number;
  readonly code: string;
  readonly sentence: Bilingual;
  readonly wayOut?: Bilingual;
  readonly grounds?: Grounds;
  /** Value of `WWW-Authenticate`. */
  readonly challenge?: string;
  readonly retryAfterS?: number;
}

/** What an HTTP route answers instead of a result: `throw new HttpProblem(404, 'dossier/unknown', { zh, en })`. */
export class HttpProblem extends Error implements Worded {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Bilingual,
    readonly grounds: Grounds & { readonly retryAfterS?: number } = {},
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'HttpProblem';
  }
  get retryAfterS(): number | undefined {
    return this.grounds.retryAfterS;
  }
}

const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { zh: '请求有误', en: 'The request is malformed' },
  401: { zh: '未认证', en: 'Not authenticated' },
  403: { zh: '无权限', en: 'Not permitted' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '不支持的方法', en: 'Method not allowed' },
  406: { zh: '无可用格式', en: 'Not acceptable' },
  408: { zh: '请求超时', en: 'The request took too long to arrive' },
  409: { zh: '依规则不予受理', en: 'The rules refuse it' },
  412: { zh: '版本已变化', en: 'Someone else wrote first' },
  413: { zh: '内容过大', en: 'The content is too large' },
  414: { zh: '地址过长', en: 'The address is too long' },
  415: { zh: '不支持的内容类型', en: 'Unsupported content type' },
  416: { zh: '范围无效', en: 'Range not satisfiable' },
  422: { zh: '无法处理', en: 'The request cannot be processed' },
  429: { zh: '请求过多', en: 'Too many requests' },
  431: { zh: '请求头过大', en: 'The headers are too large' },
  500: { zh: '内部错误', en: 'Internal error' },
  502: { zh: '服务应答中断', en: 'The service broke off its answer' },
  503: { zh: '暂不可用', en: 'Not available at the moment' },
  504: { zh: '服务未及时应答', en: 'The service did not answer in time' },
  507: { zh: '存储空间不足', en: 'Storage is nearly full' },
};

const LATER: Bilingual = { zh: '请稍后重试', en: 'Try again shortly' };
const CODES: Readonly<Record<number, string>> = {
  400: 'http/bad-request',
  404: 'http/not-found',
  413: 'http/body-too-large',
  415: 'http/unsupported-media-type',
};
const WAYS_OUT: Readonly<Record<number, Bilingual>> = {
  400: {
    zh: '请对照 /docs 与 /openapi.json 中该地址的说明',
    en: 'Compare it with what /docs and /openapi.json say of this address',
  },
  404: { zh: '地址一览见 /docs 与 /openapi.json', en: 'The addresses there are: see /docs and /openapi.json' },
  413: { zh: '单个事件至多 256 KiB；更多内容请用批量接口', en: 'One event may have 256 KiB; post more as a batch' },
  415: { zh: '请以 Content-Type: application/json 提交', en: 'Send it as Content-Type: application/json' },
};

const worded = (error: unknown): error is Worded => {
  const { status, code, sentence } = (error ?? {}) as Partial<Worded>;
  return (
    typeof status === 'number' &&
    typeof code === 'string' &&
    typeof sentence?.en === 'string' &&
    typeof sentence.zh === 'string'
  );
};

function storeProblem(error: unknown): Worded | undefined {
  if (error instanceof StaleRevision) {
    const { stream, expected, actual } = error;
    return {
      status: 412,
      code: 'store/stale-revision',
      sentence: {
        zh: `记录 ${stream} 已被他人更新（现为第 ${actual} 版）`,
        en: `${stream} has moved on: it is at revision ${actual}`,
      },
      grounds: {
        wayOut: { zh: '请重新读取后再提交', en: 'Read it again, then decide again' },
        facts: { stream, expected, actual },
      },
    };
  }
  if (error instanceof Conflict)
    return {
      status: 422,
      code: 'store/conflict',
      sentence: { zh: '该事件编号已用于不同的内容', en: 'An event with this id and other content is recorded already' },
      grounds: { facts: { stream: error.stream, ids: error.ids } },
    };
  if (error instanceof InvalidAppend) {
    const large = /large|long|bytes|too many|exceed/i.test(error.message);
    return {
      status: large ? 413 : 400,
      code: 'store/invalid-append',
      sentence: { zh: `无法登记：${error.message}`, en: error.message },
    };
  }
  if (error instanceof Unavailable) {
    const full = error.reason === 'full';
    return {
      status: full ? 507 : 503,
      code: `store/${error.reason}`,
      sentence: full
        ? {
            zh: '数据盘空间不足，暂停写入；读取不受影响',
            en: 'The data disk is nearly full: nothing can be written, reading goes on',
          }
        : {
            zh: '台账存储暂不可用，本次请求未写入',
            en: 'The store cannot be reached at the moment; nothing was written',
          },
      wayOut: LATER,
      retryAfterS: full ? 60 : 5,
    };
  }
  return undefined;
}

function httpProblem(error: unknown): Worded | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  const words = frameworkWords((error as { code?: unknown }).code);
  if (words) return words;
  // A framework's message may quote what was sent; a sentence is short.
  const message = (error as Error).message.slice(0, 200);
  const noRoute = status === 404 && /^(Cannot|Route) /.test(message);
  const title = TITLES[status] ?? TITLES[400]!;
  return {
    status,
    code: noRoute ? 'http/no-such-route' : (CODES[status] ?? `http/${status}`),
    sentence: noRoute
      ? { zh: '没有这个地址', en: 'There is no such address' }
      : { zh: message ? `${title.zh}（${message}）` : title.zh, en: message || title.en },
    wayOut: WAYS_OUT[status],
  };
}

/** What an error becomes for the caller. */
export function toAnswer(error: unknown): Answer {
  const refusal =
    error instanceof Refusal
      ? { status: 409, code: error.code, sentence: error.sentence, grounds: error.grounds }
      : undefined;
  const known: Worded | undefined = refusal ?? storeProblem(error) ?? (worded(error) ? error : httpProblem(error));
  if (!known)
    return answer(
      {
        status: 500,
        code: 'bug',
        sentence: { zh: '台账出现内部错误，已记录', en: 'Something is wrong in the ledger; it was logged' },
      },
      true,
    );
  return answer(known, false);
}

function answer(
  { status, code, sentence, wayOut, grounds = {}, challenge, retryAfterS }: Worded,
  bug: boolean,
): Answer {
  const title = TITLES[status] ?? TITLES[status < 500 ? 400 : 500]!;
  const { field, fields = field === undefined ? undefined : [{ field, ...sentence }] } = grounds;
  const out = grounds.wayOut ?? wayOut;
  const retry = retryAfterS ?? (status === 503 ? 5 : undefined);
  return {
    bug,
    headers: {
      ...(challenge ? { 'www-authenticate': challenge } : {}),
      ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
    },
    problem: {
      type: `urn:taizhang:${code}`,
      title: title.en,
      title_zh: title.zh,
      status,
      detail: sentence.en,
      detail_zh: sentence.zh,
      ...(fields ? { errors: fields } : {}),
      ...(grounds.clause ? { clause: grounds.clause } : {}),
      ...(grounds.rule ? { rule: grounds.rule } : {}),
      ...(out ? { wayOut: out } : {}),
      ...(grounds.facts ? { facts: grounds.facts } : {}),
    },
  };
}
