import { describe, expect, it } from '@jest/globals';
import { readLicenceNumber } from './licence-number.js';

describe('the number of a production licence', () => {
  it('has industry, product and enterprise, and the province that issued it', () => {
    expect(readLicenceNumber('XK05-001-00001')).toEqual({
      key: 'XK05-001-00001',
      industry: '05',
      product: '001',
      enterprise: '00001',
    });
    expect(readLicenceNumber('(粤)XK05-001-00001')).toMatchObject({ province: '粤', enterprise: '00001' });
  });

  it('is the same however its brackets, letters and spaces are written', () => {
    for (const written of ['（粤）XK05-001-00001', '〔粤〕 xk05-001-00001', '(粤)ＸＫ05-001-00001'])
      expect(readLicenceNumber(written)?.key).toBe('(粤)XK05-001-00001');
  });

  it.each(['XK05-001-0001', 'XK5-001-00001', '粤XK05-001-00001', 'QS4413 0101 0001', ''])('is not %j', (text) =>
    expect(readLicenceNumber(text)).toBeUndefined(),
  );
});
