import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text, Uscc } from '../fields.js';

/** An entry that another authority made. This city's departments make none: only a law or central policy creates a list. */
@Command('3.2', '导入严重失信主体名单信息', 'Import an entry of a list of serious dishonesty', { rows: [72] })
export class ImportSeriousListEntry extends Act {
  @Part(() => Enterprise, 'Who is listed / 列入主体') enterprise!: Enterprise;
  @Id('List / 名单编号') listId!: string;
  @Text('Name of the list / 名单名称', { max: 200 }) listName!: string;
  @Text('Law, regulation or central policy that creates the list / 设列依据', { max: 2048 }) basis!: string;
  @Text('Authority that listed / 列入机关', { max: 200 }) authority!: string;
  @Uscc('Code of the authority / 列入机关代码') authorityCode!: string;
  @Text('Number of the decision to list / 列入决定文号', { max: 128 }) documentNumber!: string;
  @Day('Day of listing / 列入日期') listedOn!: string;
  @Text('Dishonest conduct in short / 失信行为简况', { max: 4000 }) conduct!: string;
  @Text('Ground of listing / 列入理由', { max: 4000 }) ground!: string;
}

@Event('3.2', '严重失信主体名单信息已导入', 'An entry of a list of serious dishonesty was imported', {
  visibility: 'public',
})
export class SeriousListEntryImported {
  @Part(() => Enterprise, 'Who is listed / 列入主体') enterprise!: Enterprise;
  @Id('List / 名单编号') listId!: string;
  @Text('Name of the list / 名单名称') listName!: string;
  @Text('Basis / 设列依据') basis!: string;
  @Text('Authority / 列入机关') authority!: string;
  @Uscc('Code / 列入机关代码') authorityCode!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Listed / 列入日期') listedOn!: string;
  @Text('Conduct / 失信行为简况') conduct!: string;
  @Text('Ground / 列入理由') ground!: string;
  @Day('Longest display, where a row of law says / 最长公示期届满日', { optional: true }) displayUntil?: string;
}

const reasons = ['EXPIRY', 'REPAIR', 'ANNULMENT', 'ERROR'] as const;

@Command('3.2', '导入移出名单信息', 'Import the removal from a list by the authority that listed', { rows: [72] })
export class ImportSeriousListRemoval extends Act {
  @OneOf(reasons, 'Why / 移出原因') reason!: (typeof reasons)[number];
  @Uscc('Code of the authority that removed / 移出机关代码') authorityCode!: string;
  @Text('Number of the decision to remove / 移出决定文号', { max: 128 }) documentNumber!: string;
  @Day('Day of removal / 移出日期') removedOn!: string;
}

@Event('3.2', '已移出严重失信主体名单', 'The authority removed the entry', { visibility: 'public' })
export class SeriousListEntryRemoved {
  @OneOf(reasons, 'Why / 移出原因') reason!: (typeof reasons)[number];
  @Uscc('Code of the authority / 移出机关代码') authorityCode!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Removed / 移出日期') removedOn!: string;
  @Part(() => Due, 'Credit China stops display by: three working days / 停止公示期限') due!: Due;
}

@Command('3.2', '记录停止公示名单信息', 'Record that Credit China shows the entry no more', { rows: [72] })
export class RecordListDisplayStopped extends Act {
  @Day('First day without display / 停止日') stoppedOn!: string;
}

@Event('3.2', '名单信息已停止公示', 'Credit China shows the entry no more', { visibility: 'public' })
export class ListDisplayStopped {
  @Day('First day without display / 停止日') stoppedOn!: string;
}

@Command('3.2', '停止公示名单信息期限届满', 'The time to stop showing the entry is over', {
  issuedBy: 'system',
  rows: [72],
})
export class PassListTerm extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.2', '停止公示名单信息逾期', 'Credit China still shows an entry that was removed')
export class ListDisplayOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}
