import { Get } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { namespaceOf } from '#decider';
import { Needs, postingRole } from '#identity';
import type { AnyDepartment } from './definition.js';
import type { Offices } from './offices.js';
import type { Counts, Failed } from './outcomes.js';
import type { Outcome } from './queue-intake/answer.js';
import type { QueueIntakes } from './queue-intake/queue-intakes.js';
import type { LatelyParked } from './queue-intake/tally.js';

class FailedAnswer implements Failed {
  @ApiProperty({ description: '部门 / Department' }) department!: string;
  @ApiProperty({ description: '策略名或期限键 / Name of the policy, or key of the deadline' }) cause!: string;
  @ApiProperty({ enum: ['refused', 'broken'], description: '依规不予办理，或程序有误 / By the law, or by a bug' })
  kind!: Failed['kind'];
  @ApiProperty({ description: '记录类别 / Kind of record' }) record!: string;
  @ApiProperty({ description: '记录编号 / Id of the record' }) id!: string;
  @ApiProperty({ description: '命令 / Command' }) command!: string;
  @ApiProperty({ description: '所依据的事实 / Fact that it followed from' }) factId!: string;
  @ApiProperty({ description: '问题代码 / Code of the problem' }) code!: string;
  @ApiProperty({ description: '原因 / Why' }) reason!: string;
  @ApiProperty({ format: 'date-time', description: '台账时刻 / By the clock of the ledger' }) at!: string;
}

class CountsAnswer implements Counts {
  @ApiProperty({ type: 'integer', description: '已办 / Done' }) done!: number;
  @ApiProperty({ type: 'integer', description: '依规不予办理 / Refused' }) refused!: number;
  @ApiProperty({ type: 'integer', description: '程序有误 / Broken' }) broken!: number;
}

class LatelyParkedAnswer implements LatelyParked {
  @ApiProperty({ description: '分区与位移 / Partition and offset', example: '2:1234' }) place!: string;
  @ApiProperty({ description: '问题代码 / Code of the problem' }) code!: string;
  @ApiProperty({ description: '原因 / Why' }) reason!: string;
  @ApiProperty({ format: 'date-time', description: '台账时刻 / By the clock of the ledger' }) at!: string;
}

class QueueOutcomes {
  @ApiProperty({ additionalProperties: { type: 'integer' }, type: 'object', description: '各结果的件数 / Counts' })
  since!: Readonly<Record<Outcome, number>>;
  @ApiProperty({ type: [LatelyParkedAnswer], description: '最近搁置的消息 / The last that were parked' })
  parked!: readonly LatelyParked[];
}

/** What policies, deadlines and messages came to since the process started. */
export class OutcomesSince {
  @ApiProperty({ type: CountsAnswer }) since!: Counts;
  @ApiProperty({ type: [FailedAnswer], description: '最近未办成的 / The last that came to nothing' })
  failed!: readonly Failed[];
  @ApiProperty({ required: false, type: QueueOutcomes, description: '消息队列 / Where there is a queue' })
  queue?: QueueOutcomes;
}

interface Rooms {
  readonly offices: Offices;
  readonly intakes: QueueIntakes;
}

/** Adds `GET /{department}/outcomes` to a counter: what policies, deadlines and the messages of a queue came to. */
export function addOutcomes(counter: Rooms, { language }: AnyDepartment): void {
  function readOutcomes(this: Rooms): OutcomesSince {
    const { outcomes } = this.offices.all.find(({ department }) => department === language.department)!;
    const tally = this.intakes.all.find(({ department }) => department === language.department)?.tally;
    return {
      since: outcomes.counts,
      failed: outcomes.failed,
      ...(tally ? { queue: { since: tally.counts, parked: tally.parked } } : {}),
    };
  }
  const descriptor = { value: readOutcomes, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(counter, 'readOutcomes', descriptor);
  const decorators = [
    Get(`/${language.department}/outcomes`),
    Needs(language.isSealed ? postingRole(language.department) : 'read-policy-outcomes'),
    ApiTags(`${language.title.zh} / ${language.title.en}`),
    ApiOperation({
      operationId: `${namespaceOf(language.department)}.outcomes`,
      summary: '自动事项的结果 / What policies and deadlines came to',
      description:
        'Counts since the process started, and the last commands that were refused or broke; beside them what came of ' +
        'the messages of the intake topic, where there is a queue.',
    }),
    ApiExtraModels(OutcomesSince),
    ApiOkResponse({ type: OutcomesSince, description: '计数与失败 / Counts and failures' }),
  ];
  for (const decorate of decorators as MethodDecorator[]) decorate(counter, 'readOutcomes', descriptor);
}
