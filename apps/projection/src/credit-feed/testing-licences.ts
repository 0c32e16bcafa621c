import type { PastFact } from '#projection';
import { foundry } from '../testing-facts.js';

export const SITE = `${foundry.uscc}001P`;

const of =
  (namespace: string, stream: string) =>
  (type: string, data: object): PastFact => ({
    type: `${namespace}.${type}`,
    stream: `${namespace}.${stream}`,
    uscc: foundry.uscc,
    visibility: 'public',
    data,
  });

/** Facts of one discharge permit, one production licence and one promise. */
export const onPermit = of('environment', `permit-${SITE}`);
export const onLicence = of('marketRegulation', 'licence-XK-1');
export const promisedAs = of('credit', 'promise-pledge-GX-1');

export const discharge = {
  applicationId: 'PW-1',
  enterprise: { ...foundry, siteId: SITE },
  permitNumber: SITE,
  managementClass: 'KEY',
  validFrom: '2021-05-10',
  validTo: '2026-05-09',
  renewBy: '2026-03-10',
  outlets: [],
  pollutants: ['颗粒物', '二氧化硫'],
  limits: [],
} as const;
export const granted = onPermit('DischargePermitIssued', discharge);

export const licenceIssued = onLicence('ProductionLicenceIssued', {
  enterprise: foundry,
  legalRepresentative: '李四',
  licenceNumber: '(粤)XK05-001-00001',
  certificateName: '全国工业产品生产许可证',
  products: ['REBAR'],
  content: '钢筋混凝土用热轧钢筋',
  documentTitle: '准予许可决定书',
  documentNumber: '粤市监许〔2021〕7号',
  decidedOn: '2021-03-15',
  validFrom: '2021-03-15',
  validTo: '2026-03-14',
  issuer: '广东省市场监督管理局',
  issuerCode: '11440000MB2TT1423E',
  issuerLevel: 'PROVINCIAL',
});

export const promised = promisedAs('PromiseRegistered', {
  code: '44132220210610000001',
  enterprise: foundry,
  kind: 'VOLUNTARY',
  matter: '落后产能退出后不再恢复生产',
  content: '不再恢复生产',
  liability: '依法依规处理',
  madeOn: '2021-06-10',
  acceptedBy: '惠州市工业和信息化局',
  acceptedByCode: '11441300MB0TT0056C',
  openness: 'PUBLIC',
});
