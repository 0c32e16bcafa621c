import { ApiProperty } from '@nestjs/swagger';
import type { Parked, Retried } from '#projection';
import type { Rebuilding } from './rebuilds.js';

export class ParkedEvent implements Parked {
  @ApiProperty({ description: '投影 / Projection' }) projection!: string;
  @ApiProperty({ description: '行键，不详则空 / Key of the row; empty when it could not be told' }) key!: string;
  @ApiProperty({ type: 'integer', description: '台账位置 / Position in the ledger' }) position!: number;
  @ApiProperty({ description: '事件编号 / Event' }) eventId!: string;
  @ApiProperty({ description: '事件类型 / Kind of event' }) type!: string;
  @ApiProperty({ description: '原因 / Why' }) reason!: string;
  @ApiProperty({ format: 'date-time' }) parkedAt!: string;
}

export class ParkedAnswer {
  @ApiProperty({ type: [ParkedEvent] }) items!: readonly Parked[];
}

export class RetriedAnswer implements Retried {
  @ApiProperty({ type: 'integer', description: '已重新计入 / Folded at last' }) released!: number;
  @ApiProperty({ type: 'integer', description: '仍搁置 / Parked still' }) stillParked!: number;
}

export class RebuildingAnswer implements Partial<Rebuilding> {
  @ApiProperty({ required: false, enum: ['rebuild', 'rollback'] }) kind?: Rebuilding['kind'];
  @ApiProperty({ required: false, enum: ['running', 'done', 'cancelled', 'failed'] }) state?: Rebuilding['state'];
  @ApiProperty({ required: false, type: 'integer', description: '已到位置 / How far it has come' }) position?: number;
  @ApiProperty({ required: false, type: 'integer', description: '台账末位 / Where the ledger ends' }) head?: number;
  @ApiProperty({ required: false, description: '失败原因 / Why it failed' }) reason?: string;
}

export class NamedRebuilding extends RebuildingAnswer {
  @ApiProperty({ description: '投影 / Projection' }) name!: string;
}

export class RebuildingsAnswer {
  @ApiProperty({ type: [NamedRebuilding] }) items!: readonly NamedRebuilding[];
}
