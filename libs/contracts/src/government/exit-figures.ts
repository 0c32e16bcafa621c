import type { AreaCode } from '#codes';
import { Area, Day, Flag, Id, OneOf, Part, Parts, Quantity, Sha256, Text, Uscc, Whole } from '../fields.js';

/** An enterprise, a site or a line of it that was lawfully closed. */
export class ClosedEnterprise {
  @Uscc('USCC / 统一社会信用代码') uscc!: string;
  @Text('Name on the day of the return / 名称', { max: 200 }) name!: string;
  @Area('Area / 县（区）', { optional: true }) county?: AreaCode;
  @OneOf(['LINE', 'SITE', 'ENTERPRISE'], 'What closed / 关闭范围') scope!: 'LINE' | 'SITE' | 'ENTERPRISE';
  @Day('In force from / 生效日') exitedOn!: string;
  @Text('Document of the government / 文号', { optional: true, max: 128 }) documentNumber?: string;
  @Id('Event of the ledger that says so / 事件') eventId!: string;
}

/** Equipment that was dismantled or sealed for good. */
export class ExitedEquipment {
  @Uscc('USCC / 统一社会信用代码') uscc!: string;
  @Text('Number of the equipment or line / 设备编号', { max: 128 }) equipmentId!: string;
  @Text('What it is / 设备', { optional: true, max: 400 }) what?: string;
  @OneOf(['DISMANTLED', 'ISOLATED'], 'How it ended / 处置') how!: 'DISMANTLED' | 'ISOLATED';
  @Day('On / 日期') exitedOn!: string;
  @Id('Event of the ledger that says so / 事件') eventId!: string;
}

/** Capacity that is no more, by line. */
export class ExitedCapacity {
  @Uscc('USCC / 统一社会信用代码') uscc!: string;
  @Text('Line / 生产线', { max: 128 }) lineId!: string;
  @Text('Product / 产品', { max: 200 }) product!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
  @Text('Unit / 单位', { max: 32 }) unit!: string;
  @Day('On / 日期') exitedOn!: string;
  @Id('Event of the ledger that says so / 事件') eventId!: string;
}

/** A query of the read side, frozen on both time axes, so that anybody can run it again. */
export class FrozenQuery {
  @Text('Query and its version / 查询', { max: 64, example: 'exit-statistics@1' }) query!: string;
  @Day('First day / 起') from!: string;
  @Day('State of this day by law / 截至') asOf!: string;
  @Whole('Position of the ledger up to which facts were known / 台账位置') asKnownAt!: number;
  @Sha256('SHA-256 of the content, in canonical JSON / 内容摘要') contentSha256!: string;
}

/** What a query of exits found: taken over from the read side line by line, never typed. */
export class ExitContent {
  @Parts(() => ClosedEnterprise, 'Closed / 关闭退出企业', { max: 10_000 }) enterprises!: ClosedEnterprise[];
  @Parts(() => ExitedEquipment, 'Equipment / 退出设备', { max: 10_000 }) equipment!: ExitedEquipment[];
  @Parts(() => ExitedCapacity, 'Capacity / 退出产能', { max: 10_000 }) capacity!: ExitedCapacity[];
}

/** Capacity summed by product and unit. */
export class CapacityTotal {
  @Text('Product / 产品') product!: string;
  @Text('Unit / 单位') unit!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
}

/** Totals as the ledger counted them from the content. */
export class ExitTotals {
  @Whole('Closed / 企业数') enterprises!: number;
  @Whole('Equipment / 设备数') equipment!: number;
  @Whole('Lines / 生产线数') lines!: number;
  @Parts(() => CapacityTotal, 'By product and unit / 产能合计') capacity!: CapacityTotal[];
}

/** A return as it stands for ever: the frozen query, what it found, and what that adds up to. */
export class FrozenReturn {
  @Part(() => FrozenQuery, 'Query / 查询') frozen!: FrozenQuery;
  @Part(() => ExitContent, 'Content / 内容') content!: ExitContent;
  @Part(() => ExitTotals, 'Totals / 合计') totals!: ExitTotals;
  @Text('Signed off by / 签发人职务', { max: 64 }) signedOffBy!: string;
  @Flag('Sent after the last day / 是否逾期报送') isLate!: boolean;
}
