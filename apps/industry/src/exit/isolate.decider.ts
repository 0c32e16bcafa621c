import type { industry } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type FactOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from '../law.js';
import { missingSteps, mustBeOpen, mustStand, type Events, type Exit, type Opened, type Rules } from './state.js';

type Step = industry.IsolationStep;

const clause = '2.5.3';

/**
 * What cannot be dismantled yet is isolated by six steps, a set in any order, and stays so (二(五)3). The seal is 封存,
 * which lasts until it is dismantled; it is no 查封.
 */
export const isolate: Rules<
  | 'CutWater'
  | 'CutPower'
  | 'RemovePowerUnit'
  | 'SealMainEquipment'
  | 'PublishPledge'
  | 'PublishAnnouncement'
  | 'RecordBreach'
  | 'RecheckExited'
> = {
  CutWater: (command, state, given) => {
    const cut = contentOf(command);
    return taken('WaterCut', cut, cut.cutOn, state, given);
  },
  CutPower: (command, state, given) => {
    const cut = contentOf(command);
    return taken('PowerCut', cut, cut.cutOn, state, given);
  },
  RemovePowerUnit: (command, state, given) => {
    const removal = contentOf(command);
    return taken('PowerUnitRemoved', removal, removal.removedOn, state, given);
  },
  SealMainEquipment: (command, state, given) => {
    const seal = contentOf(command);
    return taken('MainEquipmentSealed', seal, seal.sealedOn, state, given);
  },
  PublishPledge: (command, state, given) => {
    const pledge = contentOf(command);
    return taken('NoResumptionPledgePublished', pledge, pledge.publishedOn, state, given, ({ enterprise }) => ({
      enterprise,
    }));
  },
  PublishAnnouncement: (command, state, given) => {
    const { site, ...announcement } = contentOf(command);
    const said = { ...announcement, site: mustBeMunicipal(site, dayOf(given.occurredAt)) };
    if (alreadySays(state.isolationAnnounced, said)) return [];
    const { said: facts } = state;
    const dismantleBy = facts.DismantlingDeferred?.dismantleBy ?? facts.EliminationOrdered?.due.nominalDue;
    mustStand(state, clause);
    if (dismantleBy !== announcement.dismantleBy)
      throw no(
        'another-day-announced',
        {
          zh: dismantleBy ? `限时拆除日为${dismantleBy}` : '尚未确定限时拆除日',
          en: dismantleBy
            ? `It must be dismantled by ${dismantleBy}, not ${announcement.dismantleBy}`
            : 'No day by which it must be dismantled was decided',
        },
        { zh: '先决定暂缓拆除，公告所定之日', en: 'Defer the dismantling first, and announce the day decided' },
        {
          ...cite(lawOn('industry/municipal-announcement', dayOf(given.occurredAt))),
          facts: { dismantleBy: dismantleBy ?? null },
        },
      );
    return taken('ExitAnnounced', said, said.publishedOn, state, given, ({ enterprise, line }) => ({
      enterprise,
      line,
      purpose: 'ISOLATION',
    }));
  },

  RecordBreach: (command, state, given) => {
    const breach = contentOf(command);
    if (alreadySays(state.said.IsolationBreached, breach)) return [];
    const { enterprise } = mustStand(state, clause);
    const undone = undoes[breach.breach].filter((step) => state.steps[step] !== undefined);
    const rule = lawOn('industry/isolation', dayOf(given.occurredAt));
    if (undone.length === 0)
      throw no(
        'nothing-to-breach',
        { zh: '没有可被破坏的封存措施', en: 'No isolation step that it could undo is in place' },
        {
          zh: '核对情形；未封存而生产的，记录复查或“回头看”',
          en: 'Check what happened; where it produces without isolation, record a re-check or a look-back',
        },
        { ...cite(rule), facts: { breach: breach.breach } },
      );
    mustHaveCome(breach.foundOn, given, clause);
    const earliest = undone.map((step) => state.steps[step]!).toSorted()[0]!;
    mustNotPrecede(breach.foundOn, earliest, clause, '落实措施', 'the step that it undoes');
    return [{ type: 'IsolationBreached', data: { enterprise, ...breach, undone }, rules: [ruleRef(rule)] }];
  },

  RecheckExited: (command, state, given) => {
    const check = contentOf(command);
    const last = state.said.ExitedCapacityRechecked;
    const sameDay = last?.checkedOn === check.checkedOn ? last : undefined;
    if (isRepeated(sameDay, check, { zh: '当日复查', en: 're-check on that day', clause: '2.5.1' })) return [];
    const { enterprise } = mustBeOpen(state, '2.5.1');
    const rule = lawOn('industry/look-back', dayOf(given.occurredAt));
    const { ExitAccepted: exited } = state.said;
    if (!exited)
      throw no(
        'not-exited',
        { zh: '该退出尚未验收', en: 'This exit has not been accepted' },
        { zh: '验收后复查；未验收的办理验收', en: 'What has exited is re-checked: have it accepted first' },
        cite(rule, '2.5.1'),
      );
    if (check.restored && !check.restorable) throw contradiction('2.5.1');
    mustHaveCome(check.checkedOn, given, '2.5.1');
    mustNotPrecede(check.checkedOn, exited.acceptedOn, '2.5.1', '验收', 'the acceptance');
    if (last) mustNotPrecede(check.checkedOn, last.checkedOn, '2.5.1', '上次复查', 'the last re-check');
    const officers = enoughOfficers(given, '2.5.1');
    return [{ type: 'ExitedCapacityRechecked', data: { enterprise, ...check }, rules: [ruleRef(rule), officers] }];
  },
};

