import type { environment } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { exceedanceOf } from './exceedance.js';
import { cite, isRepeated, lawOn, mustHaveCome, refusal } from './law.js';

type Events = environment.Events<'monitor'>;
type Alert = Events['AutoMonitorExceedanceDetected'] | Events['AutoMonitorDataAnomalyFlagged'];

interface Monitor {
  readonly connected?: Events['AutoMonitorConnected'];
  readonly disconnected?: Events['AutoMonitorDisconnected'];
  readonly alerts: Readonly<Record<string, Alert>>;
  readonly reviews: Readonly<Record<string, Events['AutoMonitorDataReviewed']>>;
}

const clause = '2.2.2';

/** An automatic monitor. What it shows is a signal; it is evidence only after review. Penalty Law art. 41. */
export const monitor: Decider<Monitor, environment.Commands<'monitor'>, Events> = {
  name: 'environment.monitor',
  initial: { alerts: {}, reviews: {} },

  decide: {
    ConnectAutoMonitoring: (command, { connected, disconnected }, { occurredAt }) => {
      const connection = contentOf(command);
      if (!disconnected && isRepeated(connected, connection, { zh: '联网', en: 'connection', clause })) return [];
      if (connected && connected.enterprise.uscc !== connection.enterprise.uscc)
        throw refusal(
          'monitor-of-another',
          {
            zh: `该设备属于${connected.enterprise.name}`,
            en: `The monitor belongs to ${connected.enterprise.name}`,
          },
          { clause, wayOut: { zh: '另一单位的设备使用新的编号', en: 'Another unit’s monitor takes an id of its own' } },
        );
      const rule = lawOn('permit/automatic-monitoring', dayOf(occurredAt));
      return [{ type: 'AutoMonitorConnected', data: connection, rules: [ruleRef(rule)] }];
    },

    RecordMonitoringAlert: (command, state, given) => {
      const { alertId, windowFromAt, windowToAt, average: value, ...against } = contentOf(command);
      const alert = { alertId, windowFromAt, windowToAt, exceedance: exceedanceOf({ value, ...against }) };
      if (isKnown(state, alertId, alert)) return [];
      mustBeOnRecord(state);
      mustBeAWindow(alert, given);
      if (!state.connected?.pollutants.includes(against.pollutant))
        throw refusal(
          'not-monitored',
          { zh: `该设备不监测${against.pollutant}`, en: `The monitor does not measure ${against.pollutant}` },
          { clause, wayOut: { zh: '核对设备编号与监测项目', en: 'Check the monitor and the pollutant' } },
        );
      if (value <= against.limit)
        throw refusal(
          'not-over-the-limit',
          { zh: `均值${value}未超过限值${against.limit}`, en: `An average of ${value} is not over ${against.limit}` },
          {
            clause,
            wayOut: { zh: '未超标的不记录报警', en: 'What is within its limit is no alert' },
            facts: { value },
          },
        );
      return [{ type: 'AutoMonitorExceedanceDetected', data: alert }];
    },

    FlagMonitoringAnomaly: (command, state, given) => {
      const alert = contentOf(command);
      if (isKnown(state, alert.alertId, alert)) return [];
      mustBeOnRecord(state);
      mustBeAWindow(alert, given);
      return [{ type: 'AutoMonitorDataAnomalyFlagged', data: alert }];
    },

    RecordDisconnection: (command, { connected, disconnected }, given) => {
      const disconnection = contentOf(command);
      if (alreadySays(disconnected, disconnection)) return [];
      if (!connected || disconnected)
        throw refusal(
          'not-connected',
          { zh: '该设备未在联网状态', en: 'The monitor is not connected' },
          { clause, wayOut: { zh: '先登记联网', en: 'Record its connection first' } },
        );
      mustHaveCome(dayOf(disconnection.disconnectedAt), given, clause);
      return [{ type: 'AutoMonitorDisconnected', data: disconnection }];
    },

    ReviewMonitoringData: (command, { alerts, reviews }, { occurredAt }) => {
      const review = contentOf(command);
      const { alertId, legalReview, technicalReview } = review;
      if (isRepeated<object>(reviews[alertId], review, { zh: '该报警的审核', en: 'review of this alert', clause }))
        return [];
      const rule = lawOn('environment/automatic-evidence', dayOf(occurredAt));
      if (!alerts[alertId])
        throw refusal(
          'no-such-alert',
          { zh: `没有报警“${alertId}”`, en: `There is no alert ${alertId}` },
          { ...cite(rule), wayOut: { zh: '先记录超标或者异常', en: 'Record the exceedance or anomaly first' } },
        );
      const isEvidence = legalReview === 'PASSED' && technicalReview === 'PASSED';
      return [{ type: 'AutoMonitorDataReviewed', data: { ...review, isEvidence }, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    AutoMonitorConnected: (state, connected) => ({ ...state, connected, disconnected: undefined }),
    AutoMonitorExceedanceDetected: (state, alert) => withAlert(state, alert),
    AutoMonitorDataAnomalyFlagged: (state, alert) => withAlert(state, alert),
    AutoMonitorDisconnected: (state, disconnected) => ({ ...state, disconnected }),
    AutoMonitorDataReviewed: (state, review) => ({ ...state, reviews: { ...state.reviews, [review.alertId]: review } }),
  },

  subject: ({ connected }) => ({ uscc: connected?.enterprise.uscc, siteId: connected?.enterprise.siteId }),
};

const withAlert = (state: Monitor, alert: Alert): Monitor => ({
  ...state,
  alerts: { ...state.alerts, [alert.alertId]: alert },
});

const isKnown = ({ alerts }: Monitor, alertId: string, alert: object): boolean =>
  isRepeated<object>(alerts[alertId], alert, { zh: '该编号的报警', en: 'alert of this number', clause });

function mustBeOnRecord({ connected }: Monitor): void {
  if (connected) return;
  throw refusal(
    'no-such-monitor',
    { zh: '该设备没有联网登记', en: 'No monitor was connected under this id' },
    { clause, wayOut: { zh: '先登记联网', en: 'Record its connection first' } },
  );
}

function mustBeAWindow(
  { windowFromAt, windowToAt }: Pick<Alert, 'windowFromAt' | 'windowToAt'>,
  { now }: { readonly now: string },
): void {
  if (Date.parse(windowFromAt) < Date.parse(windowToAt) && Date.parse(windowToAt) <= Date.parse(now)) return;
  throw refusal(
    'no-window',
    { zh: '时段应先后有序且已经过去', en: 'The window must be in order and past' },
    {
      clause,
      wayOut: { zh: '更正 windowFromAt 与 windowToAt', en: 'Correct `windowFromAt` and `windowToAt`' },
      facts: { windowFromAt, windowToAt },
    },
  );
}
