import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embeddedIssuer } from '#identity';
import { clear, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { expectProblem, routesOf } from './problem.js';

/** Every role that a token may carry; `environment` stands for departments that have no counter here. */
const roles = [
  'department:energy:post',
  'department:government:post',
  'department:development-reform:post',
  'department:industry:post',
  'department:credit:post',
  'department:environment:post',
  'government:decide',
  'credit-platform',
  'auditor',
  'operator',
] as const;
type Role = (typeof roles)[number];

const departments = roles.filter((role) => role.endsWith(':post'));
const everybody = 'everybody';

interface Row {
  /** Whom these routes let in, and nobody else. */
  readonly open: typeof everybody | readonly Role[];
  readonly routes: readonly string[];
}

/** Routes below one record, by the names of their commands. */
const posts = (record: string, ...commands: string[]): string[] => commands.map((name) => `post ${record}/${name}`);
const [energy, government, reform, industry, credit] = departments;

/** Who may do what. A change here is a decision that somebody reads. */
const table: readonly Row[] = [
  {
    open: everybody,
    routes: ['get /lists/{list}', 'get /lists/{list}/issues', 'get /lists/{list}/issues/{number}'],
  },
  {
    open: roles,
    routes: [
      'get /dossiers',
      'get /dossiers/{uscc}',
      'get /cases/{caseId}',
      'get /cases/{caseId}/history',
      'get /clock',
    ],
  },
  { open: [...departments, 'government:decide', 'auditor', 'operator'], routes: ['get /obligations'] },
  {
    open: [...departments, 'auditor', 'operator'],
    routes: ['energy', 'government', 'development-reform', 'industry', 'credit'].map((name) => `get /${name}/outcomes`),
  },
  { open: ['credit-platform', 'auditor'], routes: ['get /feeds/credit'] },
  {
    open: ['auditor', 'operator'],
    routes: ['get /feeds/credit/refused', 'get /projections', 'get /projections/{name}/parked'],
  },
  {
    open: ['operator'],
    routes: [
      'post /projections/{name}/retry',
      'post /projections/{name}/rebuild',
      'delete /projections/{name}/rebuild',
      'post /clock',
    ],
  },
  {
    open: [energy!],
    routes: [
      ...posts('/energy/supervision-plans/{planId}', 'adopt-supervision-plan'),
      ...posts('/energy/cases/{caseId}', 'assign-supervision-task', 'record-supervision', 'order-rectification'),
      ...posts('/energy/cases/{caseId}', 'request-extension', 'grant-extension', 'refuse-extension'),
      ...posts('/energy/cases/{caseId}', 'report-rectification', 'reinspect-rectification', 'accept-rectification'),
      ...posts('/energy/cases/{caseId}', 'fail-rectification', 'propose-closure', 'issue-red-card'),
      ...posts('/energy/equipment/{equipmentId}', 'record-eliminated-equipment', 'order-stop-use'),
      ...posts('/energy/equipment/{equipmentId}', 'confiscate-equipment', 'record-dismantling'),
      ...posts('/energy/equipment/{equipmentId}', 'determine-exit-non-completion'),
      ...posts('/energy/penalties/{penaltyId}', 'serve-prior-notice', 'decide-penalty', 'serve-penalty-decision'),
      ...posts('/energy/penalties/{penaltyId}', 'record-penalty-performed', 'record-penalty-annulled'),
      ...posts('/energy/capacity-lines/{lineId}', 'classify-capacity'),
      ...posts('/energy/key-users/{keyUserId}', 'register-key-energy-user', 'file-energy-report'),
      ...posts('/energy/publications/{publicationId}', 'publish-supervision-result'),
      ...posts('/energy/support/{supportId}', 'record-diagnosis', 'record-retrofit'),
      ...posts('/energy/standards/{standardId}', 'publish-standard'),
      ...posts('/energy/lists/{listId}', 'publish-list'),
      'post /energy/batch',
    ],
  },
  {
    open: ['government:decide'],
    routes: posts(
      '/government/closure-proposals/{proposalId}',
      'return-closure-proposal',
      'order-suspension',
      'order-closure',
    ),
  },
  { open: [government!], routes: posts('/government/deployments/{deploymentId}', 'deploy-annual-work') },
  { open: [government!, 'government:decide'], routes: ['post /government/batch'] },
  {
    open: [reform!],
    routes: [
      ...posts('/development-reform/price-files/{uscc}', 'apply-differential-price', 'apply-tiered-price'),
      ...posts('/development-reform/price-files/{uscc}', 'apply-punitive-price', 'apply-water-surcharge'),
      ...posts('/development-reform/price-files/{uscc}', 'lift-price-measure'),
      ...posts('/development-reform/projects/{projectId}', 'record-project-decision', 'refuse-new-project'),
      'post /development-reform/batch',
    ],
  },
  {
    open: [industry!],
    routes: [
      ...posts('/industry/annual-plans/{planId}', 'adopt-annual-plan'),
      ...posts('/industry/look-back-rounds/{roundId}', 'plan-look-back'),
      'post /industry/batch',
    ],
  },
  {
    open: [credit!],
    routes: [
      ...posts('/credit/records/{recordId}', 'notify-subject', 'file-objection', 'answer-objection'),
      ...posts('/credit/records/{recordId}', 'collect-credit-info', 'push-credit-info', 'record-publication'),
      ...posts('/credit/records/{recordId}', 'correct-credit-info', 'withdraw-credit-info'),
      ...posts('/credit/records/{recordId}', 'apply-for-repair', 'decide-repair'),
      ...posts('/credit/records/{recordId}', 'propose-restriction', 'apply-restriction', 'lift-restriction'),
    ],
  },
  {
    open: ['credit-platform'],
    routes: [
      'post /feeds/credit/receipts',
      ...posts('/credit/records/{recordId}', 'acknowledge-credit-info', 'reject-credit-info'),
    ],
  },
  { open: [credit!, 'credit-platform'], routes: ['post /credit/batch'] },
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
      expect(table.flatMap(({ routes }) => routes).toSorted()).toEqual(routesOf(body).toSorted());
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
});
