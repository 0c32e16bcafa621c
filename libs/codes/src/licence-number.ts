import { halfWidth } from './half-width.js';

/** Number of an industrial production licence, taken apart. */
export interface LicenceNumber {
  /** As it is kept and compared: `(粤)XK05-001-00001`. */
  readonly key: string;
  /** Short name of the province that issued it; none on a national one. */
  readonly province?: string;
  readonly industry: string;
  readonly product: string;
  readonly enterprise: string;
}

const NUMBER = /^(?:\((\p{Script=Han})\))?XK(\d{2})-(\d{3})-(\d{5})$/u;

/** Reads a production licence's number however its brackets and letters are written; nothing when it is none. */
export function readLicenceNumber(text: string): LicenceNumber | undefined {
  const key = halfWidth(text).replace(/\s/g, '').replace(/〔/g, '(').replace(/〕/g, ')').toUpperCase();
  const parts = NUMBER.exec(key);
  if (!parts) return undefined;
  const [, province, industry, product, enterprise] = parts;
  return { key, ...(province ? { province } : {}), industry: industry!, product: product!, enterprise: enterprise! };
}
