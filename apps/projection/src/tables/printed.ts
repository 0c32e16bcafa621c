import { create } from 'xmlbuilder2';
import type { Bilingual } from '#decider';
import type { Cell, Table } from './table.js';

/** A page for paper. Chinese first. */
export interface Page {
  readonly title: Bilingual;
  /** What the page says of itself: days, position, permalink. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly Table[];
  readonly notes: readonly Bilingual[];
  /** Where the same page is read again, for ever; none where the page compares with what is known now. */
  readonly permalink?: string;
}

const STYLE = `
@page { size: A4 landscape; margin: 14mm 12mm; }
body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 267mm; padding: 0 1rem; color: #111; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 12pt; margin: 1.2em 0 .3em; }
p.en, span.en { color: #555; }
dl { margin: .8em 0; }
dl div { display: grid; grid-template-columns: 15em 1fr; gap: 1em; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #888; padding: .15em .4em; text-align: left; vertical-align: top; }
th { background: #eee; font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { margin-top: 1.2em; font-size: 9pt; }
@media print { body { margin: 0; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
`;

const cell = (value: Cell) =>
  typeof value === 'number'
    ? { '@class': 'number', '#': String(value) }
    : { '#': typeof value === 'boolean' ? (value ? '是' : '否') : (value ?? '') };

const bilingual = ({ zh, en }: Bilingual) => ({ '#': `${zh} `, span: { '@class': 'en', '@lang': 'en', '#': en } });

const section = ({ title, columns, lines }: Table) => ({
  h2: bilingual(title),
  table: {
    thead: { tr: { th: columns.map((column) => ({ '@scope': 'col', '#': column.title })) } },
    tbody: { tr: lines.map((line) => ({ td: columns.map(({ of }) => cell(of(line))) })) },
  },
});

/** One page of HTML that needs nothing else: no script, no request. Every value is escaped. */
export function printed({ title, facts, tables, notes, permalink }: Page): string {
  const page = {
    html: {
      '@lang': 'zh-CN',
      head: {
        meta: [{ '@charset': 'utf-8' }, { '@name': 'viewport', '@content': 'width=device-width' }],
        title: `${title.zh} ${title.en}`,
        style: STYLE,
      },
      body: {
        header: {
          h1: title.zh,
          p: { '@class': 'en', '@lang': 'en', '#': title.en },
          dl: { div: facts.map(([label, value]) => ({ dt: label, dd: value })) },
        },
        main: { section: tables.map(section) },
        footer: {
          ul: { li: notes.map(bilingual) },
          ...(permalink === undefined
            ? {}
            : { p: { '#': '固定链接 Permalink: ', a: { '@href': permalink, '#': permalink } } }),
        },
      },
    },
  };
  return `<!doctype html>\n${create(page).end({ headless: true, allowEmptyTags: true })}\n`;
}
