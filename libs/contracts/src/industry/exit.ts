import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Parts, Quantity, Text, Texts, Whole } from '../fields.js';
import { Medium } from './media.js';

const scopes = ['LINE', 'SITE', 'ENTERPRISE'] as const;
type Scope = (typeof scopes)[number];

/** Why something exits. `RESUMPTION`: it had exited and was found to produce again. */
export const exitGrounds = [
  'ELIMINATION_CATEGORY',
  'CLOSURE_ORDERED',
  'STOP_USE_ORDERED',
  'RESUMPTION',
  'VOLUNTARY',
] as const;
type Ground = (typeof exitGrounds)[number];

const disposals = ['SCRAPPED', 'SOLD_AS_SCRAP', 'TRANSFERRED'] as const;

/** Main equipment of what exits. */
export class ExitEquipment {
  @Id('The department’s number for it / 设备编号') equipmentId!: string;
  @Text('Model / 型号', { max: 200 }) model!: string;
  @Quantity('Yearly capacity / 年产能', { optional: true }) capacity?: number;
  @Text('Unit of the capacity / 单位', { optional: true, max: 32 }) unit?: string;
}

@Command('2.5.1', '建立退出档案', 'Open the exit file of a line, a site or an enterprise', { rows: [51, 70] })
export class OpenExitFile extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(scopes, 'What exits: a line, a site or the enterprise / 退出范围') scope!: Scope;
  @Text('The line or process that exits / 退出的生产线或装备', { max: 200 }) line!: string;
  @OneOf(exitGrounds, 'Why it exits / 退出事由') ground!: Ground;
  @Parts(() => ExitEquipment, 'Main equipment, as far as known / 主体设备', { optional: true, max: 200 })
  equipment?: ExitEquipment[];
  @Text('Catalogue item, for the elimination category / 淘汰类目录条目', { optional: true, max: 200 })
  catalogueItem?: string;
  @Id('Closure proposal, equipment, screening or look-back that it comes from / 来源编号', { optional: true })
  originId?: string;
}

@Event('2.5.1', '退出档案已建立', 'An exit file was opened')
export class ExitFileOpened {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(scopes, 'Scope / 范围') scope!: Scope;
  @Text('What exits / 退出的生产线或装备') line!: string;
  @OneOf(exitGrounds, 'Ground / 事由') ground!: Ground;
  @Parts(() => ExitEquipment, 'Main equipment / 主体设备', { optional: true }) equipment?: ExitEquipment[];
  @Text('Catalogue item / 目录条目', { optional: true }) catalogueItem?: string;
  @Id('Origin / 来源编号', { optional: true }) originId?: string;
  @Text('Order that it rests on / 文号', { optional: true, max: 128 }) orderDocumentNumber?: string;
}

@Command('2.5.1', '责令立即淘汰', 'Order elimination at once', { rows: [51] })
export class OrderElimination extends Act {
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Calendar days to dismantle it / 拆除期限（日）', { min: 1, max: 3650, example: 30 }) days!: number;
  @Parts(() => ExitEquipment, 'Main equipment to be eliminated / 应淘汰主体设备', { min: 1, max: 200 })
  equipment!: ExitEquipment[];
}

@Event('2.5.1', '已责令立即淘汰', 'Elimination was ordered')
export class EliminationOrdered {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('What exits / 退出的生产线或装备') line!: string;
  @Text('Order number / 文号') documentNumber!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Parts(() => ExitEquipment, 'Main equipment / 主体设备') equipment!: ExitEquipment[];
  @Part(() => Due, 'Dismantle by / 拆除期限') due!: Due;
}

@Command('2.5.3', '关停工艺装备', 'Shut the process down', { rows: [58] })
export class OrderShutdown extends Act {
  @Text('Process that stands still / 关停的工艺', { max: 200 }) process!: string;
  @Day('Day from which it stands still / 停产日') stoppedOn!: string;
}

@Event('2.5.3', '工艺装备已关停', 'The process was shut down')
export class ProcessShutDown {
  @Text('Process / 工艺') process!: string;
  @Day('Stopped / 停产日') stoppedOn!: string;
}

@Command('2.5.3', '开始拆除', 'Start dismantling', { rows: [58] })
export class StartDismantling extends Act {
  @Day('First day of dismantling / 开工日') startedOn!: string;
}

@Event('2.5.3', '拆除已开始', 'Dismantling started')
export class DismantlingStarted {
  @Day('Started / 开工日') startedOn!: string;
}

