import { environment, type Enterprise } from '#contracts';
import { addDays } from '#law';
import { moment, officeDay } from './office-time.js';
import { inLanguage, ofDevelopmentReform, ofEmergencyManagement, ofIndustry, type Story } from './step.js';

/** All bureaux speak of cards alike, so what one of them can say the others can. */
type OfBureau = typeof ofDevelopmentReform;

interface Bureau {
  readonly of: OfBureau;
  readonly prefix: string;
  /** Letters of its documents. */
  readonly letters: string;
  readonly department: string;
  readonly ground: string;
  readonly legalBasis: string;
  readonly month: '05' | '06' | '07';
}

const bureaux: readonly Bureau[] = [
  {
    of: ofDevelopmentReform,
    prefix: 'FG',
    letters: '惠市发改',
    department: 'development-reform',
    ground: '新增产能项目未按承诺落实产能置换方案〔模拟〕',
    legalBasis: '《企业投资项目核准和备案管理条例》第十八条〔模拟〕',
    month: '05',
  },
  {
    of: ofIndustry as unknown as OfBureau,
    prefix: 'GX',
    letters: '惠市工信',
    department: 'industry',
    ground: '使用国家明令淘汰的落后生产工艺装备〔模拟〕',
    legalBasis: '《中华人民共和国循环经济促进法》第五十条〔模拟〕',
    month: '06',
  },
  {
    of: ofEmergencyManagement as unknown as OfBureau,
    prefix: 'AJ',
    letters: '惠市应急',
    department: 'emergency-management',
    ground: '使用应当淘汰的危及生产安全的设备〔模拟〕',
    legalBasis: '《中华人民共和国安全生产法》第九十九条〔模拟〕',
    month: '07',
  },
];

/** 四(五): each bureau orders two enterprises to rectify; one does, the other does not, and is not closed. */
export function* cardsOfBureaux(pick: (at: number) => Enterprise): Generator<Story, void, undefined> {
  for (const [at, bureau] of bureaux.entries()) {
    yield cards(bureau, [pick(33 + at * 2), pick(34 + at * 2)]);
    yield quarterly(bureau.of, 'yellow-card', bureau.prefix.toLowerCase());
  }
  yield closedForSafety();
  yield quarterly(ofEmergencyManagement as unknown as OfBureau, 'red-card', 'aj');
  yield exceedances();
}

function* cards(bureau: Bureau, [good, bad]: readonly [Enterprise, Enterprise]): Story {
  const { of, prefix, letters, department, ground, legalBasis, month } = bureau;
  const [first, second] = [`${prefix}-HP-2021-01`, `${prefix}-HP-2021-02`];
  const issued = (caseId: string, enterprise: Enterprise, serial: number, day: string) => {
    const servedOn = officeDay(`2021-${month}-${day}`);
    return of('card', caseId, 'IssueYellowCard', moment(servedOn, '09:30'), {
      enterprise,
      caseId,
      ground,
      legalBasis,
      documentNumber: `${letters}责改〔2021〕模拟${serial}号`,
      servedOn,
      dueOn: addDays(servedOn, 90),
    });
  };
  yield issued(first, good, 1, '13');
  yield issued(second, bad, 2, '14');
  const late = { posted: 'in-due-course' } as const;
  const moved = { dueOn: '2021-11-15', documentNumber: `${letters}延〔2021〕模拟1号` };
  yield of('card', first, 'ProlongYellowCard', moment('2021-08-02', '10:00'), moved, late);
  const failed = { findings: '复查仍不达标〔模拟〕', foundOn: '2021-10-18' };
  yield of('card', second, 'FindRectificationFailed', moment('2021-10-18', '10:00'), failed, late);
  yield of(
    'card',
    second,
    'IssueRedCard',
    moment('2021-10-20', '10:00'),
    { proposalId: `${second}-G1` },
    { refusedWith: `${department}/red-card-without-closure` },
  );
  yield of('card', first, 'ClearYellowCard', moment('2021-11-10', '10:00'), { opinion: '验收合格〔模拟〕' }, late);
}

/** The card came with the suspension, rectification failed, and the government closed it: red. */
function* closedForSafety(): Story {
  yield ofEmergencyManagement('card', 'AJ-2021-004', 'IssueRedCard', moment('2021-11-16', '10:00'), {
    proposalId: 'AJ-2021-004-G2',
  });
}

const ofEnvironment = inLanguage(environment.language);

/** The two lists that only environment keeps. */
function* exceedances(): Story {
  for (const [listId, end] of [
    ['exceedance', '2021-06-30'],
    ['exceedance', '2021-09-30'],
    ['exceedance', '2021-12-31'],
    ['serious-exceedance', '2021-12-31'],
  ] as const)
    yield ofEnvironment('list', listId, 'PublishList', moment(officeDay(addDays(end, 1)), '16:40'), {
      url: `https://environment.example/lists/${listId}/${end.slice(0, 7)}`,
    });
}

function* quarterly(of: OfBureau, listId: string, site: string): Story {
  for (const end of ['2021-09-30', '2021-12-31'])
    yield of('list', listId, 'PublishList', moment(officeDay(addDays(end, 1)), '16:30'), {
      url: `https://${site}.example/lists/${listId}/${end.slice(0, 7)}`,
    });
}
