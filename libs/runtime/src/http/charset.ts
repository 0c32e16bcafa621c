import { HttpProblem } from './problem.js';

const CHARSET = /;\s*charset\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;\s]*))/gi;
const UTF_8 = /^utf-?8$/i;

/**
 * Refuses a content type that names another charset than UTF-8. JSON has no other (RFC 8259, 8.1): to read the bytes
 * as UTF-8 all the same would record other words than were sent. Throws `HttpProblem` (415).
 */
export function mustBeUtf8(contentType: string | undefined): void {
  // Most say `application/json` and nothing besides.
  if (!contentType?.includes(';')) return;
  for (const [, quoted, bare = ''] of contentType.matchAll(CHARSET)) {
    const charset = quoted ?? bare;
    if (!UTF_8.test(charset)) throw otherCharset(charset.slice(0, 40));
  }
}

const otherCharset = (charset: string) =>
  new HttpProblem(
    415,
    'http/charset-not-utf-8',
    {
      zh: `不接受字符集 ${charset}：JSON 只用 UTF-8`,
      en: `The charset ${charset} is not accepted: JSON is UTF-8`,
    },
    {
      field: 'Content-Type',
      wayOut: {
        zh: '请先将内容转换为 UTF-8，并以 Content-Type: application/json; charset=utf-8 提交（charset 可省略）',
        en: 'Convert the content to UTF-8 and say charset=utf-8, or leave the charset out',
      },
    },
  );
