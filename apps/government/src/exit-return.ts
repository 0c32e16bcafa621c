import type { government } from '#contracts';
import type { Circumstances } from '#decider';
import { mustHaveCome, refusal } from './law.js';

type Content = government.ExitContent;

/** First and last day that a return covers. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const halfOf = (year: number, half: 'H1' | 'H2'): Period =>
  half === 'H1' ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` };

export const yearOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

const QUERY = /^exit-statistics@\d+$/;

/** Refuses a return that is not what one query of the read side found in the period. */
export function mustBeOfPeriod(
  { frozen, content }: { readonly frozen: government.FrozenQuery; readonly content: Content },
  { from, to }: Period,
  clause: string,
  given: Pick<Circumstances, 'now'>,
): void {
  const { asOf } = frozen;
  mustHaveCome(asOf, given, clause);
  const wayOut = {
    zh: `使用 GET /reports/exits 对该期间（${from}至${to}）的答复`,
    en: `Hand in what GET /reports/exits answered for the period (${from} to ${to})`,
  };
  if (!QUERY.test(frozen.query) || frozen.from !== from || asOf < from || asOf > to)
    throw refusal(
      'not-of-the-period',
      {
        zh: `查询“${frozen.query}”（${frozen.from}至${asOf}）不是${from}至${to}的退出情况`,
        en: `The query ${frozen.query} (${frozen.from} to ${asOf}) does not cover exits from ${from} to ${to}`,
      },
      { clause, wayOut, facts: { from: frozen.from, asOf, period: { from, to } } },
    );
  const all = [...content.enterprises, ...content.equipment, ...content.capacity];
  const stray = all.find(({ exitedOn }) => exitedOn < from || exitedOn > asOf);
  if (stray)
    throw refusal(
      'outside-the-query',
      { zh: `${stray.exitedOn}的退出不在查询期间内`, en: `The exit of ${stray.exitedOn} is outside of the query` },
      { clause, wayOut, facts: { eventId: stray.eventId, exitedOn: stray.exitedOn } },
    );
}
