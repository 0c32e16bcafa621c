/** A service, by the name of its app, and the addresses that the front door sends to it. */
export interface Service {
  readonly name: string;
  readonly serves: readonly string[];
}

/** Every service of the ledger. Of two addresses of which one begins with the other, the longer counts. */
export const services: readonly Service[] = [
  { name: 'energy', serves: ['/energy'] },
  { name: 'environment', serves: ['/environment'] },
  { name: 'government', serves: ['/government'] },
  { name: 'development-reform', serves: ['/development-reform'] },
  { name: 'industry', serves: ['/industry'] },
  { name: 'emergency-management', serves: ['/emergency-management'] },
  { name: 'market-regulation', serves: ['/market-regulation'] },
  { name: 'credit', serves: ['/credit', '/feeds/credit/receipts'] },
  { name: 'natural-resources', serves: ['/natural-resources'] },
  { name: 'hotline', serves: ['/hotline'] },
  {
    name: 'projection',
    serves: [
      '/dossiers',
      '/cases',
      '/lists',
      '/obligations',
      '/registers',
      '/tips',
      '/reports',
      '/documents',
      '/feeds',
      '/projections',
      '/.well-known/jwks.json',
    ],
  },
];
