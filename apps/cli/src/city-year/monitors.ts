import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { officeDaysAfter } from '../plan-year/office-time.js';
import { telling } from '../plan-year/environment/manner.js';
import type { Seeded } from '../plan-year/seeded.js';
import type { Story } from '../plan-year/step.js';
import { atSite } from './firms.js';
import { rates } from './rates.js';
import type { Tale, Telling } from './tale.js';

/** 二(二)2: automatic monitors and their alerts. The hourly data stay outside of the ledger. */
export function* monitors({ firms, chance, count }: Telling): Generator<Tale, void, undefined> {
  for (let at = 0; at < count(rates.monitors.sites); at++) {
    const own = chance.for(`monitor ${at}`);
    yield { story: monitored(`ZD-HZ-${String(at + 1).padStart(4, '0')}`, own.pick(firms.all), own) };
  }
}

const LIMIT = 20;
const FIRST = '2021-03-05';

function* monitored(id: string, firm: Enterprise, chance: Seeded): Story {
  const device = telling('monitor', id, chance);
  const { alerts, reviewed, survives } = rates.monitors;
  yield device('ConnectAutoMonitoring', '2021-03-04', {
    enterprise: atSite(firm, chance),
    outletId: 'DA001',
    pollutants: ['颗粒物'],
    network: '省重点污染源自动监控平台〔模拟〕',
  });
  for (let at = 0; at < alerts; at++) {
    const alertId = `BJ-${at + 1}`;
    const seenOn = addDays(FIRST, Math.floor((at * 290) / alerts) + chance.between(0, 5));
    const hour = chance.between(0, 22);
    const clock = (of: number) => `${seenOn}T${String(of).padStart(2, '0')}:00:00+08:00`;
    const recordedOn = officeDaysAfter(addDays(seenOn, 1), 0);
    yield device('RecordMonitoringAlert', recordedOn, {
      alertId,
      pollutant: '颗粒物',
      windowFromAt: clock(hour),
      windowToAt: clock(hour + 1),
      average: Math.round(LIMIT * (1.05 + chance.next()) * 10) / 10,
      limit: LIMIT,
      unit: 'mg/m³',
      standardNumber: 'GB 28664-2012',
    });
    // The others fall at the first look: calibration, start-up, a fault that was announced.
    if (!chance.happens(reviewed)) continue;
    const isEvidence = chance.happens(survives / reviewed);
    yield device('ReviewMonitoringData', recordedOn, {
      alertId,
      legalReview: 'PASSED',
      technicalReview: isEvidence ? 'PASSED' : 'FAILED',
      opinion: isEvidence ? '数据有效〔模拟〕' : '处于校准时段，数据无效〔模拟〕',
    });
  }
}
