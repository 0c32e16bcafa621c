import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Quantity, Text, Uscc } from '../fields.js';

const kinds = ['MEDIUM_FREQUENCY', 'POWER_FREQUENCY'] as const;
type Kind = (typeof kinds)[number];

/** What a furnace may be used for, and the two uses that are not lawful. */
export const furnaceUses = ['CASTING', 'HEAT_TREATMENT', 'OTHER', 'STAINLESS_STEEL', 'TOOL_DIE_STEEL'] as const;
export type FurnaceUse = (typeof furnaceUses)[number];
const lawfulUses = ['CASTING', 'HEAT_TREATMENT', 'OTHER'] as const;
type LawfulUse = (typeof lawfulUses)[number];
const illegalUses = ['STAINLESS_STEEL', 'TOOL_DIE_STEEL', 'DITIAO_STEEL'] as const;
type IllegalUse = (typeof illegalUses)[number];

@Command('2.5.2', '登记中（工）频炉', 'Register an induction furnace', { rows: [56] })
export class RegisterFurnace extends Act {
  @Part(() => Enterprise, 'Enterprise that operates it, with the site / 使用单位') enterprise!: Enterprise;
  @Uscc('Owner, when another / 所有人', { optional: true }) ownerUscc?: string;
  @OneOf(kinds, 'Medium or power frequency / 中频或工频') kind!: Kind;
  @Quantity('Rated tonnes / 额定容量（吨）') ratedTonnes!: number;
  @Quantity('Transformer capacity in kVA / 变压器容量（千伏安）') ratedKva!: number;
  @Text('Maker / 制造单位', { max: 200 }) maker!: string;
  @Text('Serial number / 出厂编号', { max: 100 }) serialNumber!: string;
  @OneOf(furnaceUses, 'What it is used for / 用途') use!: FurnaceUse;
  @Text('What it melts or heats / 材质', { max: 200 }) material!: string;
}

@Event('2.5.2', '中（工）频炉已登记', 'An induction furnace was registered')
export class InductionFurnaceRegistered {
  @Part(() => Enterprise, 'Operator / 使用单位') enterprise!: Enterprise;
  @Uscc('Owner / 所有人', { optional: true }) ownerUscc?: string;
  @OneOf(kinds, 'Kind / 类别') kind!: Kind;
  @Quantity('Rated tonnes / 额定容量') ratedTonnes!: number;
  @Quantity('Rated kVA / 变压器容量') ratedKva!: number;
  @Text('Maker / 制造单位') maker!: string;
  @Text('Serial number / 出厂编号') serialNumber!: string;
  @OneOf(lawfulUses, 'Use / 用途') use!: LawfulUse;
  @Text('Material / 材质') material!: string;
}

@Command('2.5.2', '变更炉子用途', 'Change what a furnace is used for', { rows: [56] })
export class ChangeFurnaceUse extends Act {
  @OneOf(furnaceUses, 'New use / 新用途') use!: FurnaceUse;
  @Text('What it melts or heats / 材质', { max: 200 }) material!: string;
  @Day('From / 变更日') changedOn!: string;
}

@Event('2.5.2', '炉子用途已变更', 'The use of a furnace changed')
export class FurnaceUseChanged {
  @OneOf(lawfulUses, 'Use / 用途') use!: LawfulUse;
  @Text('Material / 材质') material!: string;
  @Day('From / 变更日') changedOn!: string;
}

@Command('2.5.2', '注销炉子登记', 'Deregister a furnace', { rows: [56] })
export class DeregisterFurnace extends Act {
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP', 'MOVED_AWAY'], 'What became of it / 去向') disposal!:
    'SCRAPPED' | 'SOLD_AS_SCRAP' | 'MOVED_AWAY';
  @Text('Where it went and what proves it / 去向说明') whereabouts!: string;
  @Day('Day / 注销日') deregisteredOn!: string;
}

@Event('2.5.2', '炉子登记已注销', 'A furnace was deregistered')
export class FurnaceDeregistered {
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP', 'MOVED_AWAY'], 'Disposal / 去向') disposal!:
    'SCRAPPED' | 'SOLD_AS_SCRAP' | 'MOVED_AWAY';
  @Text('Whereabouts / 去向说明') whereabouts!: string;
  @Day('Deregistered / 注销日') deregisteredOn!: string;
}

@Command('2.5.2', '发现违规使用', 'Record illegal use of a furnace', { rows: [57] })
export class FindIllegalFurnaceUse extends Act {
  @Part(() => Enterprise, 'Enterprise that used it / 使用单位') enterprise!: Enterprise;
  @OneOf(illegalUses, 'What was made with it / 违规用途') illegalUse!: IllegalUse;
  @Text('Under what name it was done, when disguised / 假借名义', { optional: true, max: 200 }) disguise?: string;
  @Text('What was seen / 事实') facts!: string;
  @Day('Found / 发现日') foundOn!: string;
}

@Event('2.5.2', '违规使用已发现', 'Illegal use of a furnace was found')
export class IllegalFurnaceUseFound {
  @Part(() => Enterprise, 'Enterprise / 使用单位') enterprise!: Enterprise;
  @OneOf(illegalUses, 'Use / 违规用途') illegalUse!: IllegalUse;
  @Text('Disguise / 假借名义', { optional: true }) disguise?: string;
  @Text('Facts / 事实') facts!: string;
  @Day('Found / 发现日') foundOn!: string;
}

@Command('2.5.2', '清理违规使用', 'Clear the illegal use of a furnace', { rows: [57] })
export class ClearIllegalFurnaceUse extends Act {
  @OneOf(['USE_ENDED', 'FURNACE_DISMANTLED'], 'How / 清理方式') measure!: 'USE_ENDED' | 'FURNACE_DISMANTLED';
  @Text('What was seen / 清理情况') facts!: string;
  @Day('Cleared / 清理日') clearedOn!: string;
}

@Event('2.5.2', '违规使用已清理', 'Illegal use of a furnace was cleared')
export class IllegalFurnaceUseCleared {
  @OneOf(['USE_ENDED', 'FURNACE_DISMANTLED'], 'How / 方式') measure!: 'USE_ENDED' | 'FURNACE_DISMANTLED';
  @Text('Facts / 情况') facts!: string;
  @Day('Cleared / 清理日') clearedOn!: string;
}
