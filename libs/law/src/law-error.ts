import type { Bilingual } from '#decider';

/** A question that the law tables or the calendar cannot answer. `sentence` says why, in both languages. */
export class LawError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.name = new.target.name;
    this.sentence = sentence;
  }
}

/** No row of the rule is in force on the day of the act. */
export class NoRuleInForce extends LawError {
  constructor(
    readonly ruleId: string,
    readonly day: string,
  ) {
    super({ zh: `${day}没有生效的规则“${ruleId}”`, en: `No rule ${ruleId} is in force on ${day}` });
  }
}

/** The State Council's calendar of a year is not known, so rest days of that year are not either. */
export class NoCalendar extends LawError {
  constructor(
    readonly year: number,
    readonly years: readonly number[],
  ) {
    const known = `${years[0]}–${years.at(-1)}`;
    super({
      zh: `没有${year}年的节假日安排，不能推定工作日；已有${known}年`,
      en: `There is no calendar of working days for ${year}, and none is guessed; known are ${known}`,
    });
  }
}

/** A text that is neither a day nor, where that is taken, an instant with offset. */
export class NotADay extends LawError {
  constructor(readonly text: string) {
    super({
      zh: `“${text}”不是存在的日期（2021-03-15）或带时区的时刻（2021-03-15T10:00:00+08:00）`,
      en: `${JSON.stringify(text)} is no day that exists (2021-03-15) and no instant with offset (2021-03-15T10:00:00+08:00)`,
    });
  }
}

/** A period of no length, or of more than anything lasts. */
export class ImpossiblePeriod extends LawError {
  constructor(readonly length: number) {
    super({ zh: `期限长度${length}应为1至1200的整数`, en: `A period has a whole length from 1 to 1200, not ${length}` });
  }
}

/** A display period that runs from an event which has not happened. */
export class DisplayNotBegun extends LawError {
  constructor(readonly startsFrom: string) {
    super({
      zh: `公示期自${startsFrom}起算，尚未给出该日期`,
      en: `This display period runs from ${startsFrom}, and that day is not given`,
    });
  }
}
