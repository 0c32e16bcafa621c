export { alreadySays, contentOf, type ContentOf } from './content.js';
export { decideOn, fold } from './decide-on.js';
export type {
  Actor,
  Circumstances,
  Decider,
  DocumentRef,
  Fact,
  FactOf,
  Recorded,
  RuleRef,
  Subject,
  Visibility,
  Vocabulary,
} from './decider.js';
export type { Deadline, DeadlineChange, Deadlines } from './deadlines.js';
export { onObserved, type Observed } from './observed.js';
export { recordIdOf } from './record-id.js';
export { Refusal, type Bilingual, type RefusalGrounds } from './refusal.js';
export type { OwnCommand, Policy } from './policy.js';
export { given } from './testing.js';
export { bareNameOf, categoryOf, namespaceOf, streamOf } from './namespace.js';
