import { ApiProperty } from '@nestjs/swagger';
import { Receipt } from './receipt.js';

/** A command as a CloudEvent 1.0: an item of a batch, or a message of the intake topic. */
export class CommandEvent {
  @ApiProperty({ enum: ['1.0'] }) specversion!: '1.0';
  @ApiProperty({
    description: '事件编号，重发不变 / Id; with the source it makes a retry safe',
    example: '2021-000123',
  })
  id!: string;
  @ApiProperty({ description: '来源系统 / System it comes from', example: '/energy/enforcement' }) source!: string;
  @ApiProperty({ description: '命令 / Command, qualified', example: 'energy.OrderRectification' }) type!: string;
  @ApiProperty({ description: '记录编号 / Id of the record', example: 'C-2021-001' }) subject!: string;
  @ApiProperty({
    required: false,
    format: 'date-time',
    description: '发生时刻，可代替 data.occurredAt / When it happened, unless the data say so',
  })
  time?: string;
  @ApiProperty({ required: false, description: '贵方对该事项的编号 / The caller’s own number of the matter' })
  correlationid?: string;
  @ApiProperty({ type: Object, description: '命令的内容 / The command, as its own operation takes it' }) data!: object;
}

/** A line of the answer to a batch. */
export class BatchResult {
  @ApiProperty({ type: 'integer', description: '在批次中的序号，从0起 / Place in the batch, from 0' }) index!: number;
  @ApiProperty({ required: false, description: '事件编号 / Id of the event' }) id?: string;
  @ApiProperty({ type: 'integer', description: '201、200 或问题的状态码 / 201, 200, or that of the problem' })
  status!: number;
  @ApiProperty({ required: false, type: Receipt }) receipt?: Receipt;
  @ApiProperty({ required: false, allOf: [{ $ref: '#/components/schemas/Problem' }] }) problem?: object;
}
