import { ApiProperty } from '@nestjs/swagger';

/** A fact that was recorded. */
export class ReceiptEvent {
  @ApiProperty({ description: 'UUID of the event / 事件编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Qualified type / 事件类型', example: 'energy.EnergyRectificationOrdered' })
  type!: string;
}

/** What became of a command: where its facts stand in the ledger. */
export class Receipt {
  @ApiProperty({ description: 'Stream of the record / 事件流', example: 'energy.case-2021-0001' }) stream!: string;
  @ApiProperty({ description: 'Last revision of the record, -1 when it has none / 修订号', type: 'integer' })
  revision!: number;
  @ApiProperty({ description: 'Position in the ledger; 0 when nothing was ever recorded / 台账位置', type: 'integer' })
  position!: number;
  @ApiProperty({ description: 'Ledger time / 入账时间', format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ description: 'The facts; none when nothing changed / 事件', type: [ReceiptEvent] })
  events!: ReceiptEvent[];
  @ApiProperty({ description: 'True when this is the first receipt again / 重复提交', required: false })
  replayed?: boolean;
}
