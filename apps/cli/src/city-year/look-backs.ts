import type { Enterprise } from '#contracts';
import { areaCodes, industryGroups, type IndustryGroupCode } from '#codes';
import { addDays } from '#law';
import { realNames } from '../plan-year/adoption.js';
import { photos } from '../plan-year/industry/media.js';
import { inOfficeHours, moment, officeDay } from '../plan-year/office-time.js';
import { officers } from '../plan-year/rectification.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofIndustry, type Story } from '../plan-year/step.js';
import { rates } from './rates.js';
import { numbered, type Tale, type Telling } from './tale.js';

/** The sites that the plan names are targets of rounds, and nothing is said of them; sixty that exited are visited. */
export function* lookBacks({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  const { namedRounds, exited, visits, weak, resumed, noAccess } = rates.technology.lookBacks;
  for (let round = 1; round <= namedRounds; round++) yield { story: namedTargets(round), isPrompt: true };
  const targets = Array.from({ length: count(exited) }, (_, at) => firms.inScope[(at * 3 + 1) % firms.inScope.length]!);
  for (let round = 1; round <= visits; round++) {
    const id = `HZ-2021-${round}`;
    const day = round === 1 ? '2021-06-02' : '2021-11-03';
    yield { story: roundPlanned(id, day, targets), isPrompt: true };
    for (const [at, enterprise] of targets.entries()) {
      const own = chance.for(`look-back ${round} ${at}`);
      const outcome =
        round === 1 && at < resumed
          ? 'RESUMED'
          : own.happens(noAccess)
            ? 'REFUSED'
            : own.happens(weak)
              ? 'WEAK'
              : 'CLEAR';
      yield { story: visited(id, at, officeDay(addDays(day, own.between(2, 24))), enterprise, outcome, own), after: 1 };
    }
  }
  const groups = Object.keys(industryGroups) as IndustryGroupCode[];
  for (const [at, county] of areaCodes.entries())
    for (const [nth, group] of groups.slice(0, 12).entries())
      yield {
        story: industryLookedBack(county, group, officeDay(addDays('2021-10-11', (at * 5 + nth * 2) % 40)), chance),
      };
}

function* namedTargets(round: number): Story {
  const day = officeDay(`2021-${String(round + 4).padStart(2, '0')}-10`);
  yield ofIndustry('lookBackRound', `HZ-2021-N${round}`, 'PlanLookBack', moment(day, '09:30'), {
    round: `2021-N${round}`,
    targets: realNames.map((name, at) => ({
      targetId: `2021-0${at + 1}`,
      name,
      category: at < 3 ? ('DITIAO_EXITED' as const) : ('NATIONAL_SUPERVISED' as const),
    })),
  });
}

const targetOf = (at: number): string => `HT-${numbered(at)}`;

function* roundPlanned(id: string, day: string, enterprises: readonly Enterprise[]): Story {
  yield ofIndustry('lookBackRound', id, 'PlanLookBack', moment(officeDay(day), '09:30'), {
    round: `${id}（模拟）`,
    targets: enterprises.map(({ uscc, name, county }, at) => ({
      targetId: targetOf(at),
      name,
      category: 'KEY_INDUSTRY' as const,
      county,
      uscc,
    })),
  });
}

type Outcome = 'CLEAR' | 'WEAK' | 'RESUMED' | 'REFUSED';

function* visited(
  roundId: string,
  at: number,
  visitedOn: string,
  enterprise: Enterprise,
  outcome: Outcome,
  chance: Seeded,
): Story {
  const targetId = targetOf(at);
  const id = `${roundId}.${targetId}`;
  const said = { roundId, targetId, visitedOn, officers: officers(chance) };
  const time = inOfficeHours(visitedOn, chance);
  if (outcome === 'REFUSED')
    yield ofIndustry('lookBack', id, 'RecordAccessRefused', time, { ...said, facts: '门卫拒绝入内〔模拟〕' });
  else
    yield ofIndustry('lookBack', id, 'RecordLookBack', time, {
      ...said,
      enterprise,
      resumed: outcome === 'RESUMED',
      resumable: outcome !== 'CLEAR',
      findings: outcome === 'CLEAR' ? '厂房已清空〔模拟〕' : '设备未完全拆除〔模拟〕',
      media: photos(chance, visitedOn, 'AFTER'),
    });
}

function* industryLookedBack(
  county: (typeof areaCodes)[number],
  group: IndustryGroupCode,
  completedOn: string,
  chance: Seeded,
): Story {
  yield ofIndustry(
    'industryLookBack',
    `2021-${county}-${group}`,
    'RecordIndustryLookBack',
    moment(completedOn, '15:00'),
    {
      year: 2021,
      county,
      industry: group,
      enterprisesChecked: chance.between(2, 30),
      problems: chance.happens(0.1) ? ['一台淘汰型设备尚存〔模拟〕'] : [],
      completedOn,
    },
  );
}
