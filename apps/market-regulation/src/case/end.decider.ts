import type { procedure } from '#contracts';
import { alreadySays, bareNameOf, contentOf, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn, refusal } from '../law.js';
import { clause, outOfPhase, type QualityCase, type Rules } from './state.js';

type Decided = procedure.PenaltyDecided;

/** The ends of a case that a recheck does not bring: the business licence revoked, a penalty, or nothing to pursue. */
export const ending: Pick<Rules, 'RevokeBusinessLicence' | 'CloseQualityCase'> = {
  RevokeBusinessLicence: (command, state, given) => {
    const { penaltyId } = contentOf(command);
    if (state.said.BusinessLicenceRevoked?.penaltyId === penaltyId) return [];
    const rule = lawOn('quality/business-licence-revocation', dayOf(given.occurredAt));
    const isLast = state.phase === 'failed-after-suspension';
    const isSerious = state.isSerious && state.phase !== 'closed' && state.phase !== 'revoked';
    if (!isLast && !isSerious)
      throw outOfPhase(
        'not-at-revocation',
        { zh: '吊销营业执照', en: 'ended by revoking the business licence' },
        state,
        {
          ...cite(rule, clause),
          wayOut: {
            zh: '整顿期满复查仍不合格，或立案时认定情节严重的，方可吊销',
            en: 'Revoke when the recheck after the suspension failed, or the case was found serious',
          },
        },
      );
    const decided = mustBeDecided(penaltyId, state, given.consulted(`marketRegulation.penalty-${penaltyId}`));
    if (!decided.kinds.includes('LICENCE_REVOCATION'))
      throw refusal(
        'penalty-revokes-nothing',
        {
          zh: `处罚${decided.documentNumber}不含吊销`,
          en: `Penalty ${decided.documentNumber} revokes nothing`,
        },
        {
          ...cite(rule, clause),
          wayOut: {
            zh: '吊销须经处罚程序（告知、听证、决定），种类含 LICENCE_REVOCATION',
            en: 'A revocation is decided as a penalty, after notice and hearing, with LICENCE_REVOCATION among its kinds',
          },
          facts: { penaltyId, kinds: decided.kinds },
        },
      );
    const data = {
      enterprise: state.enterprise!,
      penaltyId,
      documentNumber: decided.documentNumber,
      revokedOn: decided.decidedOn,
    };
    return [{ type: 'BusinessLicenceRevoked', data, rules: [ruleRef(rule)] }];
  },

  CloseQualityCase: (command, state, given) => {
    const closing = contentOf(command);
    if (alreadySays(state.said.QualityCaseClosed, closing)) return [];
    if (state.phase === 'none' || state.phase === 'closed' || state.phase === 'revoked')
      throw outOfPhase('no-open-case', { zh: '结案', en: 'closed' }, state, {
        wayOut: { zh: '只能结未结的案件', en: 'Only an open case is closed' },
      });
    if (closing.outcome === 'PENALISED') {
      if (closing.penaltyId === undefined)
        throw refusal(
          'no-penalty-named',
          { zh: '以处罚结案应载明处罚编号', en: 'A case that ends in a penalty names it' },
          { clause, wayOut: { zh: '填写 penaltyId', en: 'Give the `penaltyId`' } },
        );
      mustBeDecided(closing.penaltyId, state, given.consulted(`marketRegulation.penalty-${closing.penaltyId}`));
    }
    return [{ type: 'QualityCaseClosed', data: closing }];
  },
};

/** The decision of a penalty against the same party, which stands. */
function mustBeDecided(penaltyId: string, { enterprise }: QualityCase, history: readonly Recorded[]): Decided {
  const last = (type: string) => history.findLast((fact) => bareNameOf(fact.type) === type);
  const decided = last('PenaltyDecided')?.data as Decided | undefined;
  if (decided && !last('PenaltyAnnulled') && decided.enterprise.uscc === enterprise?.uscc) return decided;
  throw refusal(
    'penalty-not-decided',
    decided
      ? { zh: `处罚${penaltyId}已撤销或针对其他企业`, en: `Penalty ${penaltyId} was annulled, or is another's` }
      : { zh: `处罚${penaltyId}尚未作出决定`, en: `Penalty ${penaltyId} is not decided` },
    {
      clause,
      wayOut: {
        zh: '先按行政处罚程序对该企业作出决定',
        en: 'First decide the penalty against this enterprise by the ordinary procedure',
      },
      facts: { penaltyId },
    },
  );
}
