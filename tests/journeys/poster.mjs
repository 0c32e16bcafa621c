// A department's system that posts and posts, and writes down what was acknowledged. A process of its own: whoever kills the
// ledger must not share an event loop with it. It draws breath between two posts: what is tried are faults, not speed, and
// a read side that is minutes behind when they are over has to be waited for. Takes the data folder, where ledger.json says where to post, and
// the file for its notes, and the departments to post for. Told to stop, it brings what it began to its end first.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [data, notes, departments = 'energy'] = process.argv.slice(2);
const LANES = 24;
const PATIENCE_MS = 60_000;
const BREATH_MS = 50;
let going = true;
process.on('message', () => (going = false));

const note = (line) => appendFileSync(notes, `${JSON.stringify(line)}\n`);
const address = () => JSON.parse(readFileSync(join(data, 'ledger.json'), 'utf8')).url;

/** Posts until it is told what became of it: with one key, however often. */
async function post(path, key, body) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    try {
      const response = await fetch(`${address()}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${process.env.TOKEN}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });
      const answer = await response.json();
      if (response.ok) return note({ key, path, body, receipt: answer });
      note({ key, path, status: response.status, type: answer.type, retryAfter: response.headers.get('retry-after') });
      // Not now (503), the answer was lost (502), or the first attempt is still at work (409): the same again.
      // Anything else is for the spec to see.
      if (![502, 503].includes(response.status) && !answer.type?.endsWith('key-in-use')) return;
    } catch (problem) {
      note({ key, path, lost: String(problem.cause?.code ?? problem) });
    }
    await pause(25);
  }
}

const act = { occurredAt: '2021-05-10T09:30:00+08:00', officers: ['HZ-JN-0011', 'HZ-JN-0012'] };
const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3391',
  synthetic: true,
};
const task = { planId: '2021', enterprise, theme: 'MANDATORY_LIMIT', assignee: '节能监察一组', dueOn: '2027-06-30' };
const measurement = {
  product: '电炉钢',
  unit: 'kgce/t',
  limitValue: 86,
  unitConsumption: 80,
  standardNumber: 'GB 21256-2013',
  periodFrom: '2020-01-01',
  periodTo: '2020-12-31',
};
const visit = { mode: 'ON_SITE', findings: '符合限额', measurement, eliminatedEquipment: false };

const targets = [{ targetId: 'T-1', name: enterprise.name, category: 'KEY_INDUSTRY' }];

/** What a lane hands in for one record, over and over with another id. */
const hands = {
  energy: async (id) => {
    await post(`/energy/cases/${id}/assign-supervision-task`, `${id}/task`, { ...act, ...task });
    // Two facts or none: a supervision, and what was measured.
    await post(`/energy/cases/${id}/record-supervision`, `${id}/visit`, { ...act, ...visit });
  },
  industry: (id) =>
    post(`/industry/look-back-rounds/${id}/plan-look-back`, id, { occurredAt: act.occurredAt, round: id, targets }),
};

await Promise.all(
  departments.split(',').flatMap((department, _, { length }) =>
    Array.from({ length: LANES / length }, async (_, lane) => {
      for (let at = 0; going; at++) {
        await hands[department](`POST-${process.pid}-${lane}-${at}`);
        await pause(BREATH_MS);
      }
    }),
  ),
);
process.disconnect();
