import { ApiProperty } from '@nestjs/swagger';
import { areas, industries, type AreaCode, type IndustryCode } from '#codes';
import { addMonths } from '#law';
import { Reflecting, Sentence } from '../answers.js';
import { audiences } from '../audience/audience.js';
import { countdown } from '../duties/countdown.js';
import type { Refreshed } from '../freshness/freshness-at.js';
import { contents, partNames, tellersOf, type PartName } from './contents.js';
import type { DossierThen } from './dossier-at.js';
import { sections, statuses, statusOf, type Dossier, type SectionName, type Source } from './dossier.projection.js';
import { complianceOf } from './views/compliance.js';
import { inspectionsOf } from './views/inspections.js';
import { measuresOf } from './views/measures.js';
import { remediesOf } from './views/remedies.js';
import { sitesOf } from './views/sites.js';

/** What readers of such reports expect to see of inspections. */
const YEARS_OF_INSPECTIONS = 5;

export class DossierAnswer extends Reflecting {
  @ApiProperty() version!: number;
  @ApiProperty() id!: string;
  @ApiProperty({ required: false, description: 'Site that it is about, where it is about one alone / 场所' })
  siteCode?: string;
  @ApiProperty({ enum: audiences, description: 'Whom it is for: what it leaves out depends on it / 读者' })
  audience!: string;
  @ApiProperty({ description: 'Legal time that was asked for, or today / 法律时间' }) asOf!: string;
  @ApiProperty({ description: 'Ledger time or position that was asked for, or the one reflected / 台账时间或位置' })
  asKnownAt!: string;
  @ApiProperty({ format: 'date', description: 'Day in China from which days are counted / 计日基准' }) today!: string;
  @ApiProperty({ description: 'Gives this answer again, whatever is recorded later / 固定链接' })
  permalink!: string;
  @ApiProperty({ enum: statuses }) status!: string;
  @ApiProperty({ description: 'Names, code, area, industry, sites / 身份', type: Object }) identity!: object;
  @ApiProperty({ type: [Object], description: 'Chapters with their parts / 目录' }) contents!: readonly object[];
  @ApiProperty({ description: 'Each part with what it holds and the last event it reflects / 各部分', type: Object })
  sections!: object;
  @ApiProperty({
    description: 'From whom rights and duties passed to it, with their open cases, what is owed, and penalties / 承继',
    type: [Object],
  })
  inherited!: readonly object[];
  @ApiProperty({
    type: [Object],
    description: 'Each source with the last day on which it recorded anything / 来源更新',
  })
  freshness!: readonly object[];
  @ApiProperty({ type: Sentence }) notice!: Sentence;
}

/** One part of a dossier, for those who need no more. */
export class DossierSection extends Reflecting {
  @ApiProperty() id!: string;
  @ApiProperty() asOf!: string;
  @ApiProperty() asKnownAt!: string;
  @ApiProperty({ description: 'Gives this answer again / 固定链接' }) permalink!: string;
  @ApiProperty({ enum: partNames }) section!: string;
  @ApiProperty({ type: Object }) content!: object;
}

const NOTICE = {
  zh: '本档案只反映已登记的事实；“未载有记录”不等于“合规”',
  en: 'This dossier tells what was posted; that no record is held does not mean that the enterprise complies',
};

type Presented = Omit<DossierThen, 'row' | 'mark'>;

/** A dossier for people: every part says whether a record is held at all, and from which event it is. */
export function presented(id: string, row: Dossier, then: Presented, siteCode?: string): DossierAnswer {
  const { reflected, inherited, audience, today, freshness, asOf, asKnownAt } = then;
  const { identity } = row;
  return {
    position: reflected.position,
    version: reflected.version,
    id,
    ...(siteCode === undefined ? {} : { siteCode }),
    audience: audience.kind,
    asOf: asOf ?? today,
    asKnownAt,
    today,
    permalink: permalinkOf(siteCode === undefined ? id : `${id}/sites/${siteCode}`, then),
    status: statusOf(row),
    identity: {
      ...identity,
      countyName: identity.county && areas[identity.county as AreaCode],
      industryName: identity.industry && industries[identity.industry as IndustryCode],
      source: row.provenance.identity ?? null,
    },
    contents,
    sections: partsOf(id, row, then),
    inherited: inherited.map(({ obligations, ...one }) => ({ ...one, obligations: counted(obligations, today) })),
    freshness,
    notice: NOTICE,
  };
}

/** Pinned on both clocks, since days are counted to the end of one of them. */
export function permalinkOf(path: string, { asOf, asKnownAt, today, audience }: Presented): string {
  const clocks = new URLSearchParams({ asOf: asOf ?? today, asKnownAt });
  return `/dossiers/${audience.kind === 'public' ? 'public/' : ''}${path}?${clocks}`;
}

/** Every part of a dossier, those that are stored and those that are made from them. */
export function partsOf(id: string, row: Dossier, then: Presented): Readonly<Record<PartName, object>> {
  const { today, freshness, corrections } = then;
  const stored = Object.keys(sections).map((name) => {
    const part = name as SectionName;
    return [name, storedPart(row[part], row.provenance[part], freshness, tellersOf[part])];
  });
  const since = addMonths(today, -12 * YEARS_OF_INSPECTIONS);
  const parts = {
    ...(Object.fromEntries(stored) as Record<SectionName, object>),
    sites: { sites: sitesOf(row, id) },
    compliance: complianceOf(row, today),
    inspections: { since, inspections: inspectionsOf(row).filter(({ at }) => at >= since) },
    measures: { measures: measuresOf(row) },
    remedies: { remedies: remediesOf(row) },
    corrections: { corrections },
  };
  return { ...parts, obligations: { ...parts.obligations, open: counted(row.obligations.open, today) } };
}

const counted = <Owed extends { readonly dueOn: string }>(owed: readonly Owed[], today: string) =>
  owed.map((one) => ({ ...one, ...countdown(one.dueOn, today) }));

function storedPart(
  state: object,
  source: Source | undefined,
  freshness: readonly Refreshed[],
  tellers: readonly string[],
): object {
  if (source) return { held: true, source, ...state };
  return {
    held: false,
    note: noRecord(freshness.filter(({ department }) => tellers.includes(department))),
    source: null,
    ...state,
  };
}

/** That nobody told anything is said together with when each of those who could have was last heard of. */
function noRecord(sources: readonly Refreshed[]): Sentence {
  const zh = sources.map(
    ({ department, refreshedOn }) => `${department} ${refreshedOn ? `更新至 ${refreshedOn}` : '从未登记'}`,
  );
  const en = sources.map(
    ({ department, refreshedOn }) => `${department} ${refreshedOn ? `refreshed on ${refreshedOn}` : 'never posted'}`,
  );
  return {
    zh: `台账未载有此类记录；这不表示合规，仅表示没有登记（${zh.join('，')}）`,
    en: `No record held; that does not mean compliance, only that none was posted (${en.join(', ')})`,
  };
}
