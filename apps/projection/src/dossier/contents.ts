import { languages } from '#contracts';
import { namespaceOf, type Bilingual } from '#decider';
import { sections, type SectionName } from './dossier.projection.js';

/** Parts that are made from others when a dossier is read. */
export const views = ['sites', 'compliance', 'inspections', 'measures', 'remedies', 'corrections'] as const;
export type ViewName = (typeof views)[number];
export type PartName = SectionName | ViewName;

/** Every part, as its path spells it. */
export const partNames: readonly PartName[] = [...(Object.keys(sections) as SectionName[]), ...views];

/** A chapter of a dossier, as its readers count them, with the parts that it consists of. */
interface Chapter {
  readonly number: number;
  readonly title: Bilingual;
  readonly parts: readonly PartName[];
}

const chapter = (number: number, zh: string, en: string, ...parts: PartName[]): Chapter => ({
  number,
  title: { zh, en },
  parts,
});

/** Identity is the head of the dossier, and freshness its foot; every other part is in one chapter or more. */
export const contents: readonly Chapter[] = [
  chapter(1, '主体身份与曾用名', 'Identity and aliases', 'registration'),
  chapter(2, '生产场所', 'Sites', 'sites', 'land', 'projects'),
  chapter(3, '产能与设备', 'Capacity and equipment', 'capacity', 'equipment', 'ditiao'),
  chapter(4, '许可证照', 'Licences and permits', 'licences', 'permits'),
  chapter(5, '季度合规状况', 'Compliance by quarter', 'compliance'),
  chapter(6, '检查与抽查', 'Inspections', 'inspections', 'supervision', 'environment', 'quality', 'safety'),
  chapter(7, '未了结义务与期限', 'Open obligations', 'obligations'),
  chapter(8, '案件', 'Cases', 'cases', 'standing', 'conducts'),
  chapter(9, '行政处罚', 'Penalties', 'penalties', 'exposures'),
  chapter(10, '强制、限制与价格措施', 'Coercive and price measures', 'measures', 'prices'),
  chapter(11, '退出档案', 'Exit file', 'exit'),
  chapter(12, '回头看', 'Look-backs', 'lookBack'),
  chapter(13, '信用信息', 'Credit', 'credit'),
  chapter(14, '支持措施', 'Support received', 'support'),
  chapter(15, '异议、复议与诉讼', 'Objections, reviews, litigation', 'remedies'),
  chapter(16, '更正记录', 'Corrections', 'corrections'),
  chapter(17, '来源与更新', 'Provenance and freshness'),
];

const departments = new Map(languages.map(({ department }) => [namespaceOf(department), department]));

/** The departments that a part is told by. */
export const tellersOf = Object.fromEntries(
  Object.entries(sections).map(([name, { when }]) => {
    const namespaces = new Set(Object.keys(when).map((type) => type.slice(0, type.indexOf('.'))));
    return [name, [...namespaces].flatMap((namespace) => departments.get(namespace) ?? [])];
  }),
) as unknown as Readonly<Record<SectionName, readonly string[]>>;
