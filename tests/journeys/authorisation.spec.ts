import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandOf, kebab, languages } from '#contracts';
import { embeddedIssuer, postingRole } from '#identity';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { expectProblem, routesOf } from './problem.js';

type Role = string;

const departments: readonly Role[] = languages.map(({ department }) => postingRole(department));
/** An enterprise; what it is let in to is told apart from what it is shown there. */
const party = 'enterprise:91441322MA00TT0126';
/** Every role that a token may carry. */
const roles: readonly Role[] = [
  ...departments,
  'government:decide',
  'hotline:read',
  'hotline:identity',
  'credit-platform',
  'auditor',
  'operator',
  party,
];
const everybody = 'everybody';

interface Row {
  /** Whom these routes let in, and nobody else. */
  readonly open: typeof everybody | readonly Role[];
  readonly routes: readonly string[];
}

/** Commands of a department that have no role of their own, as their routes. */
const ordinary: readonly Row[] = languages.map(({ department, records }) => ({
  open: [postingRole(department)],
  routes: Object.values(records).flatMap((record) =>
    Object.entries(record.commands).flatMap(([name, payload]) => {
      const { issuedBy, role } = commandOf(payload, record);
      if (issuedBy === 'system' || role) return [];
      return [`post /${department}/${record.path}/{${record.id}}/${kebab(name)}`];
    }),
  ),
}));

/** Who may do what. A change here is a decision that somebody reads. */
const table: readonly Row[] = [
  {
    open: everybody,
    routes: [
      'get /.well-known/jwks.json',
      'get /dossiers/public/{uscc}',
      'get /dossiers/public/{uscc}/sites/{site}',
      'get /lists',
      'get /lists/{list}',
      'get /lists/{list}/diff',
      'get /lists/{list}/issues',
      'get /lists/{list}/issues/{number}',
      'get /registers/public',
      'get /registers/public/{register}',
      'get /registers/public/{register}/{id}',
    ],
  },
  {
    // Who reads tips, or tellers, reads nothing else.
    open: [...departments, 'government:decide', 'credit-platform', 'auditor', 'operator', party],
    routes: [
      'get /dossiers/{uscc}',
      'get /dossiers/{uscc}/diff',
      'get /dossiers/{uscc}/export',
      'get /dossiers/{uscc}/sections/{section}',
      'get /dossiers/{uscc}/sites/{site}',
      'get /feeds/changes',
      'get /cases/{caseId}',
      'get /cases/{caseId}/export',
      'get /cases/{caseId}/history',
      'get /clock',
    ],
  },
  { open: departments, routes: ['put /documents/{sha256}'] },
  {
    // Which document is open to whom follows from the facts that cite it: apps/projection/src/documents.
    open: [...departments, 'government:decide', 'hotline:read', 'credit-platform', 'auditor', 'operator', party],
    routes: ['get /documents/{sha256}', 'get /documents/{sha256}/citations'],
  },
  {
    open: [...departments, 'government:decide', 'auditor', 'operator'],
    routes: [
      'get /dossiers',
      'get /obligations',
      'get /obligations/calendar.ics',
      'get /registers',
      'get /registers/{register}',
      'get /registers/{register}/{id}',
      'get /reports/enforcement',
      'get /reports/exits',
      'get /reports/look-back-matrix',
      'get /reports/supervision-scorecard',
      'get /reports/returns/{id}',
      'get /reports/consolidations/{id}',
    ],
  },
  {
    open: [...departments, 'auditor', 'operator'],
    routes: languages.filter(({ isSealed }) => !isSealed).map(({ department }) => `get /${department}/outcomes`),
  },
  { open: [postingRole('hotline')], routes: ['get /hotline/outcomes', 'put /hotline/tips/{tipId}/identity'] },
  { open: ['hotline:read'], routes: ['get /tips', 'get /tips/{tipId}'] },
  {
    open: ['government:decide', 'auditor', 'operator', 'hotline:read'],
    routes: ['get /tips/statistics'],
  },
  {
    open: ['hotline:identity'],
    routes: [
      'get /hotline/tips/{tipId}/identity',
      'delete /hotline/tips/{tipId}/identity',
      'post /hotline/tips/{tipId}/identity/exports',
    ],
  },
  { open: ['auditor', 'hotline:identity'], routes: ['get /hotline/identities/accesses'] },
  { open: ['operator'], routes: ['post /hotline/identities/keys/rotate'] },
  {
    open: ['credit-platform', 'auditor'],
    routes: [
      'get /feeds/credit',
      'get /feeds/credit/notices',
      'get /feeds/credit/exchange',
      'get /feeds/credit/exchange/schema',
    ],
  },
  {
    open: [postingRole('credit'), 'credit-platform', 'auditor', 'operator'],
    routes: ['get /feeds/credit/deliveries'],
  },
  {
    open: ['auditor', 'operator'],
    routes: ['get /feeds/credit/refused', 'get /projections', 'get /projections/{name}/parked'],
  },
  {
    open: ['operator'],
    routes: [
      'post /projections/{name}/retry',
      'post /projections/rebuild',
      'post /projections/{name}/rebuild',
      'post /projections/{name}/rollback',
      'delete /projections/{name}/rebuild',
      'post /clock',
    ],
  },
  {
    open: ['government:decide'],
    routes: [
      'post /government/closure-proposals/{proposalId}/return-closure-proposal',
      'post /government/closure-proposals/{proposalId}/order-suspension',
      'post /government/closure-proposals/{proposalId}/order-closure',
      'post /government/conducts/{conductId}/resolve-jurisdiction',
      'post /government/area-supervisions/{areaSupervisionId}/hold-area-interview',
      'post /government/area-supervisions/{areaSupervisionId}/issue-area-circular',
      'post /government/consolidations/{consolidationId}/approve-consolidation',
      'post /government/county-plans/{countyPlanId}/approve-county-plan',
      'post /government/county-plans/{countyPlanId}/return-county-plan',
    ],
  },
  {
    open: ['credit-platform'],
    routes: [
      'post /feeds/credit/receipts',
      'post /credit/records/{recordId}/acknowledge-credit-info',
      'post /credit/records/{recordId}/reject-credit-info',
      'post /credit/deliveries/{itemId}/acknowledge-item',
      'post /credit/deliveries/{itemId}/reject-item',
    ],
  },
  { open: [postingRole('government'), 'government:decide'], routes: ['post /government/batch'] },
  { open: [postingRole('credit'), 'credit-platform'], routes: ['post /credit/batch'] },
  ...languages
    .filter(({ department }) => department !== 'government' && department !== 'credit')
    .map(({ department }) => ({ open: [postingRole(department)], routes: [`post /${department}/batch`] })),
];