/** What produces again could be made to: the two answers cannot be the other way round. */
export const contradiction = (of: string) =>
  no(
    'resumed-but-not-resumable',
    { zh: '已恢复的，不可能“不能恢复”', en: 'What produces again cannot be incapable of it' },
    { zh: '已恢复时 resumable/restorable 应为 true', en: 'When it has resumed, it is resumable too' },
    { clause: of },
  );

const undoes: Readonly<Record<industry.Breach, readonly Step[]>> = {
  SEAL_BROKEN: ['MainEquipmentSealed'],
  POWER_RESTORED: ['PowerCut'],
  WATER_RESTORED: ['WaterCut'],
  POWER_UNIT_RETURNED: ['PowerUnitRemoved'],
  PRODUCTION_RESUMED: ['WaterCut', 'PowerCut', 'PowerUnitRemoved', 'MainEquipmentSealed'],
};

/** One step, and, when it is the last of the six, that all is isolated. */
function taken<Type extends Step>(
  step: Type,
  content: Partial<Events[Type]>,
  on: string,
  state: Exit,
  given: Circumstances,
  besides: (opened: Opened) => object = () => ({}),
): readonly FactOf<Events>[] {
  const last = step === 'ExitAnnounced' ? state.isolationAnnounced : state.said[step];
  if (alreadySays(last as Events[Type] | undefined, content)) return [];
  const opened = mustStand(state, clause);
  const rule = lawOn('industry/isolation', dayOf(given.occurredAt));
  const takenOn = state.steps[step];
  if (takenOn !== undefined)
    throw no(
      'step-already-taken',
      { zh: `该项措施已于${takenOn}落实`, en: `This step was taken on ${takenOn}` },
      { zh: '措施被破坏的，先记录（record-breach）再重新落实', en: 'When it was undone, record the breach first' },
      { ...cite(rule), facts: { step, takenOn } },
    );
  mustHaveCome(on, given, clause);
  mustNotPrecede(on, state.breachedOn ?? state.openedOn!, clause, '建档或措施被破坏', 'the file or the breach');
  const steps = { ...state.steps, [step]: on };
  // Content and what the file adds make the whole of the step's fact; the compiler cannot follow that over all six.
  const data = { ...content, ...besides(opened) } as unknown as Events[Type];
  const fact = { type: step, data, rules: [ruleRef(rule)] } as unknown as FactOf<Events>;
  if (missingSteps(steps).length > 0) return [fact];
  const { enterprise, line } = opened;
  const isolatedOn = Object.values(steps).toSorted().at(-1)!;
  return [fact, { type: 'ExitIsolated', data: { enterprise, line, isolatedOn }, rules: [ruleRef(rule)] }];
}

type Municipal = Events['ExitAnnounced']['site'];

/** Only a municipal website counts. */
export function mustBeMunicipal(site: industry.PublishAnnouncement['site'], day: string): Municipal {
  if (site === 'MUNICIPAL_GOV' || site === 'MUNICIPAL_DEPT') return site;
  throw no(
    'not-a-municipal-site',
    { zh: '县（区）网站上的公告不算', en: 'An announcement on a county’s website does not count' },
    {
      zh: '在市级人民政府或市级主管部门网站公告',
      en: 'Announce it on the website of the municipal government or of a municipal department',
    },
    { ...cite(lawOn('industry/municipal-announcement', day)), facts: { site } },
  );
}
