import type { government, procedure } from '#contracts';
import { alreadySays, contentOf, namespaceOf, streamOf, type Decider, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, mustHaveId, refusal } from './law.js';

type Events = government.Events<'exposure'>;

const clause = '4.5';
/** Of persons nothing is told: numbers of identity cards and of mobile telephones. */
const IDENTITY = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/;
const TELEPHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Name of the exposure of a penalty: each is exposed once. */
export const exposureOf = (department: string, penaltyId: string): string => `${namespaceOf(department)}.${penaltyId}`;

/** What is told to the public of a violation: only what a decision established, and nothing of persons (四(五)). */
export const exposure: Decider<Said<Events>, government.Commands<'exposure'>, Events> = {
  name: 'government.exposure',
  initial: {},

  decide: {
    ExposeViolation: (command, { ViolationExposed, ExposureWithdrawn }, given) => {
      const exposed = contentOf(command);
      const { department, penaltyId, enterprise, summary } = exposed;
      if (isRepeated(ViolationExposed, exposed, { zh: '曝光', en: 'exposure', clause }) && !ExposureWithdrawn)
        return [];
      mustHaveId('exposure', given.id, exposureOf(department, penaltyId), clause);
      const rule = lawOn('plan/exposure', dayOf(given.occurredAt));
      const facts = given.consulted(streamOf(department, 'penalty', penaltyId));
      const last = (name: string): Recorded | undefined => facts.findLast(({ type }) => type.endsWith(`.${name}`));
      const decided = last('PenaltyDecided') as Recorded<procedure.PenaltyDecided> | undefined;
      if (!decided || !last('PenaltyDecisionServed') || last('PenaltyAnnulled') || ExposureWithdrawn)
        throw refusal(
          'not-established',
          {
            zh: '没有已送达且未被撤销的处罚决定，不得曝光',
            en: 'Nothing is exposed without a decision that was served and stands',
          },
          { ...cite(rule), wayOut: { zh: '处罚决定送达后再曝光', en: 'Expose it once the decision was served' } },
        );
      if (decided.data.enterprise.uscc !== enterprise.uscc)
        throw refusal(
          'not-the-party',
          { zh: '该决定的当事人是另一企业', en: 'The decision is about another enterprise' },
          { ...cite(rule), wayOut: { zh: '核对处罚编号与企业', en: 'Check the penalty and the enterprise' } },
        );
      mustNameNobody(summary.replaceAll(enterprise.uscc, ''), decided.data.legalRepresentative, cite(rule));
      const { documentNumber } = decided.data;
      return [{ type: 'ViolationExposed', data: { ...exposed, documentNumber }, rules: [ruleRef(rule)] }];
    },

    WithdrawExposure: ({ reason }, { ViolationExposed, ExposureWithdrawn }) => {
      if (!ViolationExposed || alreadySays(ExposureWithdrawn, { reason })) return [];
      isRepeated(ExposureWithdrawn, { reason }, { zh: '撤回', en: 'withdrawal', clause });
      return [{ type: 'ExposureWithdrawn', data: { enterprise: ViolationExposed.enterprise, reason } }];
    },
  },

  evolve: keeping<Events>('ViolationExposed', 'ExposureWithdrawn'),

  subject: ({ ViolationExposed }) => ({
    uscc: ViolationExposed?.enterprise.uscc,
    siteId: ViolationExposed?.enterprise.siteId,
  }),

  consults: { ExposeViolation: ({ department, penaltyId }) => [streamOf(department, 'penalty', penaltyId)] },
};

function mustNameNobody(summary: string, legalRepresentative: string | undefined, grounds: object): void {
  const isNamed = legalRepresentative !== undefined && summary.includes(legalRepresentative);
  if (!isNamed && !IDENTITY.test(summary) && !TELEPHONE.test(summary)) return;
  throw refusal(
    'personal-data',
    { zh: '曝光内容含个人信息', en: 'What is to be exposed contains personal data' },
    {
      ...grounds,
      wayOut: {
        zh: '删去姓名、身份证号、电话后再曝光',
        en: 'Take out names, identity and telephone numbers, then expose it',
      },
    },
  );
}
