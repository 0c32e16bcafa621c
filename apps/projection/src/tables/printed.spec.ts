import { describe, expect, it } from '@jest/globals';
import { create } from 'xmlbuilder2';
import { printed, type Page } from './printed.js';

const page = (value: string): Page => ({
  title: { zh: value, en: 'Title' },
  facts: [['截至 As of', value]],
  tables: [{ name: 't', title: { zh: '表', en: 'Table' }, columns: [{ title: value, of: () => value }], lines: [{}] }],
  notes: [{ zh: value, en: value }],
  permalink: `/reports/x?name=${value}`,
});

describe('a page for paper', () => {
  it('escapes every value that it is given', () => {
    const html = printed(page('<script>alert("x")</script>&\'"'));
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script>|&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(7);
    expect(html).toMatch(/<a href="[^"<]*">/);
  });

  it('is Chinese first, on A4, well formed, and asks nobody for anything', () => {
    const html = printed(page('甲'));
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toContain('size: A4');
    expect(html).not.toMatch(/src=|@import|url\(/);
    expect(() => create(html.replace(/^<!doctype html>\n/, ''))).not.toThrow();
  });

  it('tells zero from nothing, and yes from no', () => {
    const cells = printed({
      ...page('甲'),
      tables: [
        {
          name: 't',
          title: { zh: '表', en: 'Table' },
          columns: [{ title: '值', of: (line: { value?: number | boolean }) => line.value }],
          lines: [{ value: 0 }, {}, { value: true }, { value: false }],
        },
      ],
    }).match(/<td[^>]*>[^<]*<\/td>/g);
    expect(cells).toEqual(['<td class="number">0</td>', '<td></td>', '<td>是</td>', '<td>否</td>']);
  });
});
