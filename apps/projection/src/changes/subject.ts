import { areaCodes, areas, type AreaCode } from '#codes';
import { HttpProblem } from '#runtime';
import { mustNameDossier } from '../dossier/dossier-at.js';
import { listNames } from '../lists/list-names.js';

/** What somebody wants to hear about. */
export type Subject =
  | { readonly kind: 'enterprise'; readonly id: string }
  | { readonly kind: 'county'; readonly id: AreaCode }
  | { readonly kind: 'list'; readonly id: string };

const kinds: Readonly<Record<Subject['kind'], (id: string) => Subject>> = {
  enterprise(id) {
    mustNameDossier(id);
    return { kind: 'enterprise', id };
  },
  county(id) {
    if (!Object.hasOwn(areas, id)) throw unknownAmong(`county:${id}`, areaCodes);
    return { kind: 'county', id: id as AreaCode };
  },
  list(id) {
    if (!listNames.includes(id)) throw unknownAmong(`list:${id}`, listNames);
    return { kind: 'list', id };
  },
};

/** The subject that a text names: its kind, a colon, and which one. */
export function subjectOf(text: string | undefined): Subject {
  const colon = text?.indexOf(':') ?? -1;
  const kind = text?.slice(0, Math.max(colon, 0)) ?? '';
  if (!text || !Object.hasOwn(kinds, kind))
    throw wrong('应为 enterprise:、county: 或 list: 加编号', 'must be enterprise:, county: or list:, and which one');
  return kinds[kind as Subject['kind']](text.slice(colon + 1));
}

const unknownAmong = (text: string, names: readonly string[]) =>
  wrong(`“${text}”不存在；有${names.join('、')}`, `${text} does not exist; there are ${names.join(', ')}`);

const wrong = (zh: string, en: string) =>
  new HttpProblem(
    400,
    'query/parameter-wrong',
    { zh: `subject ${zh}`, en: `subject ${en}` },
    {
      field: 'subject',
      wayOut: {
        zh: '例如：subject=enterprise:91441322MA00TT0126、subject=county:BL、subject=list:yellow-card',
        en: 'For example: subject=enterprise:91441322MA00TT0126, subject=county:BL, subject=list:yellow-card',
      },
    },
  );
