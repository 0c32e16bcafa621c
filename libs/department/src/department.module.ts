import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { counterOf } from './counter.js';
import { DecideHandler } from './decide.js';
import type { AnyDepartment } from './definition.js';
import { Intake } from './intake.js';
import { Offices } from './offices.js';
import { QueueIntakes } from './queue-intake/queue-intakes.js';

/**
 * What all departments of a process share: the one handler, the intake, the offices. Asks the application for
 * `EVENT_STORE` and `CLOCK`, and for `READ_MODELS` and `QUEUE` where there are any.
 */
@Global()
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [DecideHandler, Intake, Offices, QueueIntakes],
  exports: [Intake, Offices, QueueIntakes, CqrsModule],
})
export class DecisionsModule {}

/** A department as a module: its counter, its office at work, and its intake where there is a queue. */
@Module({})
export class DepartmentModule {
  static for(department: AnyDepartment): DynamicModule {
    return {
      module: DepartmentModule,
      imports: [DecisionsModule],
      controllers: [counterOf(department)],
      providers: [
        {
          provide: `office:${department.language.department}`,
          useFactory: (offices: Offices, intakes: QueueIntakes) => {
            intakes.open(department);
            return offices.open(department);
          },
          inject: [Offices, QueueIntakes],
        },
      ],
    };
  }
}
