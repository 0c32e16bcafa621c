import type { procedure } from '#contracts';
import { penaltyKinds, penaltyKindsNamedOn, type PenaltyKindCode } from '#codes';
import { cite } from '../department-law.js';
import type { PenaltyTerms } from './terms.js';

type Decision = Pick<procedure.DecidePenalty, 'kinds' | 'fineFen' | 'confiscatedFen' | 'licence'>;

/** Kinds that no department imposes: the government closes, the police detain. */
const othersImpose: readonly PenaltyKindCode[] = ['CLOSURE', 'DETENTION'];

/** Refuses kinds of penalty that the law does not name on the day of the decision, or that others impose. */
export function mustBeKinds(
  kinds: readonly PenaltyKindCode[],
  decidedOn: string,
  { clause, law: { lawOn, refusal } }: PenaltyTerms,
): void {
  const rule = lawOn('penalty/kinds', decidedOn);
  const named = penaltyKindsNamedOn(decidedOn);
  const unknown = kinds.find((kind) => !named.includes(kind));
  if (unknown)
    throw refusal(
      'kind-not-in-law',
      {
        zh: `${decidedOn}施行的行政处罚法没有“${penaltyKinds[unknown].zh}”这一种类`,
        en: `The Penalty Law in force on ${decidedOn} does not name ${penaltyKinds[unknown].en}`,
      },
      {
        ...cite(rule, clause),
        wayOut: {
          zh: `${penaltyKinds[unknown].namedFrom}起方可作出；此前法律、行政法规另有规定的，填写“其他”`,
          en: `It may be imposed from ${penaltyKinds[unknown].namedFrom}; before, what another law provides is OTHER`,
        },
        facts: { kind: unknown, namedFrom: penaltyKinds[unknown].namedFrom, decidedOn },
      },
    );
  const foreign = kinds.find((kind) => othersImpose.includes(kind));
  if (foreign)
    throw refusal(
      'kind-of-others',
      {
        zh: `“${penaltyKinds[foreign].zh}”不由本部门作出`,
        en: `A department does not impose ${penaltyKinds[foreign].en}`,
      },
      {
        ...cite(rule, clause),
        wayOut: {
          zh: '关闭应提请人民政府决定，拘留由公安机关决定',
          en: 'Propose closure to the government; detention is for the police',
        },
        facts: { kind: foreign },
      },
    );
}

const amounts = [
  { field: 'fineFen', zh: '罚款金额', kinds: ['FINE'] },
  { field: 'confiscatedFen', zh: '没收金额', kinds: ['CONFISCATION_OF_GAINS', 'CONFISCATION_OF_PROPERTY'] },
  { field: 'licence', zh: '证照名称及编号', kinds: ['LICENCE_SUSPENSION', 'LICENCE_REVOCATION'] },
] as const satisfies readonly { field: keyof Decision; zh: string; kinds: readonly PenaltyKindCode[] }[];

/** Refuses an amount without its kind of penalty, and a kind of penalty without its amount. */
export function mustHaveAmounts(decision: Decision, { clause, law: { refusal } }: PenaltyTerms): void {
  for (const { field, zh, kinds } of amounts) {
    const isImposed = decision.kinds.some((kind) => (kinds as readonly PenaltyKindCode[]).includes(kind));
    if (isImposed === Boolean(decision[field])) continue;
    const named = kinds.map((kind) => penaltyKinds[kind].zh).join('、');
    throw refusal(
      'penalty-amount',
      {
        zh: isImposed ? `处罚种类含${named}，但没有${zh}` : `有${zh}，但处罚种类不含${named}`,
        en: isImposed ? `${kinds.join(' or ')} needs \`${field}\`` : `\`${field}\` needs ${kinds.join(' or ')}`,
      },
      {
        clause,
        wayOut: {
          zh: `${zh}（${field}）与${named}同有同无`,
          en: `Give \`${field}\` with ${kinds.join(' or ')}, and only then`,
        },
        facts: { field, kinds: decision.kinds },
      },
    );
  }
}
