import { Refusal, type Bilingual } from '#decider';

/**
 * A question that the law tables or the calendar cannot answer. It is a refusal: an act that nobody can judge by a
 * rule, or whose deadline nobody can count, is not recorded on a guess.
 */
export class LawError extends Refusal {
  constructor(code: string, sentence: Bilingual, facts: Readonly<Record<string, unknown>>, wayOut?: Bilingual) {
    super(`law/${code}`, sentence, wayOut ? { facts, wayOut } : { facts });
    this.name = new.target.name;
  }
}

/** No row of the rule is in force on the day of the act. */
export class NoRuleInForce extends LawError {
  constructor(ruleId: string, day: string) {
    super(
      'no-rule-in-force',
      { zh: `${day}没有生效的规则“${ruleId}”`, en: `No rule ${ruleId} is in force on ${day}` },
      { ruleId, day },
      {
        zh: '核对行为发生日期，或改引当日有效的规定',
        en: 'Check the day of the act, or rest it on a rule in force that day',
      },
    );
  }
}

/** The State Council's calendar of a year is not known, so rest days of that year are not either. */
export class NoCalendar extends LawError {
  constructor(year: number, years: readonly number[]) {
    const known = `${years[0]}–${years.at(-1)}`;
    super(
      'no-calendar',
      {
        zh: `没有${year}年的节假日安排，不能推定工作日；已有${known}年`,
        en: `There is no calendar of working days for ${year}, and none is guessed; known are ${known}`,
      },
      { year, years },
      {
        zh: '待该年度节假日安排发布并更新后再办理',
        en: 'Wait until the calendar of that year is published and installed',
      },
    );
  }
}

/** A text that is neither a day nor, where that is taken, an instant with offset. */
export class NotADay extends LawError {
  constructor(text: string) {
    super(
      'not-a-day',
      {
        zh: `“${text}”不是存在的日期（2021-03-15）或带时区的时刻（2021-03-15T10:00:00+08:00）`,
        en: `${JSON.stringify(text)} is no day that exists (2021-03-15) and no instant with offset (2021-03-15T10:00:00+08:00)`,
      },
      { text },
    );
  }
}

/** A period of no length, or of more than anything lasts. */
export class ImpossiblePeriod extends LawError {
  constructor(length: number) {
    super(
      'impossible-period',
      { zh: `期限长度${length}应为1至1200的整数`, en: `A period has a whole length from 1 to 1200, not ${length}` },
      { length },
    );
  }
}

/** A display period that runs from an event which has not happened. */
export class DisplayNotBegun extends LawError {
  constructor(startsFrom: keyof typeof STARTS) {
    const start = STARTS[startsFrom];
    super(
      'display-not-begun',
      {
        zh: `公示期自${start.zh}起算，尚未给出该日期`,
        en: `This display period runs from ${start.en}, and that day is not given`,
      },
      { startsFrom },
    );
  }
}

const STARTS = {
  decision: { zh: '处罚决定之日', en: 'the day of the decision' },
  publication: { zh: '公示之日', en: 'the day of publication' },
  listing: { zh: '列入名单之日', en: 'the day of listing' },
} as const satisfies Readonly<Record<string, Bilingual>>;
