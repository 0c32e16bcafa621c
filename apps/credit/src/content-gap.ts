import { checkUscc, type PenaltyKindCode } from '#codes';
import { Refusal, type Bilingual } from '#decider';
import type { Content, OpenCredit } from './record.state.js';

/** What a platform would refuse: the field of the exchange format, ours, and why. */
interface Gap {
  readonly field: string;
  readonly path: string;
  readonly why: Bilingual;
}

type Check = (content: Content) => Bilingual | undefined;
type Row = readonly [field: string, path: string, check: Check];

const text =
  (read: (content: Content) => string | undefined, max: number): Check =>
  (content) => {
    const value = read(content)?.trim() ?? '';
    if (value === '') return { zh: '必填', en: 'is mandatory' };
    const length = [...value].length;
    return length > max
      ? { zh: `最长${max}字，实为${length}字`, en: `takes ${max} characters, has ${length}` }
      : undefined;
  };

const code =
  (read: (content: Content) => string): Check =>
  (content) => {
    const complaint = checkUscc(read(content));
    return complaint && { zh: complaint[0], en: complaint[1] };
  };

const hasKind = ({ kinds = [] }: Content, ...any: readonly PenaltyKindCode[]): boolean =>
  kinds.some((kind) => any.includes(kind));

/** A field that is there exactly when one of the kinds is among those of the penalty. */
const exactlyWith =
  (
    read: (content: Content) => string | number | undefined,
    said: Bilingual,
    ...any: readonly PenaltyKindCode[]
  ): Check =>
  (content) => {
    const value = read(content);
    const isThere = value !== undefined && value !== 0 && value !== '';
    if (isThere === hasKind(content, ...any)) return undefined;
    return isThere
      ? { zh: `处罚种类不含${said.zh}，不应填写`, en: `is given, but ${said.en} is not among the kinds` }
      : { zh: `处罚种类含${said.zh}，必填`, en: `is missing, and ${said.en} is among the kinds` };
  };

const none =
  (read: (content: Content) => unknown): Check =>
  (content) =>
    read(content) === undefined
      ? undefined
      : { zh: '未按期退出信息不是行政处罚，不应填写', en: 'is of penalties; a non-completion of exit has none' };

const FINE = { zh: '罚款', en: 'a fine' };
const CONFISCATION = { zh: '没收', en: 'confiscation' };
const LICENCE = { zh: '暂扣或吊销许可证件', en: 'suspension or revocation of a licence' };

/** Fields of the annex to 发改办财金〔2018〕424号 that both kinds of record need, with their lengths. */
const both: readonly Row[] = [
  ['CF_XDR_MC', 'enterprise.name', text(({ enterprise }) => enterprise.name, 200)],
  ['CF_XDR_SHXYM', 'enterprise.uscc', code(({ enterprise }) => enterprise.uscc)],
  ['CF_WSH', 'documentNumber', text(({ documentNumber }) => documentNumber, 128)],
  ['CF_WFXW', 'violation', text(({ violation }) => violation, 2000)],
  ['CF_SY', 'facts', text(({ facts }) => facts, 5000)],
  ['CF_YJ', 'legalBasis', text(({ legalBasis }) => legalBasis, 2048)],
  ['CF_NR', 'content', text(({ content }) => content, 4000)],
  ['CF_JDRQ', 'decidedOn', text(({ decidedOn }) => decidedOn, 10)],
  ['CF_CFJG', 'authority', text(({ authority }) => authority, 200)],
  ['CF_CFJGDM', 'authorityCode', code(({ authorityCode }) => authorityCode)],
];

const mandatory: Readonly<Record<OpenCredit['subject'], readonly Row[]>> = {
  PENALTY: [
    ...both,
    ['CF_FRDB', 'legalRepresentative', text(({ legalRepresentative }) => legalRepresentative, 50)],
    ['CF_CFLB', 'kinds', text(({ kinds = [] }) => kinds.join(';'), 2000)],
    ['CF_NR_FK', 'fineFen', exactlyWith(({ fineFen }) => fineFen, FINE, 'FINE')],
    [
      'CF_NR_WFFF',
      'confiscatedFen',
      exactlyWith(
        ({ confiscatedFen }) => confiscatedFen,
        CONFISCATION,
        'CONFISCATION_OF_GAINS',
        'CONFISCATION_OF_PROPERTY',
      ),
    ],
    [
      'CF_NR_ZKDX',
      'licence',
      (content) =>
        exactlyWith(({ licence }) => licence, LICENCE, 'LICENCE_SUSPENSION', 'LICENCE_REVOCATION')(content) ??
        (content.licence === undefined ? undefined : text(({ licence }) => licence, 200)(content)),
    ],
  ],
  NON_COMPLETION: [
    ...both,
    ['CF_CFLB', 'kinds', none(({ kinds }) => kinds)],
    ['CF_NR_FK', 'fineFen', none(({ fineFen }) => fineFen)],
    ['CF_NR_WFFF', 'confiscatedFen', none(({ confiscatedFen }) => confiscatedFen)],
    ['CF_NR_ZKDX', 'licence', none(({ licence }) => licence)],
  ],
};

/** The first thing that a platform would refuse in the content, or nothing. */
function gapIn(subject: OpenCredit['subject'], content: Content): Gap | undefined {
  for (const [field, path, check] of mandatory[subject]) {
    const why = check(content);
    if (why) return { field, path, why };
  }
  return undefined;
}

/** Refuses content that a platform would send back, and names the field. */
export function mustBeComplete(subject: OpenCredit['subject'], content: Content): void {
  const gap = gapIn(subject, content);
  if (!gap) return;
  const { field, path, why } = gap;
  throw new Refusal(
    'credit/content-incomplete',
    { zh: `${field}（${path}）：${why.zh}`, en: `${field} (${path}) ${why.en}` },
    {
      clause: '3.2',
      facts: { field, path },
      wayOut: {
        zh: `以“更正信用信息”补正 ${path} 后再推送`,
        en: `Put ${path} right with CorrectCreditInfo, then push`,
      },
    },
  );
}
