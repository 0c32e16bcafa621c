import type { marketRegulation } from '#contracts';
import type { Bilingual } from '#decider';
import { cite, lawOn, refusal } from './law.js';

export type Events = marketRegulation.Events<'licence'>;

/** A licence by the last fact of each kind. */
export interface Licence {
  readonly issued?: Events['ProductionLicenceIssued'];
  readonly inspected?: Events['LicenseeSpecialInspectionConducted'];
  readonly inspectedAt?: string;
  readonly requested?: Events['LicenceCancellationRequested'];
  readonly requestedOn?: string;
  readonly declined?: Events['LicenceCancellationDeclined'];
  readonly cancelled?: Events['ProductionLicenceCancelled'];
  readonly revoked?: Events['ProductionLicenceRevoked'];
  readonly expired?: Events['ProductionLicenceExpired'];
}

type End = 'CANCELLED' | 'REVOKED' | 'EXPIRED';

const ends: Readonly<Record<End, Bilingual>> = {
  CANCELLED: { zh: '已注销', en: 'was cancelled' },
  REVOKED: { zh: '已被吊销', en: 'was revoked' },
  EXPIRED: { zh: '已到期', en: 'has expired' },
};

/** What ended the licence, the gravest of what is on record. */
export const endedBy = ({ cancelled, revoked, expired }: Licence): End | undefined =>
  revoked ? 'REVOKED' : cancelled ? 'CANCELLED' : expired ? 'EXPIRED' : undefined;

export const numberOf = ({ issued }: Licence): string => issued!.licenceNumber;

/** The licence as issued. Refuses where none is on record. */
export function mustBeLicensed({ issued }: Licence): Events['ProductionLicenceIssued'] {
  if (issued) return issued;
  throw refusal(
    'no-such-licence',
    { zh: '没有登记该生产许可证', en: 'No such production licence is on record' },
    {
      clause: '2.3.1',
      wayOut: { zh: '先登记许可证核发', en: 'Record first that it was issued' },
    },
  );
}

/** The licence as issued, while it is in force. */
export function mustBeInForce(state: Licence, act: Bilingual, clause: string): Events['ProductionLicenceIssued'] {
  const issued = mustBeLicensed(state);
  const end = endedBy(state);
  if (!end) return issued;
  throw refusal(
    'licence-ended',
    { zh: `该许可证${ends[end].zh}，不能${act.zh}`, en: `The licence ${ends[end].en}; it cannot be ${act.en}` },
    {
      clause,
      wayOut: { zh: '新的许可证使用新的编号登记', en: 'A new licence is recorded under an id of its own' },
      facts: { endedBy: end, licenceNumber: issued.licenceNumber },
    },
  );
}

/** Only who issued a licence ends it: the city asks and records. Licence regulation art. 31, 65. */
export function mustBeItsIssuer({ issued }: Licence, issuer: string, clause: string): void {
  if (!issued || issued.issuer === issuer) return;
  throw refusal(
    'not-its-issuer',
    {
      zh: `该许可证由${issued.issuer}核发，不是${issuer}`,
      en: `It was issued by ${issued.issuer}, not by ${issuer}`,
    },
    {
      ...cite(lawOn('quality/licence-issuer', issued.decidedOn), clause),
      wayOut: {
        zh: '注销、吊销由许可机关作出；按核发登记的机关名称填写',
        en: 'The issuer cancels and revokes; give its name as recorded with the issue',
      },
      facts: { issuer: issued.issuer, given: issuer },
    },
  );
}