let ledger: LedgerProcess;
const tokens = new Map<string, string>();

describe.each(layouts)('in %s', (layout) => {
  beforeAll(async () => {
    // A ledger that replays a past year has a clock that can be moved; nothing is posted to this one.
    const data = await mkdtemp(join(tmpdir(), 'taizhang-'));
    const scenario = { preset: 'plan-year-2021', startsAt: '2021-03-01T00:00:00+08:00', posted: true };
    await writeFile(join(data, 'scenario.json'), JSON.stringify(scenario));
    ledger = await startLedger({ layout, data, args: [] });
    const { mint } = await embeddedIssuer(data);
    const minted = (role?: string) => mint({ subject: 'x', client: 'x', roles: role ? [role] : [], ttlSeconds: 600 });
    tokens.set('no role', await minted());
    for (const role of roles) tokens.set(role, await minted(role));
  });

  afterAll(async () => clear(ledger));

  async function ask(route: string, token?: string) {
    const [method, path] = route.split(' ') as [string, string];
    const response = await ledger.fetch(path.replace(/\{[^}]+\}/g, 'X-1'), {
      method: method.toUpperCase(),
      ...(token ? { token } : {}),
      ...(method === 'post' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  describe('the table of who may do what', () => {
    it('has one row for each route there is, and none for another', async () => {
      const { body } = await ledger.get('/openapi.json');
      expect([...table, ...ordinary].flatMap(({ routes }) => routes).toSorted()).toEqual(routesOf(body).toSorted());
    });
  });

  describe.each(table.flatMap(({ open, routes }) => routes.map((route) => [route, open] as const)))(
    '%s',
    (route, open) => {
      it(
        open === everybody ? 'lets everybody in' : 'lets nobody in without a token, or with one that opens nothing',
        async () => {
          if (open === everybody) return expect([200, 404]).toContain((await ask(route)).status);
          expectProblem(await ask(route), { status: 401, code: 'identity/no-token' });
          expectProblem(await ask(route, tokens.get('no role')), { status: 403, code: 'identity/role-missing' });
        },
      );

      it(`lets in ${open === everybody ? 'every role' : open.join(', ')}, and no other`, async () => {
        const letIn: string[] = [];
        for (const role of roles) {
          const { status } = await ask(route, tokens.get(role));
          expect(status).not.toBe(401);
          if (status !== 403) letIn.push(role);
        }
        expect(letIn).toEqual(open === everybody ? [...roles] : roles.filter((role) => open.includes(role)));
      });
    },
  );

  describe.each(ordinary.map(({ open: [own = ''], routes }) => [own, routes] as const))('%s', (own, routes) => {
    it('lets in to its own commands, and no other role does', async () => {
      const others = [roles[(roles.indexOf(own) + 1) % departments.length]!, 'auditor', 'government:decide'];
      for (const route of routes) {
        expectProblem(await ask(route), { status: 401, code: 'identity/no-token' });
        expect([route, (await ask(route, tokens.get(own))).status]).toEqual([route, 400]);
        for (const other of others)
          expectProblem(await ask(route, tokens.get(other)), { status: 403, code: 'identity/role-missing' });
      }
    });
  });
});
