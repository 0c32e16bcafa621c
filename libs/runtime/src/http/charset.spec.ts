import { describe, expect, it } from '@jest/globals';
import { mustBeUtf8 } from './charset.js';

describe('a content type', () => {
  it.each([
    undefined,
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/x-ndjson; charset="Utf-8"',
    'application/json; charset=utf8',
    'application/json; profile=x; charset = utf-8',
  ])('is taken as %s', (type) => expect(() => mustBeUtf8(type)).not.toThrow());

  it.each([
    ['application/json; charset=gbk', 'gbk'],
    ['application/json; CHARSET="GB18030"', 'GB18030'],
    ['application/json; charset=utf-16', 'utf-16'],
    ['application/json; charset=utf-8; charset=gbk', 'gbk'],
    ['application/json; charset=', ''],
    ['application/json; charset="gbk', 'gbk'],
  ])('is refused as %s', (type, charset) => {
    expect(() => mustBeUtf8(type)).toThrow(
      expect.objectContaining({
        status: 415,
        code: 'http/charset-not-utf-8',
        sentence: expect.objectContaining({ en: expect.stringContaining(`charset ${charset} `) }),
        grounds: expect.objectContaining({ field: 'Content-Type', wayOut: expect.anything() }),
      }),
    );
  });
});
