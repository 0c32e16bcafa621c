import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as tip from './tip.js';

export * from './identity.js';
export * from './tip.js';

/** The hotline 12345: tips, sealed from the first word (四(三)). Who told them is no part of this language. */
export const language = catalogue({
  department: 'hotline',
  title: { zh: '12345政务服务便民热线', en: 'Government hotline 12345' },
  isSealed: true,
  records: {
    tip: {
      path: 'tips',
      id: 'tipId',
      commands: {
        RegisterTip: tip.RegisterTip,
        DispatchTip: tip.DispatchTip,
        ReturnTip: tip.ReturnTip,
        AcceptTip: tip.AcceptTip,
        ExtendTip: tip.ExtendTip,
        VerifyTip: tip.VerifyTip,
        ReplyToTip: tip.ReplyToTip,
        RevisitTip: tip.RevisitTip,
        RewardTip: tip.RewardTip,
        CloseTip: tip.CloseTip,
        PassTipDeadline: tip.PassTipDeadline,
      },
      events: {
        TipReceived: tip.TipReceived,
        TipDispatched: tip.TipDispatched,
        TipReturned: tip.TipReturned,
        TipAccepted: tip.TipAccepted,
        TipExtended: tip.TipExtended,
        TipVerified: tip.TipVerified,
        TipReplied: tip.TipReplied,
        TipRevisited: tip.TipRevisited,
        TipRewarded: tip.TipRewarded,
        TipClosed: tip.TipClosed,
        TipOverdue: tip.TipOverdue,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
