import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Parts, Quantity, Text, Whole } from '../fields.js';

/** A piece of process equipment as it was seen on site. */
export class ScreenedEquipment {
  @Id('The department’s number for it / 设备编号') equipmentId!: string;
  @Text('Model / 型号', { max: 200 }) model!: string;
  @Text('Item of the elimination catalogue, when it is on it / 淘汰类目录条目', { optional: true, max: 200 })
  catalogueItem?: string;
  @Quantity('Yearly capacity / 年产能', { optional: true }) capacity?: number;
  @Text('Unit of the capacity / 单位', { optional: true, max: 32 }) unit?: string;
}

@Command('2.5.1', '列入排查范围', 'List a site for screening', { rows: [50] })
export class ListForScreening extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100, example: 2021 }) year!: number;
  @Part(() => Enterprise, 'Enterprise, with the site / 企业（须有场所）') enterprise!: Enterprise;
}

@Event('2.5.1', '已列入排查范围', 'A site was listed for screening')
export class ListedForScreening {
  @Whole('Year / 年度') year!: number;
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
}

@Command('2.5.1', '排查落后工艺装备', 'Screen a site for outdated equipment', { rows: [50] })
export class ScreenEnterprise extends Act {
  @Day('Day of the screening / 排查日') screenedOn!: string;
  @Parts(() => ScreenedEquipment, 'All process equipment seen / 在场工艺装备', { min: 1, max: 500 })
  equipment!: ScreenedEquipment[];
}

@Event('2.5.1', '已排查', 'A site was screened')
export class EquipmentScreened {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Screened / 排查日') screenedOn!: string;
  @Parts(() => ScreenedEquipment, 'Equipment / 装备') equipment!: ScreenedEquipment[];
  @OneOf(['CLEAR', 'OUTDATED_FOUND'], 'Result / 结果') result!: 'CLEAR' | 'OUTDATED_FOUND';
}

@Event('2.5.1', '发现落后工艺装备', 'Outdated equipment was identified')
export class OutdatedEquipmentIdentified {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Equipment / 设备编号') equipmentId!: string;
  @Text('Model / 型号') model!: string;
  @Text('Catalogue item / 目录条目') catalogueItem!: string;
  @Quantity('Capacity / 产能', { optional: true }) capacity?: number;
  @Text('Unit / 单位', { optional: true }) unit?: string;
}
