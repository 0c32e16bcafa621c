import type { industry } from '#contracts';
import { alreadySays, contentOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from '../law.js';
import { mustBeMunicipal } from './isolate.decider.js';
import { isIsolated, missingSteps, mustBeOpen, type Exit, type Rules } from './state.js';

const clause = '3.2';

/** Acceptance, announcement, archive: in that order (三(二)). Dismantled and isolated are accepted as what they are. */
export const accept: Rules<'InspectForAcceptance' | 'AcceptExit' | 'RejectExit' | 'AnnounceExit' | 'FileExitArchive'> =
  {
    InspectForAcceptance: (command, state, given) => {
      const inspection = contentOf(command);
      if (alreadySays<object>(state.said.ExitAcceptanceInspected, inspection)) return [];
      mustBeOpen(state, clause);
      const day = dayOf(given.occurredAt);
      if (state.inspected || state.accepted)
        throw no(
          state.accepted ? 'already-accepted' : 'already-inspected',
          { zh: '已现场验收', en: 'It was inspected for acceptance already' },
          { zh: '作出验收意见；不通过后可再次验收', en: 'Accept or reject it; after a rejection, inspect again' },
          cite(lawOn('industry/acceptance-order', day)),
        );
      const basis = state.dismantled ? 'DISMANTLED' : isIsolated(state) ? 'ISOLATED' : undefined;
      if (!basis) throw notReady(state, day);
      const evidence = mustHaveMedia(inspection.media, day);
      mustHaveCome(inspection.inspectedOn, given, clause);
      const since = state.dismantled?.dismantledOn ?? Object.values(state.steps).toSorted().at(-1)!;
      mustNotPrecede(inspection.inspectedOn, since, clause, '拆除或封存', 'the dismantling or isolation');
      const officers = enoughOfficers(given, clause);
      const result = inspection.checklist.every(({ isMet }) => isMet) ? 'PASSED' : 'FAILED';
      return [{ type: 'ExitAcceptanceInspected', data: { basis, ...inspection, result }, rules: [evidence, officers] }];
    },

    AcceptExit: (command, state, given) => {
      const opinion = contentOf(command);
      if (alreadySays(state.said.ExitAccepted, opinion)) return [];
      const { enterprise } = mustBeOpen(state, clause);
      const rule = lawOn('industry/acceptance-order', dayOf(given.occurredAt));
      const { inspected } = state;
      if (inspected?.result !== 'PASSED' || state.accepted)
        throw no(
          state.accepted ? 'already-accepted' : 'not-passed',
          state.accepted
            ? {
                zh: `已验收（${state.accepted.opinionNumber}）`,
                en: `It was accepted (${state.accepted.opinionNumber})`,
              }
            : { zh: '没有合格的现场验收', en: 'No inspection for acceptance was passed' },
          { zh: '现场验收各项符合后出具意见', en: 'Inspect it first, with every point as it should be' },
          { ...cite(rule), facts: { result: inspected?.result ?? null } },
        );
      mustHaveCome(opinion.acceptedOn, given, clause);
      mustNotPrecede(opinion.acceptedOn, inspected.inspectedOn, clause, '现场验收', 'the inspection');
      return [
        { type: 'ExitAccepted', data: { enterprise, status: inspected.basis, ...opinion }, rules: [ruleRef(rule)] },
      ];
    },

    RejectExit: (command, state, given) => {
      const rejection = contentOf(command);
      const { inspected, said } = state;
      if (!inspected && alreadySays<object>(said.ExitAcceptanceRejected, rejection)) return [];
      const rule = lawOn('industry/acceptance-order', dayOf(given.occurredAt));
      if (!inspected || state.accepted)
        throw no(
          'nothing-to-reject',
          { zh: '没有待作出意见的现场验收', en: 'No inspection waits for an opinion' },
          { zh: '先现场验收', en: 'Inspect it for acceptance first' },
          cite(rule),
        );
      if (inspected.result === 'PASSED')
        throw no(
          'passed',
          { zh: '现场验收各项均符合', en: 'Every point of the inspection was as it should be' },
          { zh: '出具验收通过意见', en: 'Accept it' },
          cite(rule),
        );
      if (inspected.basis === 'ISOLATED' && !rejection.redo?.length)
        throw no(
          'redo-missing',
          { zh: '未写明须重做的封存措施', en: 'It does not say which isolation steps must be taken anew' },
          { zh: '在 redo 中写明', en: 'Name them in `redo`' },
          cite(rule),
        );
      const dueOn = inspected.basis === 'DISMANTLED' && state.due ? { dueOn: state.due.rolledDue } : {};
      return [{ type: 'ExitAcceptanceRejected', data: { ...rejection, ...dueOn }, rules: [ruleRef(rule)] }];
    },

    AnnounceExit: (command, state, given) => {
      const { site, ...announcement } = contentOf(command);
      const day = dayOf(given.occurredAt);
      const said = { ...announcement, site: mustBeMunicipal(site, day) };
      const what = { zh: '验收后的公告', en: 'announcement of the acceptance', clause };
      if (isRepeated(state.announced, said, what)) return [];
      const rule = lawOn('industry/acceptance-order', day);
      const { enterprise, line } = mustBeOpen(state, clause);
      const { accepted } = state;
      if (!accepted)
        throw no(
          'not-accepted',
          { zh: '尚未验收，不能公告退出', en: 'It has not been accepted, and only then is it announced' },
          { zh: '先验收（accept-exit）', en: 'Accept it first (accept-exit)' },
          cite(rule),
        );
      mustHaveCome(said.publishedOn, given, clause);
      mustNotPrecede(said.publishedOn, accepted.acceptedOn, clause, '验收', 'the acceptance');
      const data = { enterprise, line, purpose: 'ACCEPTANCE' as const, status: accepted.status, ...said };
      return [{ type: 'ExitAnnounced', data, rules: [ruleRef(rule)] }];
    },

    FileExitArchive: (command, state, given) => {
      const archive = contentOf(command);
      if (isRepeated(state.archived, archive, { zh: '归档', en: 'archive of this exit', clause })) return [];
      const rule = lawOn('industry/acceptance-order', dayOf(given.occurredAt));
      mustBeOpen(state, clause);
      if (!state.announced)
        throw no(
          'not-announced',
          { zh: '尚未公告退出，不能归档', en: 'It has not been announced, and only then is it archived' },
          { zh: '验收、公告后归档', en: 'Accept it, announce it, then archive it' },
          cite(rule),
        );
      mustHaveCome(archive.filedOn, given, clause);
      mustNotPrecede(archive.filedOn, state.announced.publishedOn, clause, '公告', 'the announcement');
      return [{ type: 'ExitArchiveFiled', data: archive, rules: [ruleRef(rule)] }];
    },
  };

const notReady = (state: Exit, day: string) => {
  const missing = missingSteps(state.steps);
  return no(
    'not-ready-for-acceptance',
    {
      zh: `尚未拆除，封存措施缺：${missing.join('、')}`,
      en: `It is not dismantled, and of the six steps these are missing: ${missing.join(', ')}`,
    },
    { zh: '拆除主体设备，或落实全部六项措施', en: 'Dismantle it, or take all six steps' },
    { ...cite(lawOn('industry/isolation', day), clause), facts: { missing } },
  );
};

/** Refuses too few photos and videos, or none of before or after, and answers with the row. */
function mustHaveMedia(media: readonly industry.Medium[], day: string) {
  const rule = lawOn('industry/acceptance-evidence', day);
  const stages = new Set(media.map(({ stage }) => stage));
  if (new Set(media.map(({ sha256 }) => sha256)).size >= rule.amount && stages.has('BEFORE') && stages.has('AFTER'))
    return ruleRef(rule);
  throw no(
    'media-missing',
    {
      zh: `验收影像不足：应有不少于${rule.amount}份，含前、后`,
      en: `Acceptance takes at least ${rule.amount} photos or videos, of before and of after`,
    },
    { zh: '补充拆除（封存）前后的影像', en: 'Add media of before and after' },
    { ...cite(rule), facts: { media: media.length, needed: rule.amount } },
  );
}
