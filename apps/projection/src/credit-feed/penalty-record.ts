import { penaltyKinds, wanFromFen, type PenaltyKindCode } from '#codes';
import type { Told } from '../about.js';

/** A record of the 2018 standard of administrative-penalty publicity (发改办财金〔2018〕424号), fields by their names. */
export type PenaltyRecord = Readonly<Record<string, string>>;

/** What a credit record holds inside the ledger. */
export interface Content {
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
}

/** Places 1 and 2 of the code of an individual business (个体工商户), GB 32100-2015. */
const INDIVIDUAL_BUSINESS = '92';

const slashed = (day: string): string => day.replaceAll('-', '/');
const partyKind = (uscc: string): string => (uscc.startsWith(INDIVIDUAL_BUSINESS) ? '个体工商户' : '法人及非法人组织');

/** The record of the feed. Identity documents of persons have no place in it, and none is known here. */
export function penaltyRecord(content: Content, displayUntil?: string): PenaltyRecord {
  const { enterprise, fineFen, confiscatedFen } = content;
  const fields: Record<string, string | undefined> = {
    CF_XDR_MC: enterprise.name,
    CF_XDR_LB: partyKind(enterprise.uscc),
    CF_XDR_SHXYM: enterprise.uscc,
    CF_FRDB: content.legalRepresentative,
    CF_WSH: content.documentNumber,
    CF_WFXW: content.violation,
    CF_SY: content.facts,
    CF_YJ: content.legalBasis,
    CF_CFLB: content.kinds?.map((kind) => penaltyKinds[kind]?.zh ?? kind).join(';'),
    CF_NR: content.content,
    CF_NR_FK: fineFen === undefined ? undefined : wanFromFen(fineFen),
    CF_NR_WFFF: confiscatedFen === undefined ? undefined : wanFromFen(confiscatedFen),
    CF_NR_ZKDX: content.licence,
    CF_JDRQ: slashed(content.decidedOn),
    CF_GSJZQ: displayUntil === undefined ? undefined : slashed(displayUntil),
    CF_CFJG: content.authority,
    CF_CFJGDM: content.authorityCode,
    CF_SJLY: content.authority,
    CF_SJLYDM: content.authorityCode,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}
