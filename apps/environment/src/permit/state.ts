import type { environment } from '#contracts';
import type { Bilingual, Decider, Refusal } from '#decider';
import { refusal } from '../law.js';

export type Events = environment.Events<'permit'>;
export type Content = Omit<Events['DischargePermitIssued'], 'applicationId'>;

/** `none` before anything is issued; the others after `in-force` are its ends. */
export type Status = 'none' | 'in-force' | 'expired' | 'revoked' | 'annulled' | 'withdrawn' | 'cancelled';

/** The discharge permit of one site: applications, what is in force, how it ended, and what was checked. */
export interface Permit {
  readonly status: Status;
  readonly content?: Content;
  readonly applications: Readonly<Record<string, Events['PermitApplicationAccepted']>>;
  readonly rejections: Readonly<Record<string, Events['PermitApplicationRejected']>>;
  /** The application that waits for its decision. */
  readonly pending?: Events['PermitApplicationAccepted'];
  readonly overdue: readonly string[];
  readonly registered?: Events['DischargeRegistered'];
  /** Other departments’ records that say something here is due for elimination. */
  readonly dueForElimination: readonly string[];
  readonly checks: Readonly<Record<string, Events['PermitComplianceChecked']>>;
  /** What each kind of fact said last. */
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
}

export type PermitDecider = Decider<Permit, environment.Commands<'permit'>, Events>;

export const clause = '2.2.1';

const statuses: Readonly<Record<Status, Bilingual>> = {
  none: { zh: '尚未核发', en: 'was never issued' },
  'in-force': { zh: '在有效期内', en: 'is in force' },
  expired: { zh: '已失效', en: 'has expired' },
  revoked: { zh: '已吊销', en: 'was revoked' },
  annulled: { zh: '已撤销', en: 'was annulled' },
  withdrawn: { zh: '已撤回', en: 'was withdrawn' },
  cancelled: { zh: '已注销', en: 'was cancelled' },
};

export const statusSays = (status: Status): Bilingual => statuses[status];

/** The permit as it stands, unless none is in force. */
export function inForce({ status, content }: Permit, act: Bilingual): Content {
  if (status === 'in-force' && content) return content;
  throw notInForce(status, act);
}

const notInForce = (status: Status, act: Bilingual): Refusal =>
  refusal(
    'permit-not-in-force',
    {
      zh: `该场所的排污许可证${statuses[status].zh}，不能${act.zh}`,
      en: `The permit of this site ${statuses[status].en}; it cannot be ${act.en}`,
    },
    {
      clause,
      wayOut: {
        zh: '只有在有效期内的排污许可证可以变更、延续、撤回、撤销或者吊销；需要时重新申请',
        en: 'Only a permit in force is changed, renewed, withdrawn, annulled or revoked; apply anew where needed',
      },
      facts: { status },
    },
  );

/** Refuses papers about another site: each site has a permit of its own, under its own code. Permit Regulation art. 6. */
export function mustBeThisSite(siteId: string | undefined, id: string): void {
  if (siteId === id) return;
  throw refusal(
    'another-site',
    {
      zh: `许可证按场所核发：编号${id}与企业场所${siteId ?? '（未填）'}不一致`,
      en: `A permit is for one site: its id ${id} is not the site ${siteId ?? '(none)'} of the enterprise`,
    },
    {
      clause,
      wayOut: {
        zh: '以22位场所编码为许可证编号，并在 enterprise.siteId 中填写同一编码',
        en: 'Use the 22-character site code as the id, and the same in `enterprise.siteId`',
      },
      facts: { id, siteId: siteId ?? null },
    },
  );
}
