import type { Enterprise, hotline } from '#contracts';
import { addDays } from '#law';
import { inOfficeHours, officeDay, officeDaysAfter } from './office-time.js';
import * as energy from './rectification.js';
import { officers } from './rectification.js';
import type { Seeded } from './seeded.js';
import { ofHotline, type Story } from './step.js';

type Handler = hotline.DispatchTip['handler'];

/** One tip of the year. What is left out did not happen to it. */
interface Told {
  readonly on: string;
  readonly topic: hotline.RegisterTip['topic'];
  readonly county: hotline.RegisterTip['county'];
  readonly handler: Handler;
  readonly text: string;
  readonly isAnonymous?: true;
  /** Sent to this department first, which returned it. */
  readonly misrouted?: Handler;
  /** Case of energy that came of it; `new` for one that is opened now. */
  readonly led?: string;
  readonly ends: 'ACCEPTED' | 'VERIFIED' | 'CLOSED';
  readonly besides?: 'EXTENDED' | 'LATE' | 'REWARDED' | 'REVISITED';
}

const tell = (
  [on, county, topic, handler, text]: readonly [string, Told['county'], Told['topic'], Handler, string],
  more: Partial<Told> = {},
): Told => ({ on, county, topic, handler, text, ends: 'CLOSED', ...more });

const ANONYMOUS = { isAnonymous: true } as const;

/** Two in five anonymous, one in eight sent to the wrong department, one in three true. */
const year: readonly Told[] = [
  tell(['2021-03-10', 'BL', 'POLLUTION', 'environment', '夜间烟囱冒黑烟，气味刺鼻'], { ends: 'VERIFIED' }),
  tell(['2021-03-19', 'HD', 'WORK_SAFETY', 'emergency-management', '高温炉旁无防护'], ANONYMOUS),
  tell(['2021-04-07', 'HY', 'OUTDATED_EQUIPMENT', 'energy', '仍在使用老式电机'], {
    led: 'SC-15',
    misrouted: 'industry',
    besides: 'REWARDED',
  }),
  tell(['2021-04-14', 'BL', 'DITIAO_STEEL', 'industry', '旧厂房夜间有货车进出，疑似熔炼废钢'], ANONYMOUS),
  tell(['2021-04-22', 'HC', 'PRODUCT_QUALITY', 'market-regulation', '钢筋一折就断'], { besides: 'REVISITED' }),
  tell(['2021-05-06', 'BL', 'ENERGY', 'energy', '电炉昼夜不停，耗电异常'], { led: 'PATH-BOTH', besides: 'REVISITED' }),
  tell(['2021-05-13', 'ZK', 'OTHER', 'government', '厂门口道路破损'], { ...ANONYMOUS, misrouted: 'energy' }),
  tell(['2021-05-19', 'LM', 'RESUMED_PRODUCTION', 'industry', '已关停的厂又有灯光'], { besides: 'LATE' }),
  tell(['2021-05-27', 'HD', 'OUTDATED_EQUIPMENT', 'energy', '淘汰电机未拆'], { ...ANONYMOUS, led: 'PATH-EXIT' }),
  tell(['2021-06-02', 'BL', 'ENERGY', 'energy', '单位产品用电远超同行'], { led: 'SC-22', besides: 'REWARDED' }),
  tell(['2021-06-09', 'BL', 'POLLUTION', 'environment', '废水直排河沟'], { ends: 'ACCEPTED' }),
  tell(['2021-06-17', 'HY', 'WORK_SAFETY', 'emergency-management', '行车带病运行'], ANONYMOUS),
  tell(['2021-06-23', 'BL', 'ENERGY', 'energy', '窑炉保温破损，热气外冒'], { led: 'new' }),
  tell(['2021-07-01', 'HC', 'OUTDATED_EQUIPMENT', 'industry', '仓库内存有中频炉'], { besides: 'EXTENDED' }),
  tell(['2021-07-08', 'BL', 'DITIAO_STEEL', 'industry', '村内作坊冶炼'], ANONYMOUS),
  tell(['2021-07-15', 'DYW', 'PRODUCT_QUALITY', 'market-regulation', '水泥结块'], { ends: 'VERIFIED' }),
  tell(['2021-07-28', 'HD', 'POLLUTION', 'environment', '粉尘飘入居民区'], ANONYMOUS),
  tell(['2021-08-05', 'LM', 'ENERGY', 'energy', '锅炉夜间满负荷'], { led: 'new', besides: 'REVISITED' }),
  tell(['2021-08-19', 'HY', 'OTHER', 'development-reform', '电价公示看不懂'], { misrouted: 'market-regulation' }),
  tell(['2021-09-02', 'BL', 'RESUMED_PRODUCTION', 'industry', '设备拆了又装'], { ends: 'ACCEPTED', ...ANONYMOUS }),
  tell(['2021-09-16', 'ZK', 'WORK_SAFETY', 'emergency-management', '安全通道堆放物料'], ANONYMOUS),
  tell(['2021-10-12', 'HC', 'POLLUTION', 'environment', '夜间偷排'], { ends: 'ACCEPTED' }),
  tell(['2021-10-27', 'BL', 'OUTDATED_EQUIPMENT', 'energy', '变压器铭牌为淘汰型号'], { ...ANONYMOUS, led: 'new' }),
  tell(['2021-11-11', 'HD', 'DITIAO_STEEL', 'industry', '废弃砖厂内有炉火'], ANONYMOUS),
  tell(['2021-12-02', 'HY', 'PRODUCT_QUALITY', 'market-regulation', '标识与实物不符'], {}),
];

