import type { Bilingual } from '#decider';

interface HttpWords {
  readonly status: number;
  readonly code: string;
  readonly sentence: Bilingual;
  readonly wayOut: Bilingual;
}

const ENCODE: Bilingual = {
  zh: '地址中的汉字、空格等字符请先按 UTF-8 作百分号编码，例如 ?q=恒鑫 写作 ?q=%E6%81%92%E9%91%AB；百分号本身写作 %25',
  en: 'Percent-encode whatever is not plain ASCII, as UTF-8: ?q=%E6%81%92%E9%91%AB for ?q=恒鑫, and %25 for % itself',
};

/** The address holds a percent sign that begins no character. */
export const ENCODING_WRONG: HttpWords = {
  status: 400,
  code: 'http/address-malformed',
  sentence: {
    zh: '地址中的百分号编码不是有效的 UTF-8',
    en: 'The percent-encoding in the address is not valid UTF-8',
  },
  wayOut: ENCODE,
};

/** A request of HTTP/1.1 without the one header that it must have (RFC 9112, 3.2). */
export const HOST_MISSING: HttpWords = {
  status: 400,
  code: 'http/host-missing',
  sentence: { zh: '请求缺少 Host 请求头', en: 'The request has no Host header' },
  wayOut: { zh: '请按 HTTP/1.1 发送 Host 请求头', en: 'Send a Host header, as HTTP/1.1 requires' },
};

const FRAMING: HttpWords = {
  status: 400,
  code: 'http/body-framing-wrong',
  sentence: {
    zh: '内容长度或分块编码有误，无法得知内容到何处为止',
    en: 'The length or the chunks of the body are wrong, so that its end cannot be known',
  },
  wayOut: {
    zh: 'Content-Length 请写实际字节数，或用 Transfer-Encoding: chunked，二者只用其一；通常交由 HTTP 客户端库填写',
    en: 'Send the true Content-Length in bytes or Transfer-Encoding: chunked, never both; an HTTP library does it for you',
  },
};

const NOT_HTTP: HttpWords = {
  status: 400,
  code: 'http/not-http',
  sentence: { zh: '收到的内容不是有效的 HTTP/1.1 请求', en: 'What arrived is no valid HTTP/1.1 request' },
  wayOut: {
    zh: '请用 HTTP 客户端以 http:// 访问，并检查请求头中有无非法字符',
    en: 'Use an HTTP client with an http:// address, and look for characters that no header may hold',
  },
};

const PARSER: Readonly<Record<string, HttpWords>> = {
  HPE_INVALID_URL: {
    status: 400,
    code: 'http/address-malformed',
    sentence: {
      zh: '地址中有未编码的字符，如汉字、空格或控制字符',
      en: 'The address holds characters that are not encoded, such as Chinese ones',
    },
    wayOut: ENCODE,
  },
  HPE_INVALID_CONSTANT: {
    status: 400,
    code: 'http/request-line-malformed',
    sentence: {
      zh: '请求行应为“方法 地址 HTTP/1.1”，地址中不得有空格',
      en: 'The request line is not METHOD ADDRESS HTTP/1.1; an address holds no space',
    },
    wayOut: {
      zh: '地址中的空格请写作 %20，并以 HTTP/1.1 结尾',
      en: 'Write a space in the address as %20, and end the line with HTTP/1.1',
    },
  },
  HPE_INVALID_METHOD: {
    status: 400,
    code: 'http/method-unknown',
    sentence: { zh: '请求方法不存在', en: 'There is no such request method' },
    wayOut: {
      zh: '查询用 GET，登记用 POST；地址以 http:// 开头',
      en: 'Ask with GET, post with POST, at an address that begins with http://',
    },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'http/headers-too-large',
    sentence: { zh: '请求行与请求头合计超过 16 KiB', en: 'The request line and headers are larger than 16 KiB' },
    wayOut: {
      zh: '请缩短地址，去掉不需要的请求头（如 Cookie）；数据放在请求内容中',
      en: 'Shorten the address, leave out headers that are not needed (such as cookies), and put data into the body',
    },
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: FRAMING,
  HPE_INVALID_CHUNK_SIZE: FRAMING,
  HPE_INVALID_CONTENT_LENGTH: FRAMING,
  HPE_INVALID_TRANSFER_ENCODING: FRAMING,
  HPE_UNEXPECTED_CONTENT_LENGTH: FRAMING,
  HPE_PAUSED_H2_UPGRADE: NOT_HTTP,
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'http/request-too-slow',
    sentence: {
      zh: '请求未及时到齐：请求头限 15 秒，全部内容限 2 分钟',
      en: 'The request did not arrive in time: 15 s for its headers, 2 min for all of it',
    },
    wayOut: {
      zh: '请重试；较大的批次请分成几批；可放心重发同一幂等键',
      en: 'Try again, in smaller batches if it is large; the same idempotency key may be sent again',
    },
  },
};

/** What a request that the HTTP parser gave up on is told, by the parser's code. */
export const parserWords = (code: string | undefined): HttpWords => PARSER[code ?? ''] ?? NOT_HTTP;

const FRAMEWORK: Readonly<Record<string, HttpWords>> = {
  FST_ERR_BAD_URL: ENCODING_WRONG,
  FST_ERR_INVALID_URL: ENCODING_WRONG,
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'http/address-too-long',
    sentence: { zh: '地址中有一段超过 256 个字符', en: 'A part of the address is longer than 256 characters' },
    wayOut: {
      zh: '请核对地址中的编号；编号至多 64 位',
      en: 'Check the id in the address; ids have at most 64 characters',
    },
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: FRAMING,
};

/** The same for what the web framework refuses, by its code; undefined where its status says enough. */
export const frameworkWords = (code: unknown): HttpWords | undefined =>
  typeof code === 'string' && Object.hasOwn(FRAMEWORK, code) ? FRAMEWORK[code] : undefined;
