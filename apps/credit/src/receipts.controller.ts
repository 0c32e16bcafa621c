import { Body, Controller, HttpCode, Inject, Logger, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { credit as contracts } from '#contracts';
import { Intake, readItem, Receipt } from '#department';
import { Caller, Needs, type Principal } from '#identity';
import { toAnswer, type Problem } from '#runtime';
import { credit } from './credit.js';
import { commandOf, RECEIPTS_PATH } from './receipt-command.js';

/** What became of one receipt. */
export class ReceiptOutcome {
  @ApiProperty({ description: 'Credit record / 信用记录' }) recordId!: string;
  @ApiProperty({ description: 'Item of the feed / 条目' }) itemId!: string;
  @ApiProperty({
    description: '201 recorded, 200 known already, otherwise that of the problem / 状态',
    type: 'integer',
  })
  status!: number;
  @ApiProperty({ description: 'Where it stands in the ledger / 入账回执', required: false }) receipt?: Receipt;
  @ApiProperty({
    description: 'Problem details (RFC 9457) / 问题',
    required: false,
    allOf: [{ $ref: '#/components/schemas/Problem' }],
  })
  problem?: Problem;
}

/** One outcome for each receipt, in the order sent. */
export class ReceiptOutcomes {
  @ApiProperty({ description: 'Outcomes / 结果', type: [ReceiptOutcome] }) outcomes!: ReceiptOutcome[];
}

/** Where the credit platform says what it did with the items of the feed. */
@ApiTags('Credit feed 信用数据')
@Controller(RECEIPTS_PATH)
export class ReceiptsController {
  readonly #logger = new Logger('Receipts');

  constructor(@Inject(Intake) private readonly intake: Intake) {}

  @Post()
  @HttpCode(200)
  @Needs('acknowledge-credit-feed')
  @ApiOperation({
    summary: 'Acknowledge or reject items of the credit feed / 签收或退回信用信息',
    description:
      'Up to 1,000 receipts in any order, each with an outcome of its own; one that is refused does not hold up the others. ' +
      'The same receipt may be sent again: it counts once. / 每条回执单独答复；重复提交不重复入账。',
  })
  @ApiOkResponse({ type: ReceiptOutcomes })
  async receive(@Body() { receipts }: contracts.CreditReceipts, @Caller() by: Principal): Promise<ReceiptOutcomes> {
    const last = new Map<string, Promise<unknown>>();
    const outcomes = receipts.map((receipt) => {
      // Receipts of one record are taken in the order sent, those of different records side by side.
      const outcome = (last.get(receipt.recordId) ?? Promise.resolve()).then(() => this.#take(receipt, by));
      last.set(receipt.recordId, outcome);
      return outcome;
    });
    return { outcomes: await Promise.all(outcomes) };
  }

  async #take(sent: contracts.CreditReceipt, by: Principal): Promise<ReceiptOutcome> {
    const { recordId, itemId } = sent;
    try {
      const receipt = await this.intake.take(readItem(credit, commandOf(sent)), by);
      const isNew = receipt.events.length > 0 && !receipt.replayed;
      return { recordId, itemId, status: isNew ? 201 : 200, receipt };
    } catch (error) {
      const { problem, bug } = toAnswer(error);
      if (bug) this.#logger.error(error);
      return { recordId, itemId, status: problem.status, problem };
    }
  }
}
