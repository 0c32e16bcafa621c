import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Flag, Id, OneOf, Part, Text, Texts, Whole } from '../fields.js';

@Command('2.4.3', '登记安全案件', 'Open a safety case', { rows: [46] })
export class OpenSafetyCase extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Inspection that found it / 检查', { optional: true }) inspectionId?: string;
  @Text('What is wrong / 隐患或者违法情况') situation!: string;
}

@Event('2.4.3', '安全案件已登记', 'A safety case was opened')
export class SafetyCaseOpened {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Inspection / 检查', { optional: true }) inspectionId?: string;
  @Text('Situation / 情况') situation!: string;
}

@Command('2.4.3', '责令消除事故隐患', 'Order hazards to be removed, at once or within a time limit', { rows: [46] })
export class OrderHazardRemoval extends Act {
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Texts('Hazards / 事故隐患', { min: 1, max: 100 }) hazards!: string[];
  @Whole('Calendar days granted; left out: at once / 期限（日）', { optional: true, min: 1, max: 3650, example: 15 })
  days?: number;
}

@Event('2.4.3', '已责令消除事故隐患', 'The removal of hazards was ordered')
export class HazardRemovalOrdered {
  @Text('Order number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Texts('Hazards / 事故隐患') hazards!: string[];
  @Day('To be removed by the end of / 消除期限') dueOn!: string;
  @Part(() => Due, 'How the day was counted, where time was given / 期限', { optional: true }) due?: Due;
}

@Command('2.4.3', '隐患消除期限届满', 'The time to remove hazards is over', { issuedBy: 'system', rows: [46] })
export class PassHazardDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.4.3', '隐患消除期限已届满', 'The time to remove hazards ended')
export class HazardRemovalPeriodEnded {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.4.3', '复查事故隐患', 'Re-examine hazards', { rows: [46] })
export class ReexamineHazards extends Act {
  @Text('What was found / 复查情况') findings!: string;
  @Flag('Whether they are gone / 是否消除') cleared!: boolean;
}

@Event('2.4.3', '事故隐患已复查', 'Hazards were re-examined')
export class HazardsReexamined {
  @Text('Findings / 情况') findings!: string;
  @Flag('Whether they are gone / 是否消除') cleared!: boolean;
  @Day('Should have been removed by / 消除期限') dueOn!: string;
}

const orders = ['HAZARD_REMOVAL', 'SUSPENSION'] as const;

@Command('2.4.3', '记录拒不执行', 'Record that an order is not obeyed', { rows: [46, 47, 48] })
export class RecordDisobedience extends Act {
  @OneOf(orders, 'Order that is not obeyed / 拒不执行的决定') order!: (typeof orders)[number];
  @Text('What was found / 检查情况') findings!: string;
  @Flag('Whether there is real danger of an accident / 是否有发生事故的现实危险') realDanger!: boolean;
}

@Event('2.4.3', '拒不执行已查实', 'An order was found not to be obeyed')
export class SafetyOrderDisobeyed {
  @OneOf(orders, 'Order / 决定') order!: (typeof orders)[number];
  @Text('Findings / 情况') findings!: string;
  @Flag('Real danger / 现实危险') realDanger!: boolean;
}

@Command('2.4.3', '按日连续处罚', 'Fine day by day who was fined and still refuses to put it right', { rows: [46] })
export class DecideDailyFine extends Act {
  @Id('Penalty whose fine is repeated / 原处罚') penaltyId!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('First day fined / 起') fromOn!: string;
  @Day('Last day fined / 止') toOn!: string;
}

@Event('2.4.3', '已决定按日连续处罚', 'A fine for each day was decided')
export class SafetyDailyFineDecided {
  @Id('Penalty whose fine is repeated / 原处罚') penaltyId!: string;
  @Text('Decision number / 文号') documentNumber!: string;
  @Day('First day / 起') fromOn!: string;
  @Day('Last day / 止') toOn!: string;
  @Whole('Days / 日数') days!: number;
  @Fen('Fine for a day in fen / 每日罚款（分）') dailyFen!: number;
  @Fen('In all, in fen / 合计（分）') totalFen!: number;
}

/** Levels of accidents, the least first. */
export const accidentLevels = ['GENERAL', 'LARGER', 'MAJOR', 'ESPECIALLY_SERIOUS'] as const;

@Command('2.4.3', '记录生产安全事故', 'Record an accident', { rows: [48] })
export class RecordSafetyAccident extends Act {
  @OneOf(accidentLevels, 'Level / 事故等级') level!: (typeof accidentLevels)[number];
  @Day('Day of the accident / 发生日') happenedOn!: string;
  @Flag('Whether it came of missing conditions of safety / 是否因不具备安全生产条件导致') forWantOfConditions!: boolean;
  @Text('Number of the approved report / 事故调查批复文号', { max: 128 }) reportNumber!: string;
}

@Event('2.4.3', '生产安全事故已记录', 'An accident was recorded')
export class SafetyAccidentRecorded {
  @OneOf(accidentLevels, 'Level / 事故等级') level!: (typeof accidentLevels)[number];
  @Day('Happened / 发生日') happenedOn!: string;
  @Flag('For want of conditions / 因不具备安全生产条件') forWantOfConditions!: boolean;
  @Text('Report number / 批复文号') reportNumber!: string;
}
