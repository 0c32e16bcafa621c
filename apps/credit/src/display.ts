import { displayPeriod, type DisplayPeriod } from '#law';
import { Refusal } from '#decider';
import type { Content, Platform } from './record.state.js';

/** The publicity regime that each platform follows. */
const regimeOf = {
  CREDIT_GUANGDONG: 'credit-china',
  NATIONAL_PLATFORM: 'credit-china',
  CREDIT_CHINA: 'credit-china',
  GSXT: 'market-regulation',
} as const satisfies Readonly<Record<Platform, string>>;

/** 三(二): the chain that information travels; each platform gets it from those before it. */
const chain: readonly Platform[] = ['CREDIT_GUANGDONG', 'NATIONAL_PLATFORM', 'CREDIT_CHINA'];

/** Platforms from which a record can have reached one, itself included. */
export const sourcesOf = (platform: Platform): readonly Platform[] =>
  chain.includes(platform) ? chain.slice(0, chain.indexOf(platform) + 1) : [platform];

/**
 * How long a platform shows the content, under the regime of the day of the decision. Where publication starts the
 * clock it counts from `publishedOn`. A non-completion is no penalty and no regime names it: by default it is shown as
 * long as general dishonesty is.
 */
export function displayOf(content: Content, platform: Platform, publishedOn: string): DisplayPeriod {
  const { decidedOn, kinds = [], field = 'other', seriousness, banEndsOn, fineFen } = content;
  const period = displayPeriod({
    platform: regimeOf[platform],
    decidedOn,
    publishedOn,
    kinds,
    field,
    ...(seriousness === undefined ? {} : { seriousness }),
    ...(banEndsOn === undefined ? {} : { banEndsOn }),
    ...(fineFen === undefined ? {} : { amountFen: fineFen }),
  });
  if (period) return period;
  throw new Refusal(
    'credit/not-shown-there',
    {
      zh: '该平台不公示仅受警告或并非行政处罚的信息',
      en: 'This platform does not show warnings alone, nor what is no penalty',
    },
    {
      clause: '3.2',
      facts: { platform, kinds },
      wayOut: { zh: '推送至“信用广东”', en: 'Push it to Credit Guangdong instead' },
    },
  );
}