@Command('2.5.3', '记录主体设备拆除', 'Record that main equipment was dismantled', { rows: [58] })
export class RecordDismantled extends Act {
  @Texts('Equipment dismantled, by its numbers / 拆除设备编号', { min: 1, max: 200 }) equipmentIds!: string[];
  @Day('Day of dismantling / 拆除日') dismantledOn!: string;
  @OneOf(disposals, 'What became of it; it may not go to others for use / 处置方式')
  disposal!: (typeof disposals)[number];
  @Text('Who witnessed it: units, not persons / 见证单位', { max: 200 }) witness!: string;
  @Text('Number of the signed witness certificate / 见证书编号', { max: 128 }) certificateNumber!: string;
  @Parts(() => Medium, 'Photos and videos before, during and after / 拆除前、中、后影像', { min: 1, max: 100 })
  media!: Medium[];
}

@Command('2.5.3', '记入节能监察所记拆除', 'Note a dismantling that energy recorded', { issuedBy: 'system', rows: [58] })
export class NoteEnergyDismantling extends Act {
  @Day('Day of dismantling / 拆除日') dismantledOn!: string;
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP'], 'Disposal / 处置') disposal!: 'SCRAPPED' | 'SOLD_AS_SCRAP';
  @Text('Witness / 见证', { max: 200 }) witness!: string;
}

@Event('2.5.3', '主体设备已拆除', 'Main equipment was dismantled')
export class MainEquipmentDismantled {
  @Texts('Equipment / 设备编号', { optional: true }) equipmentIds?: string[];
  @Day('Dismantled / 拆除日') dismantledOn!: string;
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP'], 'Disposal / 处置') disposal!: 'SCRAPPED' | 'SOLD_AS_SCRAP';
  @Text('Witness / 见证') witness!: string;
  @Text('Witness certificate / 见证书编号', { optional: true }) certificateNumber?: string;
  @Parts(() => Medium, 'Media / 影像', { optional: true }) media?: Medium[];
}

/** Reasons for which what cannot be dismantled yet may stand until a day. */
export const deferralReasons = ['DEBT_DISPUTE_SEAL', 'STATE_ASSET', 'HERITAGE', 'CONVERSION', 'OTHER'] as const;
type DeferralReason = (typeof deferralReasons)[number];

@Command('2.5.3', '暂缓拆除', 'Defer dismantling to a day', { rows: [59] })
export class DeferDismantling extends Act {
  @OneOf(deferralReasons, 'Why it cannot be dismantled yet / 暂不具备拆除条件的理由') reason!: DeferralReason;
  @Text('What proves the reason / 证明材料') evidence!: string;
  @Text('Document of consent, where there is one / 同意文号', { optional: true, max: 128 })
  consentDocumentNumber?: string;
  @Day('Day of the decision / 决定日') decidedOn!: string;
  @Day('Dismantle by / 限时拆除日') dismantleBy!: string;
}

@Event('2.5.3', '已暂缓拆除', 'Dismantling was deferred')
export class DismantlingDeferred {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(deferralReasons, 'Reason / 理由') reason!: DeferralReason;
  @Text('Evidence / 证明材料') evidence!: string;
  @Text('Consent / 同意文号', { optional: true }) consentDocumentNumber?: string;
  @Day('Decided / 决定日') decidedOn!: string;
  @Day('Dismantle by / 限时拆除日') dismantleBy!: string;
  @Part(() => Due, 'Deadline / 期限') due!: Due;
}

@Command('2.5.3', '拆除期限届满', 'The time to dismantle is over', { issuedBy: 'system', rows: [63] })
export class PassDismantlingDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.5.3', '逾期未拆除', 'Dismantling is overdue')
export class DismantlingOverdue {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('3.2', '认定未按期退出', 'Determine that capacity did not exit on time', { rows: [63, 72] })
export class DetermineExitNonCompletion extends Act {
  @Text('Fact as determined / 未完成事实') fact!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the determination / 认定文号', { max: 128 }) documentNumber!: string;
  @Day('Day on which the enterprise was told / 告知日') notifiedOn!: string;
}

@Event('3.2', '已认定未按期退出', 'Non-completion of exit was determined')
export class ExitNonCompletionDetermined {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Should have exited by / 应完成日期') dueOn!: string;
  @Text('What should have exited / 应退出设备') equipment!: string;
  @Text('Fact / 未完成事实') fact!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Text('Number / 认定文号') documentNumber!: string;
  @Day('Told / 告知日') notifiedOn!: string;
}

@Command('2.5.1', '复查已退出产能', 'Re-check capacity that has exited', { rows: [52] })
export class RecheckExited extends Act {
  @Day('Day of the check / 复查日') checkedOn!: string;
  @Flag('It produces again / 已恢复') restored!: boolean;
  @Flag('It could be made to produce again / 能恢复') restorable!: boolean;
  @Text('What was seen / 复查情况') findings!: string;
}

@Event('2.5.1', '已退出产能已复查', 'Exited capacity was re-checked')
export class ExitedCapacityRechecked {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Checked / 复查日') checkedOn!: string;
  @Flag('Restored / 已恢复') restored!: boolean;
  @Flag('Restorable / 能恢复') restorable!: boolean;
  @Text('Findings / 情况') findings!: string;
}
