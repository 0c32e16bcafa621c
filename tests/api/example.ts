import { answered, ledgerClient, LedgerProblem } from '#client';

const ledger = ledgerClient({ url: process.env['TAIZHANG_URL']!, token: process.env['TAIZHANG_TOKEN'] });
const enterprise = { uscc: '91441322MA00TT0126', name: '永丰铸造〔模拟〕', county: 'BL', industry: '3120' } as const;
const task = { planId: '2021', theme: 'MANDATORY_LIMIT', assignee: '监察一组', dueOn: '2021-06-30' } as const;

// A command. It carries an Idempotency-Key, so it counts once however often the network makes it be sent.
const path = { caseId: 'BL-2021-001' };
const body = { occurredAt: '2021-05-10T09:30:00+08:00', enterprise, ...task };
const assigned = await ledger.POST('/energy/cases/{caseId}/assign-supervision-task', { params: { path }, body });
const receipt = answered(assigned);
console.log(receipt.events[0]?.type);

// The dossier as it is after that command.
const query = { atLeast: receipt.position };
const dossier = answered(await ledger.GET('/dossiers/{uscc}', { params: { path: enterprise, query } }));
console.log(dossier.id, dossier.status);

// What the law does not allow is a problem with a code, the clause, and the way out.
const again = await ledger.POST('/energy/cases/{caseId}/accept-rectification', {
  params: { path },
  body: { occurredAt: '2021-05-11T09:30:00+08:00', opinion: '已完成整改' },
});
try {
  answered(again);
} catch (problem) {
  if (problem instanceof LedgerProblem) console.log(problem.status, problem.code, problem.problem.detail_zh);
}
