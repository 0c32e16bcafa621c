import { hotline as language, type hotline } from '#contracts';
import { areaCodes } from '#codes';
import { inOfficeHours, moment, officeDaysAfter } from '../plan-year/office-time.js';
import { assigned, officers } from '../plan-year/rectification.js';
import type { Seeded } from '../plan-year/seeded.js';
import { ofHotline, type Story } from '../plan-year/step.js';
import { randomId } from '../plan-year/tips.js';
import { inspectionDay } from './days.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';
import type { Enterprise } from '#contracts';

type Handler = hotline.DispatchTip['handler'];

const topics: readonly (readonly [hotline.RegisterTip['topic'], Handler, string])[] = [
  ['POLLUTION', 'environment', '夜间有异味，烟囱冒烟'],
  ['WORK_SAFETY', 'emergency-management', '车间通道堆放物料'],
  ['PRODUCT_QUALITY', 'market-regulation', '产品标识与实物不符'],
  ['DITIAO_STEEL', 'industry', '旧厂房夜间有炉光'],
  ['OUTDATED_EQUIPMENT', 'energy', '仍在使用淘汰电机'],
  ['ENERGY', 'energy', '设备昼夜不停，耗电异常'],
];

/** 四(三): the tips of the year. Those that turn out to be so lead to a task of the energy bureau. */
export function* hotlineTips({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  for (let at = 0; at < count(rates.tips.count); at++) {
    const own = chance.for(`tip ${at}`);
    yield { story: tip(at, own.pick(firms.inScope), own), after: 1 };
  }
}

function* tip(at: number, enterprise: Enterprise, chance: Seeded): Story {
  const { substantiated, anonymous, misrouted, revisited } = rates.tips;
  const id = randomId(chance);
  const time = (on: string) => inOfficeHours(on, chance);
  const day = inspectionDay(chance, '2021-11-30');
  const isAnonymous = chance.happens(anonymous);
  const isSo = chance.happens(substantiated);
  const [topic, handler, targetText] = isSo ? topics[4 + (at % 2)]! : chance.pick(topics);
  const caseId = `EN-TS-HZ-${at + 1}`;
  let sentOn = day;
  if (isSo) yield* assigned({ id: caseId, serial: 9000 + at, enterprise, chance }, day, 'MANDATORY_LIMIT');
  yield {
    ...ofHotline('tip', id, 'RegisterTip', time(day), {
      channel: chance.pick(language.tipChannels),
      topic,
      county: chance.pick(areaCodes),
      targetText,
    }),
    ...(isAnonymous ? {} : { teller: { name: `模拟举报人${at + 1}`, phone: `模拟号码${at + 1}` } }),
  };
  if (chance.happens(misrouted)) {
    yield ofHotline('tip', id, 'DispatchTip', time(day), { handler: handler === 'industry' ? 'energy' : 'industry' });
    yield ofHotline('tip', id, 'ReturnTip', moment(day, '17:35'), { reason: '不属本部门职责' });
    sentOn = officeDaysAfter(day, 1);
  }
  yield ofHotline('tip', id, 'DispatchTip', time(sentOn), { handler });
  yield ofHotline('tip', id, 'AcceptTip', time(officeDaysAfter(sentOn, 1)), { office: '监管科' });
  const verifiedOn = officeDaysAfter(sentOn, chance.between(4, 12));
  yield ofHotline('tip', id, 'VerifyTip', time(verifiedOn), {
    officers: officers(chance),
    substantiated: isSo,
    findings: isSo ? '反映情况属实，已依职责处理' : '现场核查未见反映情况',
    ...(isSo ? { outcome: { department: 'energy', record: 'case', recordId: caseId } } : {}),
  });
  const toldOn = officeDaysAfter(verifiedOn, 3);
  if (!isAnonymous) {
    yield ofHotline('tip', id, 'ReplyToTip', time(toldOn), { content: '已依法核查，感谢监督' });
    if (chance.happens(revisited))
      yield ofHotline('tip', id, 'RevisitTip', time(officeDaysAfter(toldOn, 4)), { satisfaction: 'SATISFIED' });
  }
  yield ofHotline('tip', id, 'CloseTip', time(officeDaysAfter(toldOn, 6)), { conclusion: '已办结' });
}
