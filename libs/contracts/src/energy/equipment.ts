import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { KnownAs } from '../field-facts.js';
import { Day, OneOf, Part, Text, Whole } from '../fields.js';

@Command('2.1.1', '记录淘汰设备', 'Record equipment of the elimination category', { rows: [7] })
export class RecordEliminatedEquipment extends Act {
  @Part(() => Enterprise, 'Enterprise that uses it / 使用单位') enterprise!: Enterprise;
  @Text('Model / 型号', { max: 200 }) model!: string;
  @Text('Catalogue and item / 目录条目', { max: 200 }) catalogueItem!: string;
}

@Event('2.1.1', '发现淘汰设备', 'Equipment of the elimination category was found')
export class EliminatedEquipmentFound {
  @Part(() => Enterprise, 'Enterprise / 使用单位') enterprise!: Enterprise;
  @Text('Model / 型号') model!: string;
  @Text('Catalogue item / 目录条目') catalogueItem!: string;
}

@Command('2.1.1', '责令停止使用', 'Order to stop using it, and to dismantle it by a day', { rows: [7] })
export class OrderStopUse extends Act {
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Calendar days to dismantle it / 拆除期限（日）', { min: 1, max: 3650, example: 30 }) days!: number;
}

@Event('2.1.1', '已责令停止使用', 'Stop of use was ordered')
export class StopUseOrdered {
  @Part(() => Enterprise, 'Enterprise that uses it / 使用单位') enterprise!: Enterprise;
  @Text('Model / 型号') model!: string;
  @Text('Order number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Dismantle by / 拆除期限') due!: Due;
}

@Command('2.1.1', '没收设备', 'Confiscate the equipment', { rows: [7] })
export class ConfiscateEquipment extends Act {
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Event('2.1.1', '设备已没收', 'The equipment was confiscated')
export class EquipmentConfiscated {
  @Text('Decision number / 文号') documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('2.5.3', '拆除期限届满', 'The time to dismantle is over', { issuedBy: 'system', rows: [63] })
export class PassDismantlingDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@KnownAs('EnergyDismantlingOverdue')
@Event('2.5.3', '逾期未拆除', 'Dismantling is overdue')
export class DismantlingOverdue {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.5.3', '记录拆除', 'Record that it was dismantled', { rows: [58] })
export class RecordDismantling extends Act {
  @Day('Day of dismantling / 拆除日') dismantledOn!: string;
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP'], 'What became of it / 处置方式') disposal!: 'SCRAPPED' | 'SOLD_AS_SCRAP';
  @Text('Who witnessed it / 见证', { max: 200 }) witness!: string;
}

@KnownAs('EnergyMainEquipmentDismantled')
@Event('2.5.3', '已拆除', 'Main equipment was dismantled')
export class MainEquipmentDismantled {
  @Day('Dismantled / 拆除日') dismantledOn!: string;
  @OneOf(['SCRAPPED', 'SOLD_AS_SCRAP'], 'Disposal / 处置') disposal!: 'SCRAPPED' | 'SOLD_AS_SCRAP';
  @Text('Witness / 见证') witness!: string;
  @Text('Why an earlier record was wrong / 更正理由', { optional: true }) correctionReason?: string;
}

@Command('2.5.3', '更正拆除日', 'Correct the day on which it was dismantled', { rows: [58] })
export class CorrectDismantling extends Act {
  @Day('Day on which it was dismantled in truth / 实际拆除日') dismantledOn!: string;
  @Text('What was wrong, and what shows it / 更正理由', { max: 500 }) reason!: string;
}

@KnownAs('DetermineEquipmentNonCompletion')
@Command('3.2', '认定未按期退出', 'Determine that capacity did not exit on time', { rows: [72] })
export class DetermineExitNonCompletion extends Act {
  @Text('Fact as determined / 未完成事实') fact!: string;
  @Text('Legal basis; the plan alone is none / 法律依据') legalBasis!: string;
  @Text('Number of the determination / 认定文号', { max: 128 }) documentNumber!: string;
  @Day('Day on which the enterprise was told / 告知日') notifiedOn!: string;
}

@KnownAs('EnergyExitNonCompletionDetermined')
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
