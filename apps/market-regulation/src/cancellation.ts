import type { government, marketRegulation } from '#contracts';
import { alreadySays, contentOf, type Decider, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn, refusal } from './law.js';
import { mustBeInForce, type Events, type Licence } from './licence.state.js';

type Rules = Decider<Licence, marketRegulation.Commands<'licence'>, Events>['decide'];
type Closure = Recorded<government.ClosureOrdered>;
type Cause = marketRegulation.RequestLicenceCancellation['cause'];

const clause = '2.3.1';

/** For which of the plan's three causes a department's proposal may have led to the closure. */
const causesOf: Readonly<Record<string, readonly Cause[]>> = {
  energy: ['CLOSED_FOR_ENERGY', 'CLOSED_FOR_TECH'],
  environment: ['CLOSED_FOR_ENV', 'CLOSED_FOR_TECH'],
  industry: ['CLOSED_FOR_TECH'],
};

/** 注销 is asked for when the government has closed, and for nothing less (二(三)1). */
export const requestCancellation: Rules['RequestLicenceCancellation'] = (command, state, given) => {
  const request = contentOf(command);
  if (alreadySays(state.requested, request)) return [];
  const issued = mustBeInForce(state, { zh: '提请注销', en: 'proposed for cancellation' }, clause);
  const day = dayOf(given.occurredAt);
  const rule = lawOn('quality/licence-cancellation', day);
  const no = (code: string, zh: string, en: string, wayOut: { zh: string; en: string }, facts = {}) =>
    refusal(code, { zh, en }, { ...cite(rule, clause), wayOut, facts: { ...request, ...facts } });

  if (state.requested && !state.declined)
    throw no(
      'cancellation-pending',
      `已提请注销（${state.requested.documentNumber}），待许可机关答复`,
      `Cancellation was requested (${state.requested.documentNumber}) and waits for the issuer`,
      { zh: '许可机关不予注销后方可再次提请', en: 'Ask again only after the issuer has declined' },
    );

  const closure = given
    .consulted(`government.closureProposal-${request.closureProposalId}`)
    .find(({ type }) => type.endsWith('ClosureOrdered')) as Closure | undefined;
  if (!closure)
    throw no(
      'no-closure',
      `提请${request.closureProposalId}下没有政府的关闭决定`,
      `The government has ordered no closure under proposal ${request.closureProposalId}`,
      {
        zh: '关停由人民政府决定；决定作出后再提请注销',
        en: 'Only the government closes; request the cancellation once it has',
      },
    );
  const { enterprise, scope, effectiveOn, proposedBy, governmentDocumentNumber } = closure.data;
  if (enterprise.uscc !== issued.enterprise.uscc)
    throw no(
      'closure-of-another',
      `该关闭决定针对${enterprise.name}，不是持证企业${issued.enterprise.name}`,
      `The closure is that of ${enterprise.name}, not of the holder ${issued.enterprise.name}`,
      { zh: '核对提请编号与许可证编号', en: 'Check the id of the proposal and of the licence' },
    );
  if (effectiveOn > day)
    throw no(
      'closure-not-in-force',
      `关闭自${effectiveOn}生效，${day}尚不能提请注销`,
      `The closure is in force from ${effectiveOn}; on ${day} it is not`,
      { zh: '生效之日起提请', en: 'Request it from that day' },
      { effectiveOn },
    );
  if (!closes(scope, enterprise.siteId, issued.enterprise.siteId))
    throw no(
      'closure-too-narrow',
      scope === 'LINE' ? '仅关闭生产线，企业未关停' : '仅关闭一处场所，不是许可证所载场所',
      scope === 'LINE'
        ? 'Only a line was closed, and the holder was not'
        : 'Only one site was closed, and not the one that the licence names',
      {
        zh: '企业或许可证所载场所整体关停的，方可注销；其他情形请许可机关变更许可证',
        en: 'Cancel when the enterprise, or the site that the licence names, is closed; otherwise the issuer changes the licence',
      },
      { scope },
    );
  if (!(causesOf[proposedBy] ?? []).includes(request.cause))
    throw no(
      'cause-of-another-department',
      `该关闭由${proposedBy}提请，原因不是${request.cause}`,
      `The closure was proposed by ${proposedBy}, which is not for ${request.cause}`,
      {
        zh: `可填写：${(causesOf[proposedBy] ?? []).join('、') || '无（计划只列工艺装备、环保、能耗三种原因）'}`,
        en: `It may be ${(causesOf[proposedBy] ?? []).join(' or ') || 'none: the plan names technology, environment and energy only'}`,
      },
      { proposedBy },
    );
  return [
    {
      type: 'LicenceCancellationRequested',
      data: {
        enterprise: issued.enterprise,
        licenceNumber: issued.licenceNumber,
        issuer: issued.issuer,
        ...request,
        closureEventId: closure.id,
        governmentDocumentNumber,
      },
      rules: [ruleRef(rule)],
    },
  ];
};

const closes = (scope: Closure['data']['scope'], closedSite?: string, licensedSite?: string): boolean =>
  scope === 'ENTERPRISE' || (scope === 'SITE' && closedSite !== undefined && closedSite === licensedSite);
