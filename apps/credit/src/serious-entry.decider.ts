import type { credit } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { deadline, displayPeriod, findRule, namesLaw, ruleOn, ruleRef, ruleText, dayOf } from '#law';
import { keeping, type Said } from '#procedure';
import { mustHaveCome, refuse } from './refusals.js';

type Commands = credit.Commands<'seriousEntry'>;
type Events = credit.Events<'seriousEntry'>;
type Entry = Said<Events>;
type Imported = Omit<Events['SeriousListEntryImported'], 'displayUntil'>;

/** Documents of the Party centre and the State Council, which may create a list as a law may. */
const CENTRAL_POLICY = /中共中央|国务院|中办发|国办发|国发〔/u;
/** Places 1 and 2 of the code of an organ of state, GB 32100-2015. */
const ORGAN = '11';

/** Lists whose longest display a row of law says. */
const shownBy: Readonly<Record<string, 'publicity/safety-list'>> = { 'work-safety': 'publicity/safety-list' };

/**
 * An entry of a list of serious dishonesty, as the authority that listed tells it. Nothing here makes one: not a missed
 * exit, not a penalty, not the plan. Only who listed removes, and then Credit China stops in three working days.
 */
export const seriousEntry: Decider<Entry, Commands, Events> = {
  name: 'credit.seriousEntry',
  initial: {},

  decide: {
    ImportSeriousListEntry: (command, { SeriousListEntryImported: imported }, given) => {
      const entry = contentOf(command);
      if (alreadySays(imported, entry)) return [];
      if (imported)
        refuse(
          'entry-imported',
          [`该编号已导入${imported.listName}的条目`, `Under this id an entry of ${imported.listName} is on record`],
          ['另一条目使用新的编号', 'Another entry takes an id of its own'],
          { facts: { listId: imported.listId, documentNumber: imported.documentNumber } },
        );
      mustHaveCome('listedOn', entry.listedOn, given);
      mustBeCompetent(entry);
      const rule = ruleOn('credit/serious-list', entry.listedOn);
      const display = displayOf(entry);
      const rules = [ruleRef(rule), ...(display ? [ruleRef(display.rule)] : [])];
      const until = display ? { displayUntil: display.maxEndsOn } : {};
      return [{ type: 'SeriousListEntryImported', data: { ...entry, ...until }, rules }];
    },

    ImportSeriousListRemoval: (
      command,
      { SeriousListEntryImported: imported, SeriousListEntryRemoved: removed },
      given,
    ) => {
      const removal = contentOf(command);
      if (alreadySays(removed, removal)) return [];
      const { listedOn, authority, authorityCode } = imported ?? noEntry();
      if (removed)
        refuse(
          'entry-removed',
          [`已于${removed.removedOn}移出`, `It was removed on ${removed.removedOn}`],
          ['无需再次办理', 'There is nothing more to do'],
          { facts: { removedOn: removed.removedOn } },
        );
      if (removal.authorityCode !== authorityCode)
        refuse(
          'removal-by-another',
          [`只能由列入机关${authority}移出`, `Only ${authority}, which listed, removes`],
          ['取得列入机关的移出决定', 'Get the decision of the authority that listed'],
          { facts: { listedBy: authorityCode, removedBy: removal.authorityCode } },
        );
      mustHaveCome('removedOn', removal.removedOn, given);
      if (removal.removedOn < listedOn)
        refuse(
          'removed-before-listed',
          [`移出日早于列入日${listedOn}`, `It was listed on ${listedOn}, after the removal`],
          ['核对日期', 'Check the days'],
          { facts: { listedOn, removedOn: removal.removedOn } },
        );
      const rule = ruleOn('credit/list-removal', removal.removedOn);
      const due = deadline({ rule, startsOn: removal.removedOn });
      return [{ type: 'SeriousListEntryRemoved', data: { ...removal, due }, rules: [ruleRef(rule)] }];
    },

    RecordListDisplayStopped: (command, state, given) => {
      const stop = contentOf(command);
      if (alreadySays(state.ListDisplayStopped, stop)) return [];
      const removed = state.SeriousListEntryRemoved;
      if (!removed || state.ListDisplayStopped)
        return refuse(
          removed ? 'display-stopped' : 'not-removed',
          removed
            ? ['已登记停止公示', 'That display stopped is on record']
            : ['列入机关尚未移出，不得停止公示', 'Who listed has not removed it, and it stays on display'],
          removed
            ? ['无需再次办理', 'There is nothing more to do']
            : ['先导入移出决定', 'Import the removal first: ImportSeriousListRemoval'],
        );
      mustHaveCome('stoppedOn', stop.stoppedOn, given);
      const { rolledDue: dueOn } = removed.due;
      const isLate = stop.stoppedOn > dueOn && !state.ListDisplayOverdue;
      return [
        ...(isLate ? [{ type: 'ListDisplayOverdue', data: { dueOn } } as const] : []),
        { type: 'ListDisplayStopped', data: stop },
      ];
    },

    PassListTerm: ({ dueOn }, state, { now }) =>
      state.SeriousListEntryRemoved?.due.rolledDue === dueOn &&
      dueOn < dayOf(now) &&
      !state.ListDisplayStopped &&
      !state.ListDisplayOverdue
        ? [{ type: 'ListDisplayOverdue', data: { dueOn } }]
        : [],
  },

  evolve: keeping<Events>(
    'SeriousListEntryImported',
    'SeriousListEntryRemoved',
    'ListDisplayStopped',
    'ListDisplayOverdue',
  ),

  subject: ({ SeriousListEntryImported: imported }) => ({
    uscc: imported?.enterprise.uscc,
    siteId: imported?.enterprise.siteId,
  }),
};

const noEntry = (): never =>
  refuse(
    'no-entry',
    ['没有导入该名单条目', 'No such entry was imported'],
    ['先导入列入信息', 'Import the entry first: ImportSeriousListEntry'],
  );

/** Refuses what no competent authority listed, and what rests on nothing that can create a list. */
function mustBeCompetent({ basis, authorityCode, listedOn }: Imported): void {
  const rule = ruleText(ruleOn('credit/serious-list', listedOn));
  if (!namesLaw(basis) && !CENTRAL_POLICY.test(basis))
    refuse(
      'list-without-basis',
      [
        `“${basis}”不是法律、法规或者党中央、国务院政策文件，不能设列名单`,
        `"${basis}" is no law, regulation or policy of the centre: it cannot create a list`,
      ],
      [
        '写明设列依据的名称和条款；工作计划和未按期退出均不构成严重失信',
        'Name what creates the list and its article; neither the plan nor a missed exit makes serious dishonesty',
      ],
      { rule, facts: { basis } },
    );
  if (!authorityCode.startsWith(ORGAN))
    refuse(
      'not-an-authority',
      ['列入机关应为国家机关', 'Only an organ of state lists'],
      ['填写列入机关的统一社会信用代码（以11开头）', 'Give the code of the organ that listed; it begins with 11'],
      { rule, facts: { authorityCode } },
    );
}

function displayOf({ listId, listedOn }: Imported) {
  const row = Object.hasOwn(shownBy, listId) ? shownBy[listId]! : undefined;
  if (!row || !findRule(row, listedOn)) return undefined;
  return displayPeriod({ platform: 'safety-list', decidedOn: listedOn, listedOn, kinds: [], field: 'work-safety' });
}
