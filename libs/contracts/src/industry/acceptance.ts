import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, OneOf, Part, Parts, Text, Texts } from '../fields.js';
import { isolationSteps, type IsolationStep } from './isolation.js';
import { Medium } from './media.js';

/** What a line was made harmless by. */
const measures = ['WATER_CUT', 'POWER_CUT', 'POWER_UNIT_REMOVED', 'MAIN_EQUIPMENT_SEALED', 'DISMANTLED'] as const;
export type Measure = (typeof measures)[number];

/** How an enterprise ended: the four words of 三(二). */
const manners = ['SHUT_DOWN', 'CEASED', 'CLOSED', 'BANNED'] as const;
type Manner = (typeof manners)[number];

@Command('3.2', '淘汰主体设备（生产线）', 'Record that a line is eliminated', { rows: [70] })
export class EliminateLine extends Act {
  @Texts('Measures in place / 已落实措施', { of: measures, min: 1, max: 5 }) measures!: Measure[];
  @Day('Day from which it cannot produce / 淘汰日') eliminatedOn!: string;
}

@Event('3.2', '主体设备（生产线）已淘汰', 'A line was eliminated')
export class LineEliminated {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Line / 生产线') line!: string;
  @Texts('Measures / 措施', { of: measures }) measures!: Measure[];
  @Day('Eliminated / 淘汰日') eliminatedOn!: string;
}

@Command('3.2', '关停、停业、关闭、取缔企业', 'Record that a whole enterprise is closed', { rows: [70] })
export class CloseEnterprise extends Act {
  @OneOf(manners, 'Shut down, ceased, closed or banned / 关停、停业、关闭、取缔') manner!: Manner;
  @Day('Day from which it is closed / 关停日') closedOn!: string;
}

@Event('3.2', '企业已关停', 'An enterprise was closed')
export class EnterpriseClosed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(manners, 'Manner / 方式') manner!: Manner;
  @Day('Closed / 关停日') closedOn!: string;
  @Text('Order of the government / 政府文号', { optional: true }) governmentDocumentNumber?: string;
}

/** A point of the acceptance. */
export class ChecklistItem {
  @Text('What was checked / 验收项目', { max: 200 }) item!: string;
  @Flag('Whether it is as it should be / 是否符合') isMet!: boolean;
}

@Command('3.2', '现场验收', 'Inspect the exit for acceptance', { rows: [71] })
export class InspectForAcceptance extends Act {
  @Texts('Units that took part, not persons / 验收组成单位', { min: 1, max: 20 }) team!: string[];
  @Parts(() => ChecklistItem, 'What was checked / 验收清单', { min: 1, max: 100 }) checklist!: ChecklistItem[];
  @Parts(() => Medium, 'Photos and videos, before and after / 前后影像', { max: 200 }) media!: Medium[];
  @Day('Day of the inspection / 验收日') inspectedOn!: string;
}

@Event('3.2', '已现场验收', 'The exit was inspected for acceptance')
export class ExitAcceptanceInspected {
  @OneOf(['DISMANTLED', 'ISOLATED'], 'What was inspected / 验收对象') basis!: 'DISMANTLED' | 'ISOLATED';
  @Texts('Team / 验收组') team!: string[];
  @Parts(() => ChecklistItem, 'Checklist / 清单') checklist!: ChecklistItem[];
  @Parts(() => Medium, 'Media / 影像') media!: Medium[];
  @Day('Inspected / 验收日') inspectedOn!: string;
  @OneOf(['PASSED', 'FAILED'], 'Result / 结果') result!: 'PASSED' | 'FAILED';
}

@Command('3.2', '验收通过', 'Accept the exit', { rows: [71] })
export class AcceptExit extends Act {
  @Text('Number of the written opinion / 验收意见文号', { max: 128 }) opinionNumber!: string;
  @Text('Opinion / 验收意见', { max: 4000 }) opinion!: string;
  @Day('Day of the opinion / 意见日') acceptedOn!: string;
}

@Event('3.2', '退出已验收', 'The exit was accepted')
export class ExitAccepted {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(['DISMANTLED', 'ISOLATED'], 'Dismantled, or isolated and still to be dismantled / 已拆除或已封存') status!:
    'DISMANTLED' | 'ISOLATED';
  @Text('Opinion number / 文号') opinionNumber!: string;
  @Text('Opinion / 意见') opinion!: string;
  @Day('Accepted / 意见日') acceptedOn!: string;
}

@Command('3.2', '验收不通过', 'Reject the exit', { rows: [71] })
export class RejectExit extends Act {
  @Texts('Why / 理由', { min: 1, max: 50 }) reasons!: string[];
  @Texts('Isolation steps to be taken anew / 须重做的封存措施', { of: isolationSteps, optional: true, max: 6 })
  redo?: IsolationStep[];
}

@Event('3.2', '验收未通过', 'The exit was not accepted')
export class ExitAcceptanceRejected {
  @Texts('Reasons / 理由') reasons!: string[];
  @Day('Dismantle by, as it stands / 拆除期限', { optional: true }) dueOn?: string;
  @Texts('Steps to be taken anew / 须重做的措施', { of: isolationSteps, optional: true }) redo?: IsolationStep[];
}

@Command('3.2', '退出档案归档', 'Archive the exit', { rows: [71] })
export class FileExitArchive extends Act {
  @Text('Number of the archive / 档号', { max: 128 }) archiveNumber!: string;
  @Texts('What it holds / 归档材料', { min: 1, max: 200 }) items!: string[];
  @OneOf(['PERMANENT', 'YEARS_30', 'YEARS_10'], 'How long it is kept / 保管期限') retention!:
    'PERMANENT' | 'YEARS_30' | 'YEARS_10';
  @Day('Day of filing / 归档日') filedOn!: string;
}

@Event('3.2', '退出档案已归档', 'The exit was archived')
export class ExitArchiveFiled {
  @Text('Archive number / 档号') archiveNumber!: string;
  @Texts('Items / 材料') items!: string[];
  @OneOf(['PERMANENT', 'YEARS_30', 'YEARS_10'], 'Kept / 保管期限') retention!: 'PERMANENT' | 'YEARS_30' | 'YEARS_10';
  @Day('Filed / 归档日') filedOn!: string;
}
