import { displayPeriod, findRule, type DisplayPeriod } from '#law';
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

/** What market regulation shows comes to Credit China from its register, not through the chain. */
const fromRegister: readonly Platform[] = ['GSXT', 'CREDIT_CHINA'];

/** Platforms from which a record can have reached one, itself included. */
export function sourcesOf(platform: Platform, home?: 'GSXT'): readonly Platform[] {
  const way = home === 'GSXT' ? fromRegister : chain;
  return way.includes(platform) ? way.slice(0, way.indexOf(platform) + 1) : [platform];
}

/** 三(二): where a penalty of a department is shown first; the chain when nothing else is known. */
export const homeOf = ({ decidedOn, kinds = [] }: Content, department?: string): 'GSXT' | undefined =>
  department === 'market-regulation' &&
  findRule('publicity/market-regulation', decidedOn) !== undefined &&
  !kinds.every((kind) => kind === 'WARNING')
    ? 'GSXT'
    : undefined;

/** Up to which amount the province counts a fine as low. Nobody has said so yet: no fine is low until a city says so here. */
const lowFineUpToFen: number | undefined = undefined;

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
    ...(lowFineUpToFen === undefined ? {} : { lowFineUpToFen }),
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
