import { ApiProperty } from '@nestjs/swagger';
import type { Keyed } from '#projection';
import { Paged, Sentence } from '../answers.js';
import { statuses } from '../dossier/dossier.projection.js';
import { statusFound, type Found } from './search.projection.js';

export class DossierSummary {
  @ApiProperty({ description: 'Place in the path of the dossier / 档案编号' }) id!: string;
  @ApiProperty({ nullable: true, type: String }) uscc!: string | null;
  @ApiProperty({ nullable: true, type: String }) name!: string | null;
  @ApiProperty({ type: [String], description: 'Other names that it has or had / 曾用及其他名称' })
  otherNames!: string[];
  @ApiProperty({ nullable: true, type: String }) county!: string | null;
  @ApiProperty({ nullable: true, type: String }) industry!: string | null;
  @ApiProperty({ enum: statuses }) status!: string;
  @ApiProperty({ description: 'True for enterprises that do not exist / 模拟数据' }) synthetic!: boolean;
  @ApiProperty() openObligations!: number;
  @ApiProperty({ nullable: true, type: String, format: 'date' }) nextDueOn!: string | null;
}

export class FacetCount {
  @ApiProperty({ nullable: true, type: String, description: 'To be given as the filter / 筛选值' }) value!:
    string | null;
  @ApiProperty({ required: false, description: 'Law of an article / 条文所属法律' }) law?: string;
  @ApiProperty({ type: Sentence }) says!: Sentence;
  @ApiProperty({ description: 'Enterprises, over all pages / 企业数' }) count!: number;
}

export class DossierPage extends Paged {
  @ApiProperty({ type: [DossierSummary] }) items!: DossierSummary[];
  @ApiProperty({
    type: 'object',
    selfRequired: false,
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/FacetCount' } },
    description: 'Those asked for; each as if its own filter were not given / 分面计数，不计自身筛选',
  })
  facets?: Record<string, FacetCount[]>;
}

export function summary({ key, row }: Keyed<Found>): DossierSummary {
  const { uscc, name, names, county, industry, synthetic } = row.identity;
  const renamed = row.registration.changes.flatMap(({ kind, from }) => (kind === 'RENAMED' ? [from] : []));
  const { open } = row.obligations;
  return {
    id: key,
    uscc,
    name,
    otherNames: [...new Set([...names.map((one) => one.name), ...renamed])].filter((one) => one !== name),
    county,
    industry,
    status: statusFound(row),
    synthetic,
    openObligations: open.length,
    nextDueOn: open[0]?.dueOn ?? null,
  };
}