/** A UUID of version 4, drawn. */
export function randomId(chance: Seeded): string {
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('');
  const variant = chance.pick(['8', '9', 'a', 'b']);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Digits as a careless clerk pastes them; the number belongs to nobody. */
const CARELESS = '，联系电话１３９ ００００ ００００';

/** 四(三): the tips of the year, with what goes wrong on the way. Who told is kept in the vault, and invented. */
export function* tips(steel: readonly Enterprise[], chance: Seeded): Generator<Story, void, undefined> {
  for (const [at, told] of year.entries()) yield tip(told, at, steel[at % steel.length]!, chance.for(`tip ${at}`));
}

function* tip(told: Told, at: number, enterprise: Enterprise, chance: Seeded): Story {
  const { handler, misrouted, county, topic, isAnonymous } = told;
  const id = randomId(chance);
  const day = officeDay(told.on);
  const time = (on: string) => inOfficeHours(on, chance);
  const words = { channel: chance.pick(['PHONE', 'WEB', 'APP'] as const), topic, county, targetText: told.text };

  if (at === 0)
    yield ofHotline('tip', `TIP-2021-${at + 1}`, 'RegisterTip', time(day), words, {
      refusedWith: 'hotline/tip-id-not-random',
    });
  if (at % 9 === 4)
    yield ofHotline(
      'tip',
      id,
      'RegisterTip',
      time(day),
      { ...words, targetText: told.text + CARELESS },
      {
        refusedWith: 'hotline/personal-data',
      },
    );
  yield {
    ...ofHotline('tip', id, 'RegisterTip', time(day), words),
    ...(isAnonymous ? {} : { teller: { name: `模拟举报人${at + 1}`, phone: `模拟号码${at + 1}` } }),
  };

  let sentOn = day;
  if (misrouted) {
    yield ofHotline('tip', id, 'DispatchTip', time(day), { handler: misrouted });
    sentOn = officeDaysAfter(day, 1);
    yield ofHotline('tip', id, 'ReturnTip', time(sentOn), { reason: '不属本部门职责' });
  }
  yield ofHotline('tip', id, 'DispatchTip', time(sentOn), { handler });
  yield ofHotline('tip', id, 'AcceptTip', time(officeDaysAfter(sentOn, 1)), { office: '监管科' });
  if (told.ends !== 'ACCEPTED') yield* checked(told, id, sentOn, enterprise, at, chance);
}

function* checked(
  { led, ends, besides, isAnonymous }: Told,
  id: string,
  sentOn: string,
  enterprise: Enterprise,
  at: number,
  chance: Seeded,
): Story {
  const time = (on: string) => inOfficeHours(on, chance);
  if (besides === 'EXTENDED') {
    const asked = officeDaysAfter(sentOn, 11);
    const extend = { reason: '需委托检测', approver: '分管领导〔模拟〕' };
    yield ofHotline('tip', id, 'ExtendTip', time(asked), extend);
    yield ofHotline(
      'tip',
      id,
      'ExtendTip',
      time(officeDaysAfter(asked, 6)),
      { ...extend, reason: '检测未出结果' },
      {
        refusedWith: 'hotline/extended-before',
      },
    );
  }
  const verifiedOn = officeDaysAfter(sentOn, besides === 'LATE' || besides === 'EXTENDED' ? 20 : 10);
  const caseId = led === 'new' ? `EN-2021-${String(300 + at)}` : led;
  if (led === 'new') {
    const supervised = { id: caseId!, serial: 500 + at * 2, enterprise, chance };
    yield* energy.assigned(supervised, addDays(verifiedOn, -2), 'MANDATORY_LIMIT');
  }
  yield ofHotline('tip', id, 'VerifyTip', time(verifiedOn), {
    officers: officers(chance),
    substantiated: caseId !== undefined,
    findings: caseId ? '反映情况属实，已依职责处理' : '现场核查未见反映情况',
    ...(caseId ? { outcome: { department: 'energy', record: 'case', recordId: caseId } } : {}),
  });
  if (ends === 'VERIFIED') return;

  const toldOn = officeDaysAfter(verifiedOn, 3);
  const reply = { content: caseId ? '情况属实，已依法处理，感谢监督' : '经现场核查未见反映情况，欢迎继续监督' };
  if (!isAnonymous) yield ofHotline('tip', id, 'ReplyToTip', time(toldOn), reply);
  else if (at === 1)
    yield ofHotline('tip', id, 'ReplyToTip', time(toldOn), reply, { refusedWith: 'hotline/anonymous-has-no-reply' });
  if (besides === 'REVISITED')
    yield ofHotline('tip', id, 'RevisitTip', time(officeDaysAfter(toldOn, 5)), {
      satisfaction: chance.pick(['SATISFIED', 'SATISFIED', 'NOT_REACHED'] as const),
    });
  if (besides === 'REWARDED')
    yield ofHotline('tip', id, 'RewardTip', time(officeDaysAfter(toldOn, 4)), {
      amountFen: 100_000,
      legalBasis: '《广东省举报奖励规定》〔模拟〕',
    });
  yield ofHotline('tip', id, 'CloseTip', time(officeDaysAfter(toldOn, 6)), { conclusion: '已办结' });
}
