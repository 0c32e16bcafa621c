import { restrictionFieldCodes, type RestrictionField } from '#codes';
import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Text } from '../fields.js';

@Command('3.2', '提出信用约束', 'Propose a restriction in one of the nine fields', { rows: [73] })
export class ProposeRestriction extends Act {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @Text('Measure / 措施') measure!: string;
}

@Event('3.2', '信用约束已提出', 'A restriction was proposed')
export class CreditRestrictionProposed {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @Text('Measure / 措施') measure!: string;
}

@Command('3.2', '实施信用约束', 'Apply a proposed restriction on a legal basis of its own', { rows: [73] })
export class ApplyRestriction extends Act {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @Text('Legal basis; none means that the record is shared only / 法律依据', { optional: true }) legalBasis?: string;
  @Day('From / 起') from!: string;
  @Day('To / 止', { optional: true }) to?: string;
}

@Event('3.2', '信用约束已实施', 'A restriction was applied', { visibility: 'public' })
export class CreditRestrictionApplied {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @Text('Measure / 措施') measure!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Day('From / 起') from!: string;
  @Day('To / 止', { optional: true }) to?: string;
}

@Event('3.2', '仅共享', 'Shared with the field only: no legal basis for a restriction')
export class CreditInfoSharedOnly {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @Text('Measure that was proposed / 措施') measure!: string;
}

@Command('3.2', '解除信用约束', 'Lift a restriction', { rows: [73] })
export class LiftRestriction extends Act {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @OneOf(['EXPIRY', 'REPAIR', 'ANNULMENT', 'EXIT_COMPLETED'], 'Why / 原因')
  reason!: 'EXPIRY' | 'REPAIR' | 'ANNULMENT' | 'EXIT_COMPLETED';
}

@Event('3.2', '信用约束已解除', 'A restriction was lifted', { visibility: 'public' })
export class CreditRestrictionLifted {
  @OneOf(restrictionFieldCodes, 'Field / 领域') field!: RestrictionField;
  @OneOf(['EXPIRY', 'REPAIR', 'ANNULMENT', 'EXIT_COMPLETED'], 'Why / 原因')
  reason!: 'EXPIRY' | 'REPAIR' | 'ANNULMENT' | 'EXIT_COMPLETED';
}
