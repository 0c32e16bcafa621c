import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { monitor } from './monitor.decider.js';
import { another, at, enterprise, exceedance } from './testing-environment.js';

const connection = { enterprise, outletId: 'DA001', pollutants: ['颗粒物'], network: '省平台〔模拟〕' };
const connected = { type: 'AutoMonitorConnected', data: connection, ...at('2021-04-01') };
const window = { windowFromAt: '2021-07-20T08:00:00+08:00', windowToAt: '2021-07-20T09:00:00+08:00' };
const { value, ratio: _, ...against } = exceedance;
const alert = { alertId: 'A-1', ...window, average: value, ...against };
const detected = { type: 'AutoMonitorExceedanceDetected', data: { alertId: 'A-1', ...window, exceedance } };
const anomaly = { alertId: 'A-2', anomaly: 'CONSTANT' as const, ...window, description: '恒值' };
const flagged = { type: 'AutoMonitorDataAnomalyFlagged', data: anomaly };
const gone = { disconnectedAt: '2021-07-21T08:00:00+08:00', isAnnounced: false, reason: '未知' };
const disconnected = { type: 'AutoMonitorDisconnected', data: gone };
const review = {
  alertId: 'A-1',
  legalReview: 'PASSED' as const,
  technicalReview: 'PASSED' as const,
  opinion: '数据有效',
};
const day = at('2021-07-22');

describe('an automatic monitor', () => {
  it('is connected, and again after it went off the network', () => {
    given(monitor)
      .when('ConnectAutoMonitoring', { ...connection, ...at('2021-04-01') })
      .then({ type: 'AutoMonitorConnected', data: connection });
    given(monitor, connected)
      .when('ConnectAutoMonitoring', { ...connection, ...day })
      .thenNothing();
    given(monitor, connected, disconnected)
      .when('ConnectAutoMonitoring', { ...connection, ...day })
      .thenTypes('AutoMonitorConnected');
  });

  it('stays with its enterprise', () =>
    given(monitor, connected, disconnected)
      .when('ConnectAutoMonitoring', { ...connection, enterprise: another, ...day })
      .thenRefused('environment/monitor-of-another'));

  it('goes off the network once', () => {
    given(monitor, connected)
      .when('RecordDisconnection', { ...gone, ...day })
      .then({ type: 'AutoMonitorDisconnected', data: gone });
    given(monitor, connected, disconnected)
      .when('RecordDisconnection', { ...gone, ...day })
      .thenNothing();
    given(monitor)
      .when('RecordDisconnection', { ...gone, ...day })
      .thenRefused('environment/not-connected');
  });

  it('shows an average over its limit from the first bit over', () => {
    given(monitor, connected)
      .when('RecordMonitoringAlert', { ...alert, ...day })
      .then({ type: 'AutoMonitorExceedanceDetected', data: detected.data });
    given(monitor, connected)
      .when('RecordMonitoringAlert', { ...alert, average: 20, ...day })
      .thenRefused('environment/not-over-the-limit');
    given(monitor, connected, detected)
      .when('RecordMonitoringAlert', { ...alert, ...day })
      .thenNothing();
  });

  it('shows only what it measures, in a window that is past', () => {
    given(monitor)
      .when('RecordMonitoringAlert', { ...alert, ...day })
      .thenRefused('environment/no-such-monitor');
    given(monitor, connected)
      .when('RecordMonitoringAlert', { ...alert, pollutant: '二氧化硫', ...day })
      .thenRefused('environment/not-monitored');
    given(monitor, connected)
      .when('RecordMonitoringAlert', { ...alert, windowToAt: window.windowFromAt, ...day })
      .thenRefused('environment/no-window');
  });

  it('has its odd data flagged', () => {
    given(monitor, connected)
      .when('FlagMonitoringAnomaly', { ...anomaly, ...day })
      .then({ type: 'AutoMonitorDataAnomalyFlagged', data: anomaly });
    given(monitor)
      .when('FlagMonitoringAnomaly', { ...anomaly, ...day })
      .thenRefused('environment/no-such-monitor');
    given(monitor, connected, flagged)
      .when('FlagMonitoringAnomaly', { ...anomaly, ...day })
      .thenNothing();
    given(monitor, connected, flagged)
      .when('FlagMonitoringAnomaly', { ...anomaly, anomaly: 'ZERO', ...day })
      .thenRefused('environment/already-recorded');
  });
});

describe('the review of what a monitor showed', () => {
  it('makes evidence of it when both reviews are passed', () =>
    given(monitor, connected, detected)
      .when('ReviewMonitoringData', { ...review, ...day })
      .then({ type: 'AutoMonitorDataReviewed', data: { ...review, isEvidence: true } }));

  it.each([{ legalReview: 'FAILED' as const }, { technicalReview: 'FAILED' as const }])(
    'makes no evidence of it when one fails: %j',
    (failed) =>
      given(monitor, connected, detected)
        .when('ReviewMonitoringData', { ...review, ...failed, ...day })
        .then({ type: 'AutoMonitorDataReviewed', data: { ...review, ...failed, isEvidence: false } }),
  );

  it('is of an alert on record, and made once', () => {
    given(monitor, connected)
      .when('ReviewMonitoringData', { ...review, ...day })
      .thenRefused('environment/no-such-alert', { rule: 'environment/automatic-evidence@2021' });
    given(monitor, connected)
      .when('ReviewMonitoringData', { ...review, ...at('2021-07-14') })
      .thenRefused('environment/no-such-alert', { rule: 'environment/automatic-evidence@2017' });
    const reviewed = { type: 'AutoMonitorDataReviewed', data: { ...review, isEvidence: true } };
    given(monitor, connected, detected, reviewed)
      .when('ReviewMonitoringData', { ...review, ...day })
      .thenNothing();
    given(monitor, connected, detected, reviewed)
      .when('ReviewMonitoringData', { ...review, legalReview: 'FAILED', ...day })
      .thenRefused('environment/already-recorded');
  });
});
