import type { government } from '#contracts';
import { moment, officeDay } from './office-time.js';
import { ofGovernment, type Draft, type Story } from './step.js';
import { addDays } from '#law';

const YEAR = 2021;
const reporting = ['DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;

/**
 * What a return says before it is posted: which query. What it finds, and up to which position, the ledger answers at
 * that moment, and the poster takes it over.
 */
const unasked = (from: string, asOf: string) => ({
  frozen: { query: 'exit-statistics@1', from, asOf, asKnownAt: 0, contentSha256: '0'.repeat(64) },
  content: { enterprises: [], equipment: [], capacity: [] } as government.ExitContent,
  signedOffBy: '主要负责人〔岗位〕',
});

/** Returns are handed in one by one, each at a minute of its own, so that nothing else is posted while it is asked for. */
const alone = (on: string, minute: number) => ({ posted: { at: moment(on, `17:${50 + minute}`) } }) as const;

/** 三(三): half-year returns, one of them late, one supplemented when more had exited. */
export function* halfYearReturns(): Story {
  for (const [at, bureau] of reporting.entries()) yield half('H1', bureau, firstReturns[bureau] ?? '2021-06-28', at);
  // One bureau is early, and what it reported was not the whole of its half-year.
  yield half('H2', 'ENR', '2021-11-15', 0);
  for (const [at, bureau] of reporting.filter((one) => one !== 'ENR').entries())
    yield half('H2', bureau, '2021-12-28', at);
  const on = '2021-12-29';
  yield ofGovernment(
    'feedback',
    `${YEAR}-H2-ENR`,
    'SupplementFeedback',
    moment(on, '16:00'),
    { ...unasked('2021-07-01', on), reason: '反馈后又有企业关闭退出〔模拟〕' },
    alone(on, 0),
  );
}

const firstReturns: Readonly<Partial<Record<string, string>>> = { ENR: '2021-06-29', DRC: '2021-07-05' };

function half(which: 'H1' | 'H2', bureau: (typeof reporting)[number], on: string, minute: number): Draft {
  const [from, end] = which === 'H1' ? ['2021-01-01', '2021-06-30'] : ['2021-07-01', '2021-12-31'];
  return ofGovernment(
    'feedback',
    `${YEAR}-${which}-${bureau}`,
    'SubmitFeedback',
    moment(on, '16:00'),
    { year: YEAR, half: which, bureau, ...unasked(from!, on < end! ? on : end!) },
    alone(on, minute),
  );
}

/** 三(三): the bureau that reports early was asked to. */
export function* askedEarlier(): Story {
  const asked = moment('2021-09-01', '10:00');
  yield ofGovernment('feedback', `${YEAR}-H2-ENR`, 'RequireFeedback', asked, {
    year: YEAR,
    half: 'H2',
    bureau: 'ENR',
    dueOn: '2021-11-30',
  });
  yield ofGovernment('annualSummary', `${YEAR}-LM`, 'RequireAnnualSummary', asked, {
    year: YEAR,
    sender: 'LM',
    dueOn: '2021-12-20',
  });
  yield ofGovernment('consolidation', String(YEAR), 'RequireConsolidation', asked, { year: YEAR, dueOn: '2022-01-07' });
}

const senders = ['HC', 'HY', 'BL', 'HD', 'LM', 'DYW', 'ZK', ...reporting, 'NRB'] as const;

/** 三(三): summaries of the year, one of them late. */
export function* summaries(): Generator<Story, void, undefined> {
  for (const [at, sender] of senders.entries()) yield summary(sender, at);
}

function* summary(sender: (typeof senders)[number], at: number): Story {
  const on = sender === 'LM' ? '2021-12-24' : officeDay(addDays('2021-12-20', at % 9));
  yield ofGovernment('annualSummary', `${YEAR}-${sender}`, 'SubmitAnnualSummary', moment(on, '15:00'), {
    year: YEAR,
    sender,
    documentNumber: `〔2021〕模拟${at + 70}号`,
    textSha256: (at % 15).toString(16).repeat(64),
  });
}

/** 三(三): data on exits given to the department that works with credit. */
export function* dataShared(): Story {
  yield ofGovernment('dataShare', 'GX-GX-1', 'ShareExitData', moment('2021-08-12', '10:00'), {
    from: 'BIIT',
    to: 'DRC',
    dataset: '2021年上半年退出企业、设备及产能',
    purpose: '信用信息归集核对',
  });
}

/** 三(三): consolidated, agreed to, reported to the province, in that order. */
export function* consolidated(): Story {
  const id = String(YEAR);
  yield ofGovernment(
    'consolidation',
    id,
    'CompileConsolidation',
    moment('2022-01-04', '16:00'),
    { year: YEAR, ...unasked('2021-01-01', '2021-12-31') },
    alone('2022-01-04', 0),
  );
  const report = (on: string) => ({
    recipients: ['省工业和信息化厅'],
    documentNumber: '〔2022〕模拟2号',
    reportedOn: on,
  });
  yield ofGovernment('consolidation', id, 'ReportToProvince', moment('2022-01-05', '10:00'), report('2022-01-05'), {
    refusedWith: 'government/no-consent',
  });
  yield ofGovernment('consolidation', id, 'ApproveConsolidation', moment('2022-01-06', '15:00'), {
    governmentDocumentNumber: '惠府函〔2022〕模拟1号',
  });
  yield ofGovernment('consolidation', id, 'ReportToProvince', moment('2022-01-07', '10:00'), report('2022-01-07'));
}
