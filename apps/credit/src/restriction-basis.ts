import { restrictionFields } from '#codes';
import { namesLaw, restrictionBases, ruleNamed, ruleOn, ruleText, type Citation, type Rule } from '#law';
import { refuse } from './refusals.js';
import type { Content, Events, OpenCredit } from './record.state.js';

type Field = Events['CreditRestrictionApplied']['field'];

/** Without a basis of its own a restriction is not applied: the information is shared, no more. 三(二). */
export const NEEDS_BASIS = 'credit/restriction-needs-basis';

/** What a restriction rests on, in words and, where they are known, in rows of law. */
export interface Basis {
  readonly says: string;
  readonly rows: readonly Rule[];
}

/**
 * What the officer names, a row of law (`credit/restriction-procurement@2015`) or a law and its article; when nothing is
 * named, the rows that fit. Rows count when they were in force on the day of the decision and on the first day of the
 * restriction: later law is not brought to bear on earlier conduct.
 */
export function basisOf(
  { content }: OpenCredit,
  field: Field,
  from: string,
  named: string | undefined,
): Basis | undefined {
  const before = restrictionBases(field, content.decidedOn).map(ruleText);
  const inForce = restrictionBases(field, from).filter((row) => before.includes(ruleText(row)));
  if (named === undefined) {
    const rows = inForce.filter(({ id }) => fits[id]?.(content) ?? true);
    return rows.length === 0 ? undefined : basisIn(rows);
  }
  if (!ruleNamed(named)) {
    if (!namesLaw(named)) planIsNoBasis(content, field, named);
    return { says: named, rows: [] };
  }
  const row = inForce.find((candidate) => ruleText(candidate) === named);
  if (row) return basisIn([row]);
  return refuse(
    'no-basis-in-this-field',
    [
      `${named}不是当日有效的${restrictionFields[field].zh}领域约束依据`,
      `${named} is no basis in this field that was in force on the day of the decision and on ${from}`,
    ],
    [
      '改引有效依据；没有依据的，不填 legalBasis，仅共享信息',
      'Name one that was; where there is none leave legalBasis out, and the information is shared only',
    ],
    { rule: named, facts: { field, from, decidedOn: content.decidedOn, inForce: inForce.map(ruleText) } },
  );
}

const planIsNoBasis = (content: Content, field: Field, named: string): never =>
  refuse(
    'plan-is-no-basis',
    [
      `“${named}”未载明法律、法规或规章；工作计划不能单独作为约束依据`,
      `"${named}" names no law, regulation or rule; the plan alone is no basis for a restriction`,
    ],
    [
      '写明法律、法规或规章的名称和条款；没有依据的，不填 legalBasis，仅共享信息',
      'Name the law and its article; where there is none leave legalBasis out, and the information is shared only',
    ],
    { rule: ruleText(ruleOn(NEEDS_BASIS, content.decidedOn)), facts: { field, legalBasis: named } },
  );

const basisIn = (rows: readonly Rule[]): Basis => ({
  says: rows.flatMap(({ citations }) => citations.map(cited)).join('；'),
  rows,
});

const cited = ({ instrument, article }: Citation): string =>
  article === undefined ? `《${instrument.zh}》` : `《${instrument.zh}》第${article}条`;

/** Rows that ask more of the record than their field. Unknown to this table means: nothing more. */
const fits: Readonly<Record<string, (content: Content) => boolean>> = {
  // A major violation is punished by a stop order, a revocation or a larger fine. From what amount a fine is larger no
  // row says, so for a fine alone the officer names the basis. Procurement Regulation art. 19.
  'credit/restriction-procurement': ({ kinds = [] }) =>
    kinds.some((kind) => kind === 'STOP_PRODUCTION' || kind === 'LICENCE_REVOCATION'),
};
