import { wanFromFen, type PenaltyKindCode } from '#codes';
import type { Told } from '../../about.js';
import { displayUntil, type FeedItem } from '../feed-item.js';
import { adjustable, always, identifies, partyKind, slashed, type Field } from './standard.js';

/** What a credit record of a penalty or a missed exit holds inside the ledger. */
export interface PenaltyContent {
  readonly enterprise: Told;
  readonly legalRepresentative?: string;
  readonly documentNumber: string;
  readonly violation: string;
  readonly facts: string;
  readonly legalBasis: string;
  readonly kinds?: readonly PenaltyKindCode[];
  readonly content: string;
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  readonly licence?: string;
  readonly decidedOn: string;
  readonly authority: string;
  readonly authorityCode: string;
  /** Day on which the subject was told, of a missed exit. */
  readonly notifiedOn?: string;
}

export const wan = (fen: number | undefined): string | undefined => (fen === undefined ? undefined : wanFromFen(fen));

/** Who it is about, as each standard since 2018 begins. */
export const partyFields: readonly Field[] = [
  { name: 'CF_XDR_MC', zh: '行政相对人名称', most: 200, needed: always, identifies },
  { name: 'CF_XDR_LB', zh: '行政相对人类别', most: 16, needed: always, adjustable },
  { name: 'CF_XDR_SHXYM', zh: '统一社会信用代码', form: 'uscc', most: 18, needed: always, identifies },
];

/** Who says so, as each standard since 2018 ends. */
export const sourceFields: readonly Field[] = [
  { name: 'CF_SJLY', zh: '数据来源单位', most: 200, needed: always },
  { name: 'CF_SJLYDM', zh: '数据来源单位统一社会信用代码', form: 'uscc', most: 18, needed: always },
];

/** What penalties and missed exits have in common. Identity documents of persons have no place in it. */
export const commonOf = (content: PenaltyContent, item: FeedItem): Readonly<Record<string, string | undefined>> => ({
  CF_XDR_MC: content.enterprise.name,
  CF_XDR_LB: partyKind(content.enterprise.uscc),
  CF_XDR_SHXYM: content.enterprise.uscc,
  CF_FRDB: content.legalRepresentative,
  CF_WSH: content.documentNumber,
  CF_WFXW: content.violation,
  CF_SY: content.facts,
  CF_YJ: content.legalBasis,
  CF_NR: content.content,
  CF_JDRQ: slashed(content.decidedOn),
  CF_GSJZQ: slashed(displayUntil(item)),
  CF_CFJG: content.authority,
  CF_CFJGDM: content.authorityCode,
  CF_SJLY: content.authority,
  CF_SJLYDM: content.authorityCode,
});
