import { Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Needs } from '#identity';
import type { AnyDepartment } from './definition.js';
import type { Offices } from './offices.js';
import type { Counts, Failed } from './outcomes.js';

interface OutcomesSince {
  readonly since: Counts;
  readonly failed: readonly Failed[];
}

/** Adds `GET /{department}/outcomes` to a counter: what the department's policies and deadlines came to. */
export function addOutcomes(counter: { readonly offices: Offices }, { language }: AnyDepartment): void {
  function readOutcomes(this: { readonly offices: Offices }): OutcomesSince {
    const { outcomes } = this.offices.all.find(({ department }) => department === language.department)!;
    return { since: outcomes.counts, failed: outcomes.failed };
  }
  const descriptor = { value: readOutcomes, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(counter, 'readOutcomes', descriptor);
  const decorators = [
    Get(`/${language.department}/outcomes`),
    Needs('read-policy-outcomes'),
    ApiTags(`${language.title.zh} / ${language.title.en}`),
    ApiOperation({
      operationId: `${language.department}.outcomes`,
      summary: '自动事项的结果 / What policies and deadlines came to',
      description: 'Counts since the process started, and the last commands that were refused or broke.',
    }),
    ApiResponse({ status: 200, description: 'Counts and failures / 计数与失败' }),
  ];
  for (const decorate of decorators as MethodDecorator[]) decorate(counter, 'readOutcomes', descriptor);
}
