import { Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Needs, postingRole } from '#identity';
import type { AnyDepartment } from './definition.js';
import type { Offices } from './offices.js';
import type { Counts, Failed } from './outcomes.js';
import type { Outcome } from './queue-intake/answer.js';
import type { QueueIntakes } from './queue-intake/queue-intakes.js';
import type { LatelyParked } from './queue-intake/tally.js';

interface OutcomesSince {
  readonly since: Counts;
  readonly failed: readonly Failed[];
  /** What came of messages, where the department is posted to through a queue. */
  readonly queue?: {
    readonly since: Readonly<Record<Outcome, number>>;
    readonly parked: readonly LatelyParked[];
  };
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
      operationId: `${language.department}.outcomes`,
      summary: '自动事项的结果 / What policies and deadlines came to',
      description:
        'Counts since the process started, and the last commands that were refused or broke; beside them what came of ' +
        'the messages of the intake topic, where there is a queue.',
    }),
    ApiResponse({ status: 200, description: 'Counts and failures / 计数与失败' }),
  ];
  for (const decorate of decorators as MethodDecorator[]) decorate(counter, 'readOutcomes', descriptor);
}
