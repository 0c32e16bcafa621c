import type { industry } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from './law.js';

type Events = industry.Events<'furnace'>;

const clause = '2.5.2';

/** An induction furnace: registered with its use, and watched for the uses that are not lawful (二(五)2). */
export const furnace: Decider<Said<Events>, industry.Commands<'furnace'>, Events> = {
  name: 'industry.furnace',
  initial: {},

  decide: {
    RegisterFurnace: (command, said, { occurredAt }) => {
      const { use, ...rest } = contentOf(command);
      const registered = said.InductionFurnaceRegistered;
      if (isRepeated<object>(registered, { use, ...rest }, { zh: '中（工）频炉', en: 'furnace', clause })) return [];
      const rule = lawOn('industry/furnace-use', dayOf(occurredAt));
      const data = { ...rest, use: mustBeLawful(use, occurredAt) };
      return [{ type: 'InductionFurnaceRegistered', data, rules: [ruleRef(rule)] }];
    },

    ChangeFurnaceUse: (command, said, given) => {
      const { use, ...change } = contentOf(command);
      if (alreadySays<object>(said.FurnaceUseChanged, { use, ...change })) return [];
      mustBeRegistered(said);
      const data = { ...change, use: mustBeLawful(use, given.occurredAt) };
      mustHaveCome(change.changedOn, given, clause);
      const last = said.FurnaceUseChanged;
      if (last) mustNotPrecede(change.changedOn, last.changedOn, clause, '上次变更', 'the last change');
      return [{ type: 'FurnaceUseChanged', data }];
    },

    DeregisterFurnace: (command, said, given) => {
      const end = contentOf(command);
      if (isRepeated(said.FurnaceDeregistered, end, { zh: '注销', en: 'deregistration', clause })) return [];
      mustBeRegistered(said);
      if (isOpen(said))
        throw no(
          'illegal-use-open',
          { zh: '违规使用尚未清理', en: 'Its illegal use has not been cleared' },
          { zh: '先清理（clear-illegal-furnace-use）', en: 'Clear it first (clear-illegal-furnace-use)' },
          cite(lawOn('industry/furnace-use', dayOf(given.occurredAt))),
        );
      mustHaveCome(end.deregisteredOn, given, clause);
      return [{ type: 'FurnaceDeregistered', data: end }];
    },

    FindIllegalFurnaceUse: (command, said, given) => {
      const finding = contentOf(command);
      if (alreadySays(said.IllegalFurnaceUseFound, finding)) return [];
      if (isOpen(said))
        throw no(
          'already-found',
          { zh: '已有未清理的违规使用', en: 'Illegal use is on record and not cleared' },
          { zh: '清理后再发现的，另行登记', en: 'Clear it; what is found after that is another finding' },
          { clause },
        );
      mustHaveCome(finding.foundOn, given, clause);
      const cleared = said.IllegalFurnaceUseCleared;
      if (cleared) mustNotPrecede(finding.foundOn, cleared.clearedOn, clause, '上次清理', 'the last clearance');
      const rules = [ruleRef(lawOn('industry/furnace-use', finding.foundOn)), enoughOfficers(given, clause)];
      return [{ type: 'IllegalFurnaceUseFound', data: finding, rules }];
    },

    ClearIllegalFurnaceUse: (command, said, given) => {
      const clearance = contentOf(command);
      if (alreadySays(said.IllegalFurnaceUseCleared, clearance)) return [];
      const found = said.IllegalFurnaceUseFound;
      if (!found || !isOpen(said))
        throw no(
          'nothing-to-clear',
          { zh: '没有待清理的违规使用', en: 'No illegal use waits to be cleared' },
          { zh: '先登记发现的违规使用', en: 'Record first the illegal use that was found' },
          { clause },
        );
      mustHaveCome(clearance.clearedOn, given, clause);
      mustNotPrecede(clearance.clearedOn, found.foundOn, clause, '发现', 'the finding');
      const rule = lawOn('industry/furnace-use', clearance.clearedOn);
      return [{ type: 'IllegalFurnaceUseCleared', data: clearance, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    ...keeping<Events>(
      'InductionFurnaceRegistered',
      'FurnaceUseChanged',
      'FurnaceDeregistered',
      'IllegalFurnaceUseCleared',
    ),
    // A new finding is open until it is cleared in its turn.
    IllegalFurnaceUseFound: ({ IllegalFurnaceUseCleared: _, ...said }: Said<Events>, found) => ({
      ...said,
      IllegalFurnaceUseFound: found,
    }),
  },

  subject: ({ InductionFurnaceRegistered: registered, IllegalFurnaceUseFound: found }) => {
    const { uscc, siteId } = (registered ?? found)?.enterprise ?? {};
    return { uscc, siteId };
  },
};

const isOpen = ({ IllegalFurnaceUseFound: found, IllegalFurnaceUseCleared: cleared }: Said<Events>): boolean =>
  found !== undefined && cleared === undefined;

function mustBeRegistered({ InductionFurnaceRegistered: registered, FurnaceDeregistered: gone }: Said<Events>): void {
  if (registered && !gone) return;
  throw no(
    'no-such-furnace',
    gone ? { zh: '该炉登记已注销', en: 'The furnace was deregistered' } : { zh: '该炉未登记', en: 'No such furnace' },
    { zh: '先登记（register-furnace）', en: 'Register it first (register-furnace)' },
    { clause },
  );
}

type Lawful = Events['InductionFurnaceRegistered']['use'];

/** Nobody registers a furnace for what it may not be used for: such use is found, and cleared. */
function mustBeLawful(use: industry.FurnaceUse, occurredAt: string): Lawful {
  if (use !== 'STAINLESS_STEEL' && use !== 'TOOL_DIE_STEEL') return use;
  throw no(
    'use-not-lawful',
    {
      zh: '中（工）频炉不得用于生产不锈钢、工模具钢',
      en: 'An induction furnace may not make stainless or tool-die steel',
    },
    {
      zh: '已如此使用的，登记为发现违规使用（find-illegal-furnace-use）',
      en: 'Where it is so used, record that as illegal use found (find-illegal-furnace-use)',
    },
    { ...cite(lawOn('industry/furnace-use', dayOf(occurredAt))), facts: { use } },
  );
}
