import { kebab } from '#contracts';
import { EXIT, Failure } from '../exit-codes.js';
import type { Outcome } from '../ledger.js';
import { codeOf, problemInWords } from '../problem.js';
import type { CityStep } from './tale.js';

interface Before {
  /** Whether the record holds facts of an earlier run: what the law refuses then may be refused for another reason now. */
  readonly isRerun: boolean;
}

/** Throws a `Failure` that names the row when something else became of it than the year foresees. */
export function mustBeForeseen(step: CityStep, { status, receipt, problem }: Outcome, { isRerun }: Before): void {
  const code = problem ? codeOf(problem) : undefined;
  const { refusedWith, refusedField, isRepeat } = step;
  if (refusedWith === undefined) {
    if (!receipt)
      throw unforeseen(step, `不应被拒绝\nIt should have been taken\n${problemInWords(problem ?? { status })}`);
    if (isRepeat && !receipt.replayed && status !== 200)
      throw unforeseen(step, '重复提交却再次入账\nIt was sent twice and recorded twice');
    return;
  }
  if (receipt)
    throw unforeseen(
      step,
      `应被拒绝（${refusedWith}），却被受理\nIt should have been refused with ${refusedWith}; it was taken`,
    );
  const isRightField = refusedField === undefined || problem?.errors?.some(({ field }) => field === refusedField);
  if (code === refusedWith ? isRightField : isRerun && refusedField === undefined) return;
  throw unforeseen(
    step,
    `应以 ${refusedWith} ${refusedField ?? ''} 被拒绝\nIt should have been refused with ${refusedWith} ${refusedField ?? ''}\n` +
      problemInWords(problem ?? { status }),
  );
}

const unforeseen = ({ department, path, id, command, key, dirt }: CityStep, says: string): Failure =>
  new Failure(EXIT.failed, `${department}/${path}/${id}/${kebab(command)}${dirt ? ` [${dirt}]` : ''} ${key}\n${says}`);
