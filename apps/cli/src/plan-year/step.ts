import {
  credit,
  developmentReform,
  emergencyManagement,
  energy,
  government,
  hotline,
  industry,
  naturalResources,
  marketRegulation,
  type Catalogue,
  type CommandsOf,
  type RecordKind,
} from '#contracts';

/** One command, posted at one moment by one department's system. */
export interface Step {
  /** Ledger time at which it is posted (RFC 3339, +08:00); never before its body's `occurredAt`. */
  readonly at: string;
  /** As paths spell it: `development-reform`. */
  readonly department: string;
  readonly path: string;
  /** Id of the record. */
  readonly id: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The same for the same step of the same seed, so that posting it twice is harmless. */
  readonly key: string;
  /** Who told a tip, to be kept in the vault before the tip is registered. */
  readonly teller?: hotline.TipsterIdentity;
  /** Code with which the law must refuse it: `energy/second-extension`. */
  readonly refusedWith?: string;
}

/** A step before it is known when the department's system will post it. */
export interface Draft extends Omit<Step, 'at' | 'key'> {
  readonly occurredAt: string;
  /** `same-day` when something hangs on it, otherwise as punctually as departments are; or one exact moment. */
  readonly posted: 'same-day' | 'in-due-course' | { readonly at: string };
}

/** What happens to somebody, in order. Nothing of it is posted before what came before it. */
export type Story = Generator<Draft, void, undefined>;

interface Manner {
  readonly posted?: Draft['posted'];
  readonly refusedWith?: string;
}

/** The same story, posted as punctually as departments are, but for what has a moment of its own. */
export function* inDueCourse(story: Story): Story {
  for (const draft of story) yield typeof draft.posted === 'object' ? draft : { ...draft, posted: 'in-due-course' };
}

/** Steps of a department, by its language. */
export const inLanguage =
  <Language extends Catalogue>(language: Language) =>
  <Kind extends keyof Language['records'] & string, Name extends keyof CommandsOf<Language, Kind> & string>(
    kind: Kind,
    id: string,
    command: Name,
    occurredAt: string,
    body: Omit<CommandsOf<Language, Kind>[Name], 'occurredAt'>,
    { posted = 'same-day', refusedWith }: Manner = {},
  ): Draft => ({
    department: language.department,
    path: (language.records as Readonly<Record<string, RecordKind>>)[kind]!.path,
    id,
    command,
    occurredAt,
    body: { occurredAt, ...body },
    posted,
    ...(refusedWith ? { refusedWith } : {}),
  });

export const ofEnergy = inLanguage(energy.language);
export const ofGovernment = inLanguage(government.language);
export const ofDevelopmentReform = inLanguage(developmentReform.language);
export const ofIndustry = inLanguage(industry.language);
export const ofMarketRegulation = inLanguage(marketRegulation.language);
export const ofEmergencyManagement = inLanguage(emergencyManagement.language);
export const ofCredit = inLanguage(credit.language);
export const ofHotline = inLanguage(hotline.language);
export const ofNaturalResources = inLanguage(naturalResources.language);
