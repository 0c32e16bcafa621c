import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { cardsPolicy } from './cards.policy.js';

const put = (type: string, data: object) =>
  cardsPolicy.when[`emergencyManagement.${type}`]!({
    stream: 'emergencyManagement.case-AJ-1',
    occurredAt: '2021-10-13T10:00:00+08:00',
    data,
  } as Recorded);

describe('a suspension for rectification', () => {
  it('brings a yellow card with the day by which it must be put right', () =>
    expect(
      put('ProductionSuspendedForSafety', {
        ground: 'MAJOR_HAZARD',
        documentNumber: '惠应急停〔2021〕1号',
        legalBasis: '安全生产法第六十五条',
        servedOn: '2021-09-14',
        due: { rolledDue: '2021-10-08' },
      }),
    ).toEqual([
      {
        record: 'card',
        id: 'AJ-1',
        command: 'FollowRectificationOrder',
        data: {
          caseId: 'AJ-1',
          ground: '存在重大事故隐患，责令停产停业整顿',
          documentNumber: '惠应急停〔2021〕1号',
          legalBasis: '安全生产法第六十五条',
          servedOn: '2021-09-14',
          dueOn: '2021-10-08',
        },
      },
    ]));

  it('has failed when it is found unfit, and says nothing when it is found fit', () => {
    expect(put('ResumptionExamined', { fit: false, findings: '仍不符合' })).toMatchObject([
      { command: 'FindRectificationFailed', data: { findings: '仍不符合', foundOn: '2021-10-13' } },
    ]);
    expect(put('ResumptionExamined', { fit: true, findings: '符合' })).toEqual([]);
  });

  it('is over, and the card cleared, when production may resume', () =>
    expect(put('ResumptionApproved', { documentNumber: '惠应急复〔2021〕1号' })).toMatchObject([
      { id: 'AJ-1', command: 'ClearYellowCard', data: { opinion: '经审查同意恢复生产（惠应急复〔2021〕1号）' } },
    ]));
});
