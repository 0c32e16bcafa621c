const ENTERPRISE = ['uscc', 'name', 'county', 'industry', 'siteId', 'synthetic'].map((field) => `enterprise.${field}`);

/** Commands whose rows departments keep in a spreadsheet, and its columns besides the record and the key. */
export const sheets: Readonly<Record<string, readonly string[]>> = {
  RecordInspection: ['occurredAt', 'officers', ...ENTERPRISE, 'kind', 'result', 'findings'],
  ConductSafetyInspection: ['occurredAt', 'officers', ...ENTERPRISE, 'result', 'findings'],
  RecordLicenceIssued: [
    'occurredAt',
    ...ENTERPRISE,
    'legalRepresentative',
    'licenceNumber',
    'certificateName',
    'products',
    'content',
    'documentTitle',
    'documentNumber',
    'decidedOn',
    'validFrom',
    'validTo',
    'issuer',
    'issuerCode',
    'issuerLevel',
  ],
};

export const isSheet = (command: string): boolean => Object.hasOwn(sheets, command);
