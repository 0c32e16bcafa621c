import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { OneOf, Part, Text } from '../fields.js';
import { FrozenQuery } from './exit-figures.js';

/** Departments of the city that may share, among them the members of the capacity-reduction task force. */
const sharers = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR', 'NRB', 'TF'] as const;
type Sharer = (typeof sharers)[number];

@Command('3.3', '共享退出数据', 'Share data on exits', { rows: [75] })
export class ShareExitData extends Act {
  @OneOf(sharers, 'From / 提供部门') from!: Sharer;
  @OneOf(sharers, 'To / 接收部门') to!: Sharer;
  @Text('What was shared / 数据集', { max: 200 }) dataset!: string;
  @Text('What for / 用途', { max: 400 }) purpose!: string;
  @Part(() => FrozenQuery, 'Query that gave it / 查询', { optional: true }) frozen?: FrozenQuery;
}

@Event('3.3', '退出数据已共享', 'Data on exits was shared')
export class ExitDataShared {
  @OneOf(sharers, 'From / 提供部门') from!: Sharer;
  @OneOf(sharers, 'To / 接收部门') to!: Sharer;
  @Text('Dataset / 数据集') dataset!: string;
  @Text('Purpose / 用途') purpose!: string;
  @Part(() => FrozenQuery, 'Query / 查询', { optional: true }) frozen?: FrozenQuery;
}
