import type { emergencyManagement } from '#contracts';
import { alreadySays, contentOf, type Decider, type Refusal } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = emergencyManagement.Events<'safetyFile'>;

interface SafetyFile {
  readonly opened?: Events['SafetySupervisionFileOpened'];
  readonly trainings: readonly Events['SafetyTrainingDelivered'][];
  readonly risks?: Events['RiskRegisterUpdated'];
}

const clause = '2.4.1';

/** The gravest first. */
const grades = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;

/** The safety supervision file of an enterprise. Its id is the enterprise's code, so that everyone has one and no two. */
export const safetyFile: Decider<SafetyFile, emergencyManagement.Commands<'safetyFile'>, Events> = {
  name: 'emergencyManagement.safetyFile',
  initial: { trainings: [] },

  decide: {
    OpenSafetyArchive: (command, { opened }, { id, occurredAt }) => {
      const file = contentOf(command);
      if (isRepeated(opened, file, once)) return [];
      const rule = lawOn('safety/supervision-file', dayOf(occurredAt));
      const { uscc } = file.enterprise;
      if (id !== uscc)
        throw refusal(
          'file-id-is-the-code',
          {
            zh: `${uscc}的安全监管档案编号应为“${uscc}”，不是“${id}”`,
            en: `The file of ${uscc} has that code as its id, not ${id}: an enterprise has one`,
          },
          {
            ...cite(rule),
            wayOut: { zh: `提交至 safety-files/${uscc}`, en: `Post it to safety-files/${uscc}` },
            facts: { id, uscc },
          },
        );
      return [{ type: 'SafetySupervisionFileOpened', data: file, rules: [ruleRef(rule)] }];
    },

    RecordTraining: (command, { opened, trainings }, given) => {
      const training = contentOf(command);
      if (trainings.some((one) => alreadySays(one, training))) return [];
      if (!opened) throw notOpened(given.occurredAt);
      mustHaveCome(training.heldOn, given, clause);
      const rule = lawOn('safety/training-and-risk', training.heldOn);
      return [{ type: 'SafetyTrainingDelivered', data: training, rules: [ruleRef(rule)] }];
    },

    RecordRiskControl: (command, { opened, risks }, given) => {
      const update = contentOf(command);
      if (alreadySays(risks, update)) return [];
      if (!opened) throw notOpened(given.occurredAt);
      mustHaveCome(update.updatedOn, given, clause);
      if (risks) mustNotPrecede(update.updatedOn, risks.updatedOn, clause, '上次更新', 'the last update');
      const rule = lawOn('safety/training-and-risk', update.updatedOn);
      const riskGrade = grades.find((grade) => update.risks.some((risk) => risk.grade === grade)) ?? 'BLUE';
      return [{ type: 'RiskRegisterUpdated', data: { ...update, riskGrade }, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    SafetySupervisionFileOpened: (state, opened) => ({ ...state, opened }),
    SafetyTrainingDelivered: (state, training) => ({ ...state, trainings: [...state.trainings, training] }),
    RiskRegisterUpdated: (state, risks) => ({ ...state, risks }),
  },

  subject: ({ opened }) => ({ uscc: opened?.enterprise.uscc, siteId: opened?.enterprise.siteId }),
};

const once = {
  zh: '安全监管档案',
  en: 'safety supervision file',
  clause,
  wayOut: { zh: '一企一档；风险变化另行更新风险清单', en: 'There is one file; changes of risk go to its register' },
};

const notOpened = (when: string): Refusal =>
  refusal(
    'no-file',
    { zh: '该企业尚未建立安全监管档案', en: 'The enterprise has no safety supervision file yet' },
    {
      ...cite(lawOn('safety/supervision-file', dayOf(when))),
      wayOut: { zh: '先建立安全监管档案', en: 'Open the file first' },
    },
  );
