import { ApiProperty } from '@nestjs/swagger';

/** One sentence in two languages. */
export class Sentence {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** What every answer says of itself. */
export class Reflecting {
  @ApiProperty({ description: 'Position of the ledger that this answer reflects / 所反映的台账位置' })
  position!: number;
}

/** Part of a longer answer. */
export class Paged extends Reflecting {
  @ApiProperty({ nullable: true, type: String, description: 'Cursor of the next page; null at the end / 下一页游标' })
  next!: string | null;
}
