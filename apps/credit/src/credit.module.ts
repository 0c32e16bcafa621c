import { Module } from '@nestjs/common';
import { DepartmentModule } from '#department';
import { credit } from './credit.js';
import { ReceiptsController } from './receipts.controller.js';

/** The credit department, and the counter at which the platform answers what it received. */
@Module({ imports: [DepartmentModule.for(credit)], controllers: [ReceiptsController] })
export class CreditModule {}
