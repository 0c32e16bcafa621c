import type { environment } from '#contracts';
import { alreadySays, contentOf, type Bilingual, type Circumstances, type Recorded } from '#decider';
import { addMonths, dayOf, ruleRef } from '#law';
import { proposalStream } from '#procedure';
import { cite, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal } from '../law.js';
import { clause, inForce, statusSays, type Content, type PermitDecider, type Status } from './state.js';

type End = 'AnnulPermit' | 'RevokePermit' | 'WithdrawPermit' | 'CancelPermit';

/**
 * Four ends, four verbs: 撤销 annuls what was wrongly granted, 撤回 withdraws what law or circumstances overtook, 吊销
 * revokes and is the only penalty, 注销 strikes an ended permit from the books. Licensing Law art. 8, 69, 70.
 */
export const end: Pick<PermitDecider['decide'], End> = {
  AnnulPermit: (command, state, given) => {
    const decision = contentOf(command);
    if (alreadySays(state.said.DischargePermitAnnulled, decision)) return [];
    inForce(state, { zh: '撤销', en: 'annulled' });
    const day = decision.annulledOn;
    mustHaveCome(day, given, clause);
    mustNameLaw(decision.legalBasis, clause, day);
    const rule = lawOn('permit/annulment', day);
    if (decision.ground !== 'FRAUD')
      return [{ type: 'DischargePermitAnnulled', data: decision, rules: [ruleRef(rule)] }];
    const ban = lawOn('permit/fraud-ban', day);
    const data = { ...decision, barredUntilOn: addMonths(day, ban.length) };
    return [{ type: 'DischargePermitAnnulled', data, rules: [ruleRef(rule), ruleRef(ban)] }];
  },

  WithdrawPermit: (command, state, given) => {
    const decision = contentOf(command);
    if (alreadySays(state.said.DischargePermitWithdrawn, decision)) return [];
    inForce(state, { zh: '撤回', en: 'withdrawn' });
    mustHaveCome(decision.withdrawnOn, given, clause);
    mustNameLaw(decision.legalBasis, clause, decision.withdrawnOn);
    const rule = lawOn('permit/withdrawal', decision.withdrawnOn);
    return [{ type: 'DischargePermitWithdrawn', data: decision, rules: [ruleRef(rule)] }];
  },

  RevokePermit: (command, state, given) => {
    const revocation = contentOf(command);
    if (alreadySays(state.said.DischargePermitRevoked, revocation)) return [];
    const content = inForce(state, { zh: '吊销', en: 'revoked' });
    mustHaveCome(revocation.revokedOn, given, clause);
    const { documentNumber, decidedOn } = mustBeRevoking(revocation.penaltyId, content, given);
    mustNotPrecede(revocation.revokedOn, decidedOn, clause, '处罚决定', 'the penalty decision');
    const rule = lawOn('permit/revocation', revocation.revokedOn);
    return [{ type: 'DischargePermitRevoked', data: { ...revocation, documentNumber }, rules: [ruleRef(rule)] }];
  },

  CancelPermit: (command, state, given) => {
    const cancellation = contentOf(command);
    if (alreadySays(state.said.DischargePermitCancelled, cancellation)) return [];
    const { status, content } = state;
    const { ground } = cancellation;
    mustHaveCome(cancellation.cancelledOn, given, clause);
    const rule = lawOn('permit/cancellation', cancellation.cancelledOn);
    const no = (says: Bilingual, wayOut: Bilingual) =>
      refusal('not-ended', says, { ...cite(rule), wayOut, facts: { status, ground } });
    const must = needs[ground];
    if (!must.includes(status) || !content)
      throw no(
        {
          zh: `该许可证${statusSays(status).zh}，不能以${ground}为由注销`,
          en: `The permit ${statusSays(status).en}; it is not cancelled as ${ground}`,
        },
        {
          zh: '注销以失效、吊销、撤销、撤回、政府关闭或者主体终止为前提，情形应与记录一致',
          en: 'A permit is cancelled after it ended; the ground is the end that is on record',
        },
      );
    if (ground === 'CLOSED_BY_GOVERNMENT' && !isClosed(cancellation, content, given))
      throw no(
        { zh: '没有政府关闭该场所或者企业的决定', en: 'The government has not closed this site or its enterprise' },
        { zh: '填写政府已责令关闭的提请编号 proposalId', en: 'Name the `proposalId` on which the government closed' },
      );
    if (ground === 'HOLDER_TERMINATED' && !cancellation.terminationDocument)
      throw no(
        { zh: '主体终止应有证明', en: 'That the holder has ended takes a paper' },
        { zh: '填写 terminationDocument', en: 'Give the `terminationDocument`' },
      );
    return [{ type: 'DischargePermitCancelled', data: cancellation, rules: [ruleRef(rule)] }];
  },
};

export const consultsOfEnd: PermitDecider['consults'] = {
  RevokePermit: ({ penaltyId }) => [`environment.penalty-${penaltyId}`],
  CancelPermit: ({ proposalId }) => (proposalId ? [proposalStream(proposalId)] : []),
};

const needs: Readonly<Record<environment.CancelPermit['ground'], readonly Status[]>> = {
  EXPIRED: ['expired'],
  REVOKED: ['revoked'],
  ANNULLED: ['annulled'],
  WITHDRAWN: ['withdrawn'],
  CLOSED_BY_GOVERNMENT: ['in-force', 'expired'],
  HOLDER_TERMINATED: ['in-force', 'expired'],
};

/** The penalty decision that revokes the permit of this holder. Refuses one that revokes nothing, or was annulled. */
function mustBeRevoking(
  penaltyId: string,
  { enterprise }: Content,
  { consulted, occurredAt }: Circumstances,
): { readonly documentNumber: string; readonly decidedOn: string } {
  const history: readonly Recorded[] = consulted(`environment.penalty-${penaltyId}`);
  const decided = history.findLast(({ type }) => type === 'environment.PenaltyDecided')?.data;
  const isAnnulled = history.some(({ type }) => type === 'environment.PenaltyAnnulled');
  const isRevoking = decided?.kinds.includes('LICENCE_REVOCATION') && decided.enterprise.uscc === enterprise.uscc;
  if (isRevoking && !isAnnulled) return decided;
  throw refusal(
    'no-revoking-penalty',
    {
      zh: `处罚“${penaltyId}”没有对该单位作出吊销许可证件的决定，或者已被撤销`,
      en: `Penalty ${penaltyId} does not revoke a licence of this holder, or was annulled`,
    },
    {
      ...cite(lawOn('permit/revocation', dayOf(occurredAt))),
      wayOut: {
        zh: '吊销是行政处罚：先按普通程序作出含 LICENCE_REVOCATION 的处罚决定',
        en: 'Revocation is a penalty: decide one of kind LICENCE_REVOCATION by the ordinary procedure first',
      },
      facts: { penaltyId },
    },
  );
}

const isClosed = (
  { proposalId }: Pick<environment.CancelPermit, 'proposalId'>,
  { enterprise }: Content,
  { consulted }: Circumstances,
): boolean =>
  proposalId !== undefined &&
  consulted(proposalStream(proposalId)).some(
    ({ type, data }) =>
      type === 'government.ClosureOrdered' &&
      data.enterprise.uscc === enterprise.uscc &&
      (data.scope === 'ENTERPRISE' || (data.scope === 'SITE' && data.enterprise.siteId === enterprise.siteId)),
  );
