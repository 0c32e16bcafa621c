import type { Told } from '../../about.js';
import { adjustable, always, identifies, partyKind, slashed, type Standard } from './standard.js';

/** A licence as whoever recorded it told it. */
export interface LicenceContent {
  readonly holder: Told;
  readonly legalRepresentative?: string;
  /** Title and number of the decision. */
  readonly title: string;
  readonly documentNumber: string;
  readonly certificate: string;
  readonly number?: string;
  readonly content: string;
  readonly decidedOn: string;
  readonly validFrom: string;
  /** Left out: without an end. */
  readonly validTo?: string;
  readonly issuer: string;
  readonly issuerCode: string;
  /** Who told the ledger, when it is not the issuer. */
  readonly source?: { readonly name: string; readonly code: string };
  readonly isOver?: true;
  readonly remark?: string;
}

/** All licences of this plan are of the first of the six kinds; the others are 特许、认可、核准、登记、其他. */
const ORDINARY = '普通';
const WITHOUT_END = '2099/12/31';
const VALID = '1';
const OVER = '2';

/** Licences as they are published since 2018. What ended stays told, with its status, so that nobody takes it for valid. */
export const licences2018: Standard<LicenceContent> = {
  kind: 'licences',
  version: '2018',
  schema: 'xk-2018',
  source: { zh: '发改办财金〔2018〕424号附件（行政许可）', en: 'NDRC 2018 No. 424, annex on licences' },
  fields: [
    { name: 'XK_XDR_MC', zh: '行政相对人名称', most: 200, needed: always, identifies },
    { name: 'XK_XDR_LB', zh: '行政相对人类别', most: 16, needed: always, adjustable },
    { name: 'XK_XDR_SHXYM', zh: '统一社会信用代码', form: 'uscc', most: 18, needed: always, identifies },
    // Not every permit of the ledger names one: whoever makes it mandatory holds these permits back.
    { name: 'XK_FRDB', zh: '法定代表人', most: 50, adjustable },
    { name: 'XK_XKWS', zh: '行政许可决定文书名称', most: 64, needed: always, adjustable },
    { name: 'XK_WSH', zh: '行政许可决定文书号', most: 64, needed: always, identifies, adjustable },
    { name: 'XK_XKLB', zh: '许可类别', most: 256, needed: always, adjustable },
    { name: 'XK_XKZS', zh: '许可证书名称', most: 64, adjustable },
    { name: 'XK_XKBH', zh: '许可编号', most: 64, identifies, adjustable },
    { name: 'XK_NR', zh: '许可内容', most: 4000, needed: always, adjustable },
    { name: 'XK_JDRQ', zh: '许可决定日期', form: 'day', most: 10, needed: always, adjustable },
    { name: 'XK_YXQZ', zh: '有效期自', form: 'day', most: 10, needed: always, adjustable },
    { name: 'XK_YXQZI', zh: '有效期至', form: 'day', most: 10, needed: always, adjustable },
    { name: 'XK_XKJG', zh: '许可机关', most: 200, needed: always, adjustable },
    { name: 'XK_XKJGDM', zh: '许可机关统一社会信用代码', form: 'uscc', most: 18, needed: always, adjustable },
    { name: 'XK_ZT', zh: '当前状态（1有效 2无效）', most: 1, needed: always, identifies, adjustable },
    { name: 'XK_LYDW', zh: '数据来源单位', most: 200, needed: always, adjustable },
    { name: 'XK_LYDWDM', zh: '数据来源单位统一社会信用代码', form: 'uscc', most: 18, needed: always, adjustable },
    { name: 'BZ', zh: '备注', most: 512, adjustable },
  ],
  of: (content, { tombstone }) => ({
    XK_XDR_MC: content.holder.name,
    XK_XDR_LB: partyKind(content.holder.uscc),
    XK_XDR_SHXYM: content.holder.uscc,
    XK_FRDB: content.legalRepresentative,
    XK_XKWS: content.title,
    XK_WSH: content.documentNumber,
    XK_XKLB: ORDINARY,
    XK_XKZS: content.certificate,
    XK_XKBH: content.number,
    XK_NR: content.content,
    XK_JDRQ: slashed(content.decidedOn),
    XK_YXQZ: slashed(content.validFrom),
    XK_YXQZI: slashed(content.validTo) ?? WITHOUT_END,
    XK_XKJG: content.issuer,
    XK_XKJGDM: content.issuerCode,
    XK_ZT: content.isOver || tombstone !== undefined ? OVER : VALID,
    XK_LYDW: content.source?.name ?? content.issuer,
    XK_LYDWDM: content.source?.code ?? content.issuerCode,
    BZ: content.remark,
  }),
};
