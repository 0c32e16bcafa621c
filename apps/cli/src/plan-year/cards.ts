import type { Enterprise } from '#contracts';
import { addDays } from '#law';
import { moment, officeDay } from './office-time.js';
import { ofDevelopmentReform, type Story } from './step.js';

const ground = {
  ground: '新增产能项目未按承诺落实产能置换方案〔模拟〕',
  legalBasis: '《企业投资项目核准和备案管理条例》第十八条〔模拟〕',
};

/** 四(五): development and reform orders two enterprises to rectify; one does, the other does not, and is not closed. */
export function* developmentReformCards([good, bad]: readonly [Enterprise, Enterprise]): Story {
  const issued = (caseId: string, enterprise: Enterprise, serial: number, servedOn: string) =>
    ofDevelopmentReform('card', caseId, 'IssueYellowCard', moment(servedOn, '09:30'), {
      enterprise,
      caseId,
      ...ground,
      documentNumber: `惠市发改责改〔2021〕${serial}号`,
      servedOn,
      dueOn: addDays(servedOn, 90),
    });
  yield issued('FG-2021-01', good, 1, '2021-05-12');
  yield issued('FG-2021-02', bad, 2, '2021-05-13');
  yield ofDevelopmentReform('card', 'FG-2021-01', 'ProlongYellowCard', moment('2021-08-02', '10:00'), {
    dueOn: '2021-09-30',
    documentNumber: '惠市发改延〔2021〕1号',
  });
  yield ofDevelopmentReform('card', 'FG-2021-02', 'FindRectificationFailed', moment('2021-08-16', '10:00'), {
    findings: '置换产能仍未拆除〔模拟〕',
    foundOn: '2021-08-16',
  });
  yield ofDevelopmentReform(
    'card',
    'FG-2021-02',
    'IssueRedCard',
    moment('2021-08-18', '10:00'),
    { proposalId: 'FG-2021-02-G1' },
    { refusedWith: 'development-reform/red-card-without-closure' },
  );
  yield ofDevelopmentReform('card', 'FG-2021-01', 'ClearYellowCard', moment('2021-09-22', '10:00'), {
    opinion: '置换产能已拆除，验收合格〔模拟〕',
  });
}

/** The yellow list of development and reform comes out every quarter. */
export function* developmentReformLists(): Story {
  for (const end of ['2021-06-30', '2021-09-30', '2021-12-31'])
    yield ofDevelopmentReform('list', 'yellow-card', 'PublishList', moment(officeDay(addDays(end, 1)), '16:30'), {
      url: `https://fgj.example/lists/yellow-card/${end.slice(0, 7)}`,
    });
}
