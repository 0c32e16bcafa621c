import { dayOf } from '#law';
import { Refusal, type Circumstances } from '#decider';

/** Refuses a day that has not come yet by the ledger's clock. What is recorded has happened. */
export function mustHaveCome(day: string, { now }: Pick<Circumstances, 'now'>, clause: string): void {
  const today = dayOf(now);
  if (day <= today) return;
  throw new Refusal(
    'energy/in-the-future',
    { zh: `${day}尚未到来（今天是${today}）`, en: `${day} has not come yet (today is ${today})` },
    {
      clause,
      wayOut: { zh: '事后据实补录', en: 'Post it once it has happened' },
      facts: { day, today },
    },
  );
}

/** Refuses a day before the one that it must follow. */
export function mustNotPrecede(day: string, earlier: string, clause: string, zh: string, en: string): void {
  if (day >= earlier) return;
  throw new Refusal(
    'energy/before-its-cause',
    { zh: `${day}早于${zh}之日${earlier}`, en: `${day} is before the day of ${en}, ${earlier}` },
    {
      clause,
      wayOut: { zh: `日期应不早于${earlier}`, en: `The day must be ${earlier} or later` },
      facts: { day, earlier },
    },
  );
}
