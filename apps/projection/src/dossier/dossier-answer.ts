import { ApiProperty } from '@nestjs/swagger';
import { areas, industries, type AreaCode, type IndustryCode } from '#codes';
import { Reflecting, Sentence } from '../answers.js';
import type { DossierThen } from './dossier-at.js';
import { sections, statuses, statusOf, type Dossier, type SectionName, type Source } from './dossier.projection.js';

export class DossierAnswer extends Reflecting {
  @ApiProperty() version!: number;
  @ApiProperty() id!: string;
  @ApiProperty({ nullable: true, type: String, description: 'Legal time that was asked for; null is now / 法律时间' })
  asOf!: string | null;
  @ApiProperty({ description: 'Ledger time or position that was asked for, or the one reflected / 台账时间或位置' })
  asKnownAt!: string;
  @ApiProperty({ description: 'Gives this answer again, whatever is recorded later / 固定链接' })
  permalink!: string;
  @ApiProperty({ enum: statuses }) status!: string;
  @ApiProperty({ description: 'Names, code, area, industry, sites / 身份', type: Object }) identity!: object;
  @ApiProperty({ description: 'Each part with what it holds and the last event it reflects / 各部分', type: Object })
  sections!: object;
  @ApiProperty({
    description: 'From whom rights and duties passed to it, with their open cases, what is owed, and penalties / 承继',
    type: [Object],
  })
  inherited!: readonly object[];
  @ApiProperty({ type: Sentence }) notice!: Sentence;
}

const NONE = {
  zh: '台账未载有此类记录；这不表示合规，仅表示截至所示位置没有登记',
  en: 'The ledger holds no record of this kind; that does not mean compliance, only that none was posted up to this position',
};
const NOTICE = {
  zh: '本档案只反映已登记的事实；“未载有记录”不等于“合规”',
  en: 'This dossier tells what was posted; that no record is held does not mean that the enterprise complies',
};

/** A dossier for people: every part says whether a record is held at all, and from which event it is. */
export function presented(
  id: string,
  row: Dossier,
  { reflected: { position, version }, inherited, asOf, asKnownAt }: Omit<DossierThen, 'row' | 'mark'>,
): DossierAnswer {
  const { identity } = row;
  const parts = (Object.keys(sections) as SectionName[]).map((name) => [name, part(row[name], row.provenance[name])]);
  return {
    position,
    version,
    id,
    asOf: asOf ?? null,
    asKnownAt,
    permalink: `/dossiers/${id}?${new URLSearchParams({ ...(asOf === undefined ? {} : { asOf }), asKnownAt })}`,
    status: statusOf(row),
    identity: {
      ...identity,
      countyName: identity.county && areas[identity.county as AreaCode],
      industryName: identity.industry && industries[identity.industry as IndustryCode],
      source: row.provenance.identity ?? null,
    },
    sections: Object.fromEntries(parts) as object,
    inherited,
    notice: NOTICE,
  };
}

function part(state: object, source: Source | undefined): object {
  const held = source !== undefined;
  return { held, ...(held ? {} : { note: NONE }), source: source ?? null, ...state };
}
