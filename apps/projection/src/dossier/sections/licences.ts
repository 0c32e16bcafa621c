import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said, type Section } from '../section.js';

interface Inspected extends Said {
  readonly meetsConditions: boolean;
  readonly findings: string;
  readonly problems: readonly string[];
}

interface ProductionLicence extends Said {
  readonly licenceId: string;
  readonly licenceNumber: string;
  readonly products: readonly string[];
  readonly content: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: 'VALID' | 'CANCELLATION_REQUESTED' | 'EXPIRED' | 'CANCELLED' | 'REVOKED';
  readonly inspections: readonly Inspected[];
  /** What was asked of the issuer because the government had closed, and what it answered. */
  readonly cancellation?: {
    readonly cause: string;
    readonly closureProposalId: string;
    readonly closureEventId: string;
    readonly governmentDocumentNumber: string;
    readonly documentNumber: string;
    readonly declined?: { readonly reason: string; readonly on: string; readonly documentNumber: string };
  };
  readonly ended?: {
    readonly on: string;
    readonly by?: string;
    readonly ground?: string;
    readonly documentNumber?: string;
    readonly barredUntil?: string;
  };
}

interface RejectedApplication extends Said {
  readonly applicationId: string;
  readonly product: string;
  readonly ground: string;
  readonly reason: string;
  readonly documentNumber: string;
}

interface Licences {
  readonly production: readonly ProductionLicence[];
  readonly rejectedApplications: readonly RejectedApplication[];
}

type Fold = Section<Licences>['when'][string];
type Change = Partial<ProductionLicence> | ((before: ProductionLicence) => Partial<ProductionLicence>);

const licence =
  (tell: (data: any, when: Said) => Change): Fold =>
  (state, fact) => {
    const id = recordIdOf(fact);
    const before = state.production.find(({ licenceId }) => licenceId === id);
    if (!before) return state;
    const told = tell(fact.data, said(fact));
    const now = typeof told === 'function' ? told(before) : told;
    return { ...state, production: change(state.production, ({ licenceId }) => licenceId === id, now) };
  };

/** Production licences of the province as they are mirrored here, and applications that were not accepted. */
export const licences = section<Licences>({
  blank: { production: [], rejectedApplications: [] },
  when: {
    'marketRegulation.ProductionLicenceApplicationRejected': (state, fact) => {
      const { product, ground, reason, documentNumber } = fact.data;
      const applicationId = recordIdOf(fact);
      const rejected = { applicationId, product, ground, reason, documentNumber, ...said(fact) };
      return { ...state, rejectedApplications: [...state.rejectedApplications, rejected] };
    },
    // The legal representative is nobody's business here.
    'marketRegulation.ProductionLicenceIssued': (state, fact) => {
      const { licenceNumber, products, content, issuer, documentNumber, validFrom, validTo } = fact.data;
      const granted: ProductionLicence = {
        licenceId: recordIdOf(fact),
        licenceNumber,
        products,
        content,
        issuer,
        documentNumber,
        validFrom,
        validTo,
        state: 'VALID',
        inspections: [],
        ...said(fact),
      };
      return {
        ...state,
        production: put(
          state.production,
          ({ licenceId }) => licenceId === granted.licenceId,
          () => granted,
        ),
      };
    },
    'marketRegulation.LicenseeSpecialInspectionConducted': licence(
      ({ meetsConditions, findings, problems }, when) =>
        ({ inspections }) => ({ inspections: [...inspections, { meetsConditions, findings, problems, ...when }] }),
    ),
    'marketRegulation.LicenceCancellationRequested': licence((data) => {
      const { cause, closureProposalId, closureEventId, governmentDocumentNumber, documentNumber } = data;
      const cancellation = { cause, closureProposalId, closureEventId, governmentDocumentNumber, documentNumber };
      return { state: 'CANCELLATION_REQUESTED', cancellation };
    }),
    'marketRegulation.LicenceCancellationDeclined': licence(
      ({ reason, declinedOn: on, documentNumber }) =>
        ({ cancellation }) => ({
          state: 'VALID',
          ...(cancellation ? { cancellation: { ...cancellation, declined: { reason, on, documentNumber } } } : {}),
        }),
    ),
    'marketRegulation.ProductionLicenceCancelled': licence(
      ({ cancelledOn: on, issuer: by, ground, documentNumber }) => ({
        state: 'CANCELLED',
        ended: { on, by, ground, documentNumber },
      }),
    ),
    'marketRegulation.ProductionLicenceRevoked': licence(
      ({ revokedOn: on, issuer: by, facts: ground, documentNumber, barredUntil }) => ({
        state: 'REVOKED',
        ended: { on, by, ground, documentNumber, barredUntil },
      }),
    ),
    'marketRegulation.ProductionLicenceExpired': licence(({ validTo: on }) => ({ state: 'EXPIRED', ended: { on } })),
  },
});
